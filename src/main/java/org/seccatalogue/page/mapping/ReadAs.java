package org.seccatalogue.page.mapping;

import org.seccatalogue.workbook.ReadingChoices;
import org.seccatalogue.workbook.RecognisedFile;

/// How a file was read, and the fields to read it in another way.
public record ReadAs(String words, ReadingFields fields) {

  public static ReadAs of(ReadingChoices choices, RecognisedFile file) {
    return asked(choices, choices, file);
  }

  /// With what was asked for, which may not be how it was read.
  static ReadAs asked(ReadingChoices asked, ReadingChoices read, RecognisedFile file) {
    return new ReadAs(ReadingFields.summary(read, file), ReadingFields.of(asked, file));
  }
}
