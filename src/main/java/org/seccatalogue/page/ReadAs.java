package org.seccatalogue.page;

import org.seccatalogue.spreadsheet.ReadingChoices;
import org.seccatalogue.spreadsheet.RecognisedFile;

/// How a file was read, and the fields to read it in another way.
record ReadAs(String words, ReadingFields fields) {

  static ReadAs of(ReadingChoices choices, RecognisedFile file) {
    return new ReadAs(ReadingFields.inWords(choices, file), ReadingFields.of(choices, file));
  }
}
