package org.seccatalogue.spreadsheet;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How large an imported file may be, where a larger one is answered with a finding, and where
/// imports keep what.
@ConfigMapping(prefix = "catalogue.import")
interface ImportLimits {

  /// Most rows with data, of all sheets together.
  @WithDefault("200000")
  int rows();

  /// Most columns of a sheet that are read.
  @WithDefault("1000")
  int columns();

  /// Most bytes of all parts of a workbook when unpacked.
  @WithDefault("2000000000")
  long unpackedBytes();

  /// Most findings that are kept of one import; all are counted.
  @WithDefault("10000")
  int findings();

  /// Profiles from a folder instead of those built in.
  Optional<Path> directory();

  /// Where workbooks are that are being mapped.
  @WithDefault("data/uploads")
  Path uploads();

  /// How long they are kept after the last decision.
  @WithDefault("24H")
  Duration uploadsKept();

  default Workbook.Limits asLimits() {
    return new Workbook.Limits(rows(), columns(), unpackedBytes(), findings());
  }
}
