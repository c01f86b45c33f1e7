package org.seccatalogue.workbook.xlsx;

import org.seccatalogue.workbook.reading.XmlPart;

/// Reads a text that may have runs of different looks, and sees whether some are struck through.
final class StruckText {

  static final String ELEMENT = "strike";

  private StruckText() {}

  /// Whether the element at hand strikes words through: it may also say that they are not.
  static boolean is(XmlPart xml) {
    return xml.name().equals(ELEMENT) && (xml.attribute("val") == null || xml.isTrue("val"));
  }

  /// The texts within the element at whose start we are, without how they are pronounced.
  ///
  /// @param struck told of each run that is struck through
  static String read(XmlPart xml, Runnable struck) {
    StringBuilder text = new StringBuilder();
    for (int inner = xml.depth(); xml.depth() >= inner && xml.next(); ) {
      if (xml.isText()) {
        xml.append(text);
      } else if (xml.isStart() && xml.name().equals("rPh")) {
        xml.skip();
      } else if (xml.isStart() && is(xml)) {
        struck.run();
      }
    }
    return text.toString();
  }
}
