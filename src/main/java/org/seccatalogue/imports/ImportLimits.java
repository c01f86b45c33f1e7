package org.seccatalogue.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.seccatalogue.plan.SimilarRecords;
import org.seccatalogue.workbook.Workbook;

/// How large an imported file may be, where a larger one is answered with a finding that names the
/// limit, and where imports keep what.
@ConfigMapping(prefix = "catalogue.import")
public interface ImportLimits {

  /// Most rows with data, of all sheets together.
  @WithDefault("1000000")
  int rows();

  /// Most columns of a sheet with data.
  @WithDefault("1000")
  int columns();

  /// Most characters of a cell. Spreadsheet programs have 32,767; fields of CSV and cells of other
  /// programs may have more than any text may, and are then told of as everywhere.
  @WithDefault("200000")
  int cellLength();

  /// Most sheets of a workbook.
  @WithDefault("256")
  int sheets();

  /// Most different texts that a workbook shares between its cells.
  @WithDefault("10000000")
  int sharedTexts();

  /// Most merged regions of a sheet.
  @WithDefault("100000")
  int mergedRegions();

  /// Most bytes of a file.
  @WithDefault("100000000")
  long bytes();

  /// Most bytes of all parts of a workbook when unpacked.
  @WithDefault("2000000000")
  long unpackedBytes();

  /// Most bytes of a part when unpacked for each byte of it in the file, from ten megabytes on.
  @WithDefault("200")
  int ratio();

  /// Most parts of a workbook.
  @WithDefault("10000")
  int parts();

  /// Most elements of a part within one another.
  @WithDefault("64")
  int nesting();

  /// Most findings that are kept of one import; all are counted.
  @WithDefault("10000")
  int findings();

  /// How similar the text of a new row must be to that of a record to be told of, from 0 to 1; more
  /// than 1 for never.
  @WithDefault("0.8")
  double similarity();

  /// Most new rows of an import whose texts are compared with the records of the catalogue.
  @WithDefault("2000")
  int similarRows();

  /// Profiles from a folder instead of those built in.
  Optional<Path> directory();

  /// Where workbooks are that were sent.
  @WithDefault("data/uploads")
  Path uploads();

  /// How long those that are being mapped are kept after the last decision.
  @WithDefault("24H")
  Duration uploadsKept();

  /// How long the file of an import is kept after it was sent or applied.
  @WithDefault("30D")
  Duration filesKept();

  /// How long the rows and findings of an import are kept after it was read or applied.
  @WithDefault("90D")
  Duration plansKept();

  default SimilarRecords.Bounds similar() {
    return new SimilarRecords.Bounds(similarity(), similarRows());
  }

  default Workbook.Limits asLimits() {
    return new Workbook.Limits(
        rows(),
        columns(),
        cellLength(),
        sheets(),
        sharedTexts(),
        mergedRegions(),
        bytes(),
        unpackedBytes(),
        ratio(),
        parts(),
        nesting(),
        findings());
  }
}
