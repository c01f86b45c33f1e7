package org.seccatalogue.spreadsheet;

import java.io.IOException;

/// The binary workbooks of Excel 97 to 2003, and whatever else stands in such a container.
public final class XlsFormat implements WorkbookFormat {

  @Override
  public RecognisedFile.Format format() {
    return RecognisedFile.Format.XLS;
  }

  @Override
  public boolean recognises(FileStart file) {
    return file.hex().startsWith("d0cf11e0a1b11ae1");
  }

  @Override
  public Workbook open(FileStart file, Workbook.Limits limits, ReadingChoices choices)
      throws IOException {
    return XlsWorkbook.open(file.path(), limits);
  }
}
