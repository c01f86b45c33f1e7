package org.seccatalogue.workbook.reading;

/// Where a tag stands is asked of a part whose bytes are not counted, since it is not UTF-8.
public final class NotInUtf8 extends RuntimeException {

  private static final long serialVersionUID = 1;
}
