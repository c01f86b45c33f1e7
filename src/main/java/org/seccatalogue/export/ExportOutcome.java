package org.seccatalogue.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.seccatalogue.finding.Finding;

/// What came of asking for an export.
public sealed interface ExportOutcome {

  /// A file that can be written.
  ///
  /// @param fileName as it is offered for download
  record Export(String fileName, Writer writer) implements ExportOutcome {}

  /// The query is wrong at all these places.
  record Refused(List<Finding> findings) implements ExportOutcome {}

  /// Writes the bytes of a file. It reads the catalogue while it writes.
  @FunctionalInterface
  interface Writer {
    void write(OutputStream out) throws IOException;
  }
}
