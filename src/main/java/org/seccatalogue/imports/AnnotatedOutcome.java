package org.seccatalogue.imports;

import java.io.IOException;
import java.io.OutputStream;
import org.seccatalogue.workbook.annotate.AnnotatedForm;

/// What came of asking for the workbook of an import with its findings.
public sealed interface AnnotatedOutcome {

  /// A file that can be written, once.
  ///
  /// @param fileName as it is offered for download
  record Annotated(String fileName, String mediaType, AnnotatedForm form, Writer writer)
      implements AnnotatedOutcome {}

  /// The file is not kept any more.
  record Gone() implements AnnotatedOutcome {}

  /// The import has no findings, or was not read to its end.
  record NothingFound() implements AnnotatedOutcome {}

  /// There is no such import.
  record NotFound() implements AnnotatedOutcome {}

  /// Writes the bytes of a file.
  @FunctionalInterface
  interface Writer {
    void write(OutputStream out) throws IOException;
  }
}
