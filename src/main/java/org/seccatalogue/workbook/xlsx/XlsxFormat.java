package org.seccatalogue.workbook.xlsx;

import java.io.IOException;
import org.seccatalogue.workbook.FileStart;
import org.seccatalogue.workbook.ReadingChoices;
import org.seccatalogue.workbook.RecognisedFile;
import org.seccatalogue.workbook.Workbook;
import org.seccatalogue.workbook.WorkbookFormat;

/// The workbooks of Excel since 2007, with and without macros.
public final class XlsxFormat implements WorkbookFormat {

  @Override
  public RecognisedFile.Format format() {
    return RecognisedFile.Format.XLSX;
  }

  @Override
  public boolean recognises(FileStart file) {
    return file.has("[Content_Types].xml")
        && !file.has("xl/workbook.bin")
        && !(file.has("content.xml") && file.has("mimetype"))
        && file.parts().names().stream().noneMatch(name -> name.matches("(word|ppt|visio)/.*"));
  }

  @Override
  public Workbook open(FileStart file, Workbook.Limits limits, ReadingChoices choices)
      throws IOException {
    return XlsxWorkbook.open(file.parts(), limits);
  }
}
