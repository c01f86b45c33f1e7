package org.seccatalogue.workbook.csv;

import java.io.IOException;
import org.seccatalogue.workbook.FileContent;
import org.seccatalogue.workbook.FileStart;
import org.seccatalogue.workbook.ReadingChoices;
import org.seccatalogue.workbook.RecognisedFile;
import org.seccatalogue.workbook.Workbook;
import org.seccatalogue.workbook.WorkbookFormat;

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
