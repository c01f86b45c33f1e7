package org.seccatalogue.bundle;

/// A line of the contents as it is published, and as Word writes it when it fills the contents.
final class FilledContents {

  /// A line with a number and a title.
  static final String LINE =
      "<w:p><w:pPr><w:pStyle w:val=\"(TOC[1-9])\"/></w:pPr><w:hyperlink w:anchor=\"[^\"]*\""
          + " w:history=\"1\"><w:r><w:t xml:space=\"preserve\">([^<]*)</w:t><w:tab/></w:r><w:r>"
          + "<w:t xml:space=\"preserve\">([^<]*)</w:t><w:tab/></w:r>.*?</w:hyperlink></w:p>";

  private static final String FONT =
      "<w:rFonts w:asciiTheme=\"minorHAnsi\" w:eastAsiaTheme=\"minorEastAsia\"/><w:b w:val=\"0\"/>"
          + "<w:noProof/><w:color w:val=\"auto\"/><w:kern w:val=\"2\"/><w:sz w:val=\"24\"/>";

  private static final String WEB = "<w:rPr><w:noProof/><w:webHidden/></w:rPr>";

  static final String BEGIN =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC"
          + " \\\\o \"1-4\" \\\\h \\\\z \\\\u </w:instrText></w:r><w:r><w:fldChar"
          + " w:fldCharType=\"separate\"/></w:r>";

  static final String END = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

  /// The same line, as Word fills it.
  static final String FILLED =
      "<w:p><w:pPr><w:pStyle w:val=\"$1\"/><w:tabs><w:tab w:val=\"left\" w:pos=\"1100\"/><w:tab"
          + " w:val=\"right\" w:leader=\"dot\" w:pos=\"9628\"/></w:tabs><w:rPr>"
          + FONT
          + "</w:rPr></w:pPr>"
          + "<w:hyperlink w:anchor=\"_Toc123456789\" w:history=\"1\">"
          + "<w:r><w:rPr><w:noProof/></w:rPr><w:t>$2</w:t></w:r><w:r><w:rPr>"
          + FONT
          + "</w:rPr><w:tab/></w:r><w:r><w:rPr><w:noProof/></w:rPr><w:t>$3</w:t></w:r>"
          + web("<w:tab/>")
          + web("<w:fldChar w:fldCharType=\"begin\"/>")
          + web("<w:instrText xml:space=\"preserve\"> PAGEREF _Toc123456789 \\\\h </w:instrText>")
          + web("")
          + web("<w:fldChar w:fldCharType=\"separate\"/>")
          + web("<w:t>12</w:t>")
          + web("<w:fldChar w:fldCharType=\"end\"/>")
          + "</w:hyperlink></w:p>";

  /// What Word has around contents.
  static final String FRAME =
      "<w:sdt><w:sdtPr><w:rPr><w:lang w:val=\"en-GB\"/></w:rPr><w:id w:val=\"-12345\"/>"
          + "<w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/>"
          + "</w:docPartObj></w:sdtPr><w:sdtEndPr><w:rPr><w:b/></w:rPr></w:sdtEndPr>"
          + "<w:sdtContent>";

  private FilledContents() {}

  private static String web(String content) {
    return "<w:r>" + WEB + content + "</w:r>";
  }

  /// One line with a field of its own, in a frame.
  static String framed() {
    return FRAME
        + FILLED.replace("</w:pPr>", "</w:pPr>" + BEGIN)
        + "<w:p>"
        + END
        + "</w:p></w:sdtContent></w:sdt>";
  }
}
