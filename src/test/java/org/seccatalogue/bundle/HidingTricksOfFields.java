package org.seccatalogue.bundle;

import java.util.List;

/// Tricks with fields that programs fill anew, with the grid and direction of words, and with the
/// colours and alignments of cells.
final class HidingTricksOfFields {

  private static final String WORD = "specifications/C.4.1.b.docx";
  private static final String BOOK = "records.xlsx";
  private static final String TEXT = "word/document.xml";
  private static final String FOOTER = "word/footer1.xml";
  private static final String STYLES = "xl/styles\\.xml";
  private static final String FIELD = "A field that makes words";
  private static final String CELLS = "The look of cells";

  private HidingTricksOfFields() {}

  static List<HidingTrick> tricks() {
    return List.of(
        field("a count of pages in a requirement", " NUMPAGES ", "3", FIELD),
        field("a number of a page in a requirement", " PAGEREF x ", "2", FIELD),
        field("a word in Roman figures", " PAGE ", "mild", FIELD),
        onPages("words in the switch of a page", " PAGE \\\\# \"'NOT APPROVED '0\" "),
        onPages("words in the switch of a count", " NUMPAGES \\\\# \"'not '0\" "),
        word(
            "words from top to bottom",
            TEXT,
            "<w:tcPr>",
            "<w:tcPr><w:textDirection w:val=\"tbRl\"/>",
            "The look of a cell of a table"),
        word(
            "a grid that presses words together",
            TEXT,
            "(<w:sectPr[^>]*>)",
            "$1<w:docGrid w:type=\"linesAndChars\" w:charSpace=\"-40000\"/>",
            "The look of the pages"),
        word(
            "symbols by another name",
            "word/fontTable.xml",
            "(<w:font [^>]*[^/]>)",
            "$1<w:altName w:val=\"Wingdings\"/>",
            "Words in a font of symbols"),
        book("the light of a theme", "<font>", "<font><color theme=\"2\"/>", CELLS),
        book("a tint", "<font>", "<font><color theme=\"1\" tint=\"1\"/>", CELLS),
        book("a colour by number", "<font>", "<font><color indexed=\"26\"/>", CELLS),
        book(
            "a palette of white",
            "<font>(.*)</styleSheet>",
            "<font><color indexed=\"8\"/>$1<colors><indexedColors><rgbColor rgb=\"00FFFFFF\"/>"
                + "</indexedColors></colors></styleSheet>",
            CELLS),
        book(
            "black on black",
            "<patternFill patternType=\"none\"/>",
            "<patternFill patternType=\"solid\"><fgColor rgb=\"FF000000\"/></patternFill>",
            "Words in a colour that is hardly seen"),
        book("cells upside down", "(<cellXfs.*?<alignment )", "$1textRotation=\"180\" ", CELLS),
        book("words moved away", "(<cellXfs.*?<alignment )", "$1indent=\"250\" ", CELLS),
        book(
            "another font of symbols",
            "<name val=\"[^\"]*\"/>",
            "<name val=\"Wingdings 2\"/>",
            "Words in a font of symbols"));
  }

  private static HidingTrick field(String name, String says, String shows, String told) {
    String from = "(<w:pStyle w:val=\"SECRequirementStatement\"/>.*?)(</w:p>)";
    return new HidingTrick(name, WORD, TEXT, from, "$1" + field(says, shows) + "$2", told);
  }

  private static HidingTrick word(String name, String part, String from, String to, String told) {
    return new HidingTrick(name, WORD, part, from, to, told);
  }

  private static HidingTrick onPages(String name, String says) {
    return new HidingTrick(name, WORD, FOOTER, "(</w:p>)", field(says, "1") + "$1", FIELD);
  }

  private static String field(String says, String shows) {
    return mark("begin")
        + "<w:r><w:instrText>"
        + says
        + "</w:instrText></w:r>"
        + mark("separate")
        + "<w:r><w:t>"
        + shows
        + "</w:t></w:r>"
        + mark("end");
  }

  private static String mark(String type) {
    return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>";
  }

  private static HidingTrick book(String name, String from, String to, String told) {
    return new HidingTrick(name, BOOK, STYLES, from, to, told);
  }
}
