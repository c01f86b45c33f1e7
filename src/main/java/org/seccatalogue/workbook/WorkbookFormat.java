package org.seccatalogue.workbook;

import java.io.IOException;

/// A file format of workbooks. Formats are found as services, so that another one changes nothing
/// here.
public interface WorkbookFormat {

  /// What files of this format are called; the plain one where it has several.
  RecognisedFile.Format format();

  /// Whether a file is in this format, told from its beginning or its parts. No two formats
  /// recognise the same file.
  boolean recognises(FileStart file);

  /// Opens a file that it recognises. Closes the parts of an archive with the workbook, or when it
  /// is none.
  ///
  /// @throws NotAWorkbook when it is none after all, or too large
  Workbook open(FileStart file, Workbook.Limits limits, ReadingChoices choices) throws IOException;
}
