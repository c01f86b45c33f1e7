package org.seccatalogue.workbook.xls;

import java.io.IOException;
import org.seccatalogue.workbook.FileStart;
import org.seccatalogue.workbook.ReadingChoices;
import org.seccatalogue.workbook.RecognisedFile;
import org.seccatalogue.workbook.Workbook;
import org.seccatalogue.workbook.WorkbookFormat;

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
