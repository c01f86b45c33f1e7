package org.seccatalogue.bundle;

import java.util.List;

/// Tricks with what Word may write when it fills the contents of a document.
final class HidingTricksOfContents {

  private static final String WORD = "specifications/C.4.1.b.docx";
  private static final String TEXT = "word/document.xml";
  private static final String TITLE = "<w:rPr><w:noProof/></w:rPr><w:t>$3";
  private static final String PAGE = "<w:webHidden/></w:rPr><w:t>12";
  private static final String BODY = "(<w:r>)(<w:t xml:space=\"preserve\">The gas meter shall)";

  private HidingTricksOfContents() {}

  /// The contents filled, with something else in them.
  private static HidingTrick filled(String name, String from, String to, String told) {
    String contents = FilledContents.framed();
    if (!contents.contains(from)) {
      throw new IllegalArgumentException(from);
    }
    return new HidingTrick(name, WORD, TEXT, FilledContents.LINE, contents.replace(from, to), told);
  }

  private static HidingTrick title(String name, String property, String told) {
    return filled(name, TITLE, "<w:rPr>" + property + "</w:rPr><w:t>$3", told);
  }

  static List<HidingTrick> tricks() {
    return List.of(
        filled("a line that is no heading", "$3", "Advisory only", "A line of the contents"),
        filled("a line with more in it", "$3", "$3 (advisory)", "A line of the contents"),
        title("a white line", "<w:color w:val=\"FFFFFF\"/>", "Words in a colour"),
        title("a line struck through", "<w:strike/>", "Words struck through"),
        title("a tiny line", "<w:sz w:val=\"2\"/>", "Words too small"),
        title("a line hidden on the web", "<w:webHidden/>", "Hidden words"),
        title("a line that glows", "<w:glow w:rad=\"0\"/>", "The look of words"),
        title("a line like no link", "<w:rStyle w:val=\"Hyperlink\"/>", "The look of words"),
        filled(
            "words in place of a page", PAGE, PAGE + " Advisory", "Words in place of the number"),
        filled("a hidden page", PAGE, "<w:vanish/>" + PAGE, "Hidden words"),
        filled("a white page", PAGE, "<w:color w:val=\"FFFFFF\"/>" + PAGE, "Words in a colour"),
        filled("a stop beside the page", "\"1100\"", "\"30000\"", "The look of a paragraph"),
        filled("a stop of its own kind", "\"right\"", "\"bar\"", "The look of a paragraph"),
        filled("no end of the line", "<w:kern", "<w:vanish/><w:kern", "The look of a paragraph"),
        filled("a style of no contents", "$1", "Heading1", "A field that makes words"),
        filled("another field there", " PAGEREF", " REF", "A field that makes words"),
        filled("words before each page", "\\\\u ", "\\\\p \"no\" ", "A field that makes words"),
        filled("data in the frame", "<w:docPartObj>", "<w:dataBinding/><w:docPartObj>", "Markup"),
        filled("a frame of its own kind", "Table of Contents", "Cover Pages", "Markup"),
        filled(
            "a frame in the frame",
            "<w:sdtContent>",
            "<w:sdtContent><w:sdt><w:sdtContent/></w:sdt>",
            "Markup"),
        new HidingTrick(
            "contents at another place",
            WORD,
            TEXT,
            FilledContents.LINE + "(.*?)(<w:p><w:pPr><w:pStyle w:val=\"Heading1\")",
            "$4" + FilledContents.framed() + "$5",
            "It does not say"),
        new HidingTrick(
            "contents around other words",
            WORD,
            TEXT,
            BODY + "([^<]*)</w:t></w:r>",
            FilledContents.BEGIN + "$1$2$3</w:t></w:r>" + FilledContents.END,
            "Contents where there were none"),
        new HidingTrick(
            "other words hidden on the web",
            WORD,
            TEXT,
            BODY,
            "$1<w:rPr><w:noProof/><w:webHidden/></w:rPr>$2",
            "Hidden words"));
  }
}
