package org.seccatalogue.spreadsheet;

import java.io.IOException;

/// Text with separators: whatever is not known to be something else.
public final class CsvFormat implements WorkbookFormat {

  @Override
  public RecognisedFile.Format format() {
    return RecognisedFile.Format.CSV;
  }

  @Override
  public boolean recognises(FileStart file) {
    return FileContent.mayBeText(file);
  }

  @Override
  public Workbook open(FileStart file, Workbook.Limits limits, ReadingChoices choices)
      throws IOException {
    return CsvWorkbook.open(file.name(), file.path(), limits, choices);
  }
}
