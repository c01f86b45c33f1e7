package org.seccatalogue.spreadsheet;

import java.io.IOException;

/// OpenDocument spreadsheets.
public final class OdsFormat implements WorkbookFormat {

  @Override
  public RecognisedFile.Format format() {
    return RecognisedFile.Format.ODS;
  }

  @Override
  public boolean recognises(FileStart file) {
    return file.has("content.xml") && file.has("mimetype");
  }

  @Override
  public Workbook open(FileStart file, Workbook.Limits limits, ReadingChoices choices)
      throws IOException {
    return OdsWorkbook.open(file.parts(), limits);
  }
}
