package org.seccatalogue.bundle.shown;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The elements and attributes of which a document is made. What is not known to leave the words as
/// they are, and was not published, may do anything to them: it is a sign, whatever it does.
final class Markup {

  private static final Set<String> UNSET = Set.of("", "0", "false", "page", "textWrapping");

  /// What Word and LibreOffice add on their own when they save, without anything to see.
  private static final Set<String> OF_WORD =
      Set.of(
          "rsid",
          "rsidR",
          "rsidRPr",
          "rsidRDefault",
          "rsidP",
          "rsidTr",
          "rsidSect",
          "paraId",
          "textId",
          "Ignorable",
          "proofErr",
          "lastRenderedPageBreak",
          "bookmarkStart",
          "bookmarkEnd",
          "fldLock",
          "dirty",
          "footnotes",
          "endnotes",
          "footnote",
          "endnote",
          "separator",
          "continuationSeparator",
          "noBreakHyphen",
          "softHyphen",
          "br");

  /// What says how something looks, or is a picture, of which each value is compared besides.
  private static final Set<String> FORMATTING =
      Set.of("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "drawing");

  private static final Set<String> OF_WORKBOOK =
      Set.of(
          "uid",
          "Ignorable",
          "workbookPr",
          "bookViews",
          "workbookView",
          "calcPr",
          "fileVersion",
          "workbookProtection",
          "sheetPr",
          "pageSetUpPr",
          "dimension",
          "sheetView",
          "selection",
          "sheetFormatPr",
          "pageMargins",
          "pageSetup",
          "printOptions",
          "headerFooter",
          "extLst",
          "ext",
          "spans",
          "outlineLevel",
          "outlineLevelRow",
          "outlineLevelCol",
          "collapsed",
          "bestFit",
          "customFormat",
          "customHeight",
          "charset",
          "family",
          "scheme",
          "builtinId",
          "drawing",
          "legacyDrawing",
          "phoneticPr",
          "errorStyle",
          "operator",
          "showDropDown",
          "formula2",
          "function",
          "vbProcedure",
          "extCalcPr",
          "stringRefSyntax",
          "display",
          "oddHeader",
          "row@hidden",
          "col@hidden",
          "sst",
          "si",
          "count",
          "uniqueCount",
          "dyDescent",
          "AlternateContent",
          "Choice",
          "absPath",
          "revisionPtr",
          "coauthVersionLast",
          "coauthVersionMax",
          "documentId",
          "knownFonts",
          "xcalcf",
          "calcFeatures",
          "feature");

  private final Set<String> harmless;
  private final List<String> valued;
  private final Set<String> elsewhere;
  private final Set<String> found = new TreeSet<>();
  private final Set<String> values = new TreeSet<>();
  private int frames;

  private Markup(Set<String> harmless, List<String> valued, Set<String> elsewhere) {
    this.harmless = harmless;
    this.valued = valued;
    this.elsewhere = elsewhere;
  }

  static Markup ofWord() {
    return new Markup(OF_WORD, List.of("br@type"), FORMATTING);
  }

  static Markup ofWorkbook() {
    return new Markup(
        OF_WORKBOOK,
        List.of(
            "sheetFormatPr@zeroHeight",
            "dataValidation@prompt",
            "dataValidation@promptTitle",
            "dataValidation@error",
            "hyperlink@tooltip",
            "alignment@horizontal",
            "alignment@textRotation",
            "alignment@indent"),
        Set.of());
  }

  /// Takes in all of a part.
  void read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      xml.next();
      if (xml.isStartElement() && elsewhere.contains(xml.getLocalName())) {
        Formatting.read(xml);
      } else if (xml.isStartElement()) {
        started(xml, xml.getLocalName());
      }
    }
  }

  private void started(XMLStreamReader xml, String name) throws XMLStreamException {
    switch (name) {
      case "sdt" -> frames++;
      case "sdtPr" -> frame(Formatting.read(xml));
      case "sdtEndPr" -> Formatting.read(xml);
      case "sdtContent" -> {}
      default -> element(xml, name);
    }
  }

  /// Word has a frame around the contents, of which nothing is seen; any other may bring in words.
  private void frame(Formatting properties) {
    if (WordContents.isFrame(properties)) {
      frames--;
    } else {
      properties.said().keySet().forEach(property -> found.add("sdtPr/" + property));
    }
  }

  private void element(XMLStreamReader xml, String name) {
    add(name, name);
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String attribute = xml.getAttributeLocalName(i);
      String both = name + "@" + attribute;
      if (valued.contains(both)) {
        value(both, xml.getAttributeValue(i));
      } else {
        add(name, attribute);
      }
    }
  }

  /// No is the same as nothing said.
  private void value(String both, String value) {
    if (!UNSET.contains(value)) {
      values.add(both + " " + value);
    }
  }

  /// What is in an element that is known is not known by that.
  private void add(String element, String name) {
    String both = element.equals(name) ? name : element + "@" + name;
    if (!harmless.contains(element) && !harmless.contains(name) && !harmless.contains(both)) {
      found.add(both);
    }
  }

  /// Tells of it. How often something is there changes when words are divided otherwise.
  void sign(Words words) {
    if (frames != 0) {
      found.add("sdt");
    }
    found.forEach(name -> words.signOfAll(Shown.MARKUP, name));
    values.forEach(value -> words.signOfAll(Shown.VALUE, value));
  }
}
