package org.seccatalogue.workbook.ods;

import java.io.IOException;
import org.seccatalogue.workbook.FileStart;
import org.seccatalogue.workbook.ReadingChoices;
import org.seccatalogue.workbook.RecognisedFile;
import org.seccatalogue.workbook.Workbook;
import org.seccatalogue.workbook.WorkbookFormat;

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
