package org.seccatalogue.bundle;

import java.util.List;
import java.util.stream.Stream;

/// Tricks that stand not at the words, but in a part that says how words look, or which part it is
/// that readers see.
final class HidingTricksOfParts {

  private static final String WORD = "specifications/C.4.1.b.docx";
  private static final String OPTIONS = "specifications/C.1.2.b.docx";
  private static final String BOOK = "records.xlsx";
  private static final String STYLES = "word/styles.xml";
  private static final String TEXT = "word/document.xml";
  private static final String SETTINGS = "word/settings.xml";
  private static final String STYLE = "The look of a paragraph";
  private static final String STATEMENT = "(w:styleId=\"SECRequirementStatement\">.*?<w:pPr>)";
  private static final String WORDS = "(w:styleId=\"SECRequirementStatement\">.*?<w:rPr>)";

  private HidingTricksOfParts() {}

  static List<HidingTrick> tricks() {
    return Stream.of(styles(), lists(), pages(), settings(), packages(), books())
        .flatMap(List::stream)
        .toList();
  }

  private static HidingTrick word(String name, String part, String from, String to, String told) {
    return new HidingTrick(name, WORD, part, from, to, told);
  }

  private static HidingTrick laidOut(String name, String property, String told) {
    return word("a style " + name, STYLES, STATEMENT, "$1" + property, told);
  }

  private static HidingTrick shown(String name, String property, String told) {
    return word("a style " + name, STYLES, WORDS, "$1" + property, told);
  }

  private static List<HidingTrick> styles() {
    return List.of(
        laidOut(
            "of lines without height", "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>", "Lines"),
        word(
            "a style beside the page",
            STYLES,
            "(w:styleId=\"SECRequirementStatement\">.*?)<w:ind [^>]*>",
            "$1<w:ind w:left=\"-11340\"/>",
            "Words beside the page"),
        word(
            "a style of words of 200 points",
            STYLES,
            "(w:styleId=\"SECRequirementStatement\">.*?<w:sz w:val=)\"[0-9]+\"",
            "$1\"400\"",
            "Words too large to read"),
        word(
            "another title",
            "docProps/core\\.xml",
            "(<dc:title>)[^<]*",
            "$1Advisory only",
            "The title of the file"),
        laidOut("in a frame", "<w:framePr w:x=\"-9000\"/>", "A frame"),
        laidOut("of a page for each", "<w:pageBreakBefore/>", STYLE),
        laidOut("of headings that can be folded", "<w:outlineLvl w:val=\"0\"/>", STYLE),
        laidOut("of a mystery", "<w:mystery w:val=\"0\"/>", STYLE),
        shown("of special hiding", "<w:specVanish/>", "Hidden words"),
        shown("of the colour of its ground", "<w:color w:val=\"EEF4F6\"/>", "Words in a colour"),
        shown(
            "of words that glow",
            "<w:glow w:rad=\"0\"/>",
            "The look of words: the property “glow”, at 5 places"),
        shown(
            "of the colour of a theme",
            "<w:color w:val=\"auto\" w:themeColor=\"accent1\"/>",
            "The look of words: the colour, at 5 places"),
        word(
            "what a style is based on",
            STYLES,
            "(<w:style [^>]*w:default=\"1\" w:styleId=\"Normal\">.*?)(</w:style>)",
            "$1<w:rPr><w:strike/></w:rPr>$2",
            "Words struck through"),
        word(
            "what all paragraphs are by default",
            STYLES,
            "<w:pPrDefault/>",
            "<w:pPrDefault><w:pPr><w:ind w:right=\"9600\"/></w:pPr></w:pPrDefault>",
            "Words beside the page"),
        word(
            "a style of tables that hides",
            STYLES,
            "(w:styleId=\"SECAttributes\">.*?)(<w:tblStylePr)",
            "$1<w:rPr><w:vanish/></w:rPr>$2",
            "The look of a table"),
        word(
            "the first rows of tables",
            STYLES,
            "(w:styleId=\"SECAttributes\">.*?<w:tblStylePr [^>]*>)",
            "$1<w:rPr><w:vanish/></w:rPr>",
            "The look of a table"),
        word(
            "another style for one paragraph",
            TEXT,
            "w:val=\"SECRequirementStatement\"",
            "w:val=\"SECTableText\"",
            "The look of words: the size, at “The gas meter shall"));
  }

  private static HidingTrick ground(String name, String pattern) {
    return book(
        "a ground of " + name,
        "styles\\.xml",
        "<patternFill patternType=\"none\"/>",
        pattern + "</patternFill>",
        "The look of cells by the ground");
  }

  private static List<HidingTrick> lists() {
    return List.of(
        laidOut("with a list", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>", STYLE),
        new HidingTrick(
            "bullets that are taken away",
            OPTIONS,
            "word/numbering.xml",
            "w:lvlText w:val=\"[^\"]*\"",
            "w:lvlText w:val=\"\"",
            STYLE),
        new HidingTrick(
            "numbers in place of bullets",
            OPTIONS,
            "word/numbering.xml",
            "w:numFmt w:val=\"bullet\"",
            "w:numFmt w:val=\"decimal\"",
            STYLE),
        new HidingTrick(
            "a bullet that one paragraph does not have",
            OPTIONS,
            TEXT,
            "(<w:pStyle w:val=\"SECOption\"/>)",
            "$1<w:numPr><w:numId w:val=\"0\"/></w:numPr>",
            "The look of a paragraph"));
  }

  private static List<HidingTrick> pages() {
    return List.of(
        word(
            "an indent of one paragraph",
            TEXT,
            "(<w:pStyle w:val=\"SECRequirementStatement\"/>)",
            "$1<w:ind w:left=\"-5000\"/>",
            "The look of a paragraph"),
        word(
            "margins",
            TEXT,
            "(<w:pgMar [^>]*w:left)=\"[0-9]+\"",
            "$1=\"9134\"",
            "The look of the pages"),
        word(
            "the header of the title on each page",
            TEXT,
            "(<w:headerReference w:type=\"default\" r:id)=\"rId5\"",
            "$1=\"rId6\"",
            "The look of the pages"),
        word(
            "a table beside the page",
            TEXT,
            "(<w:tblPr>)",
            "$1<w:tblInd w:w=\"-20000\" w:type=\"dxa\"/>",
            "Words beside the page"));
  }

  private static List<HidingTrick> settings() {
    return List.of(
        word(
            "styles from elsewhere",
            SETTINGS,
            "(<w:zoom)",
            "<w:linkStyles/>$1",
            "The look of the document"),
        word(
            "colours exchanged",
            SETTINGS,
            "(<w:zoom)",
            "<w:clrSchemeMapping w:bg1=\"dark1\" w:t1=\"light1\"/>$1",
            "The look of the document"),
        word(
            "a setting that nobody has heard of",
            SETTINGS,
            "(<w:zoom)",
            "<w:mystery/>$1",
            "The look of the document"));
  }

  /// The part with the usual name is as it was published, and another one is opened.
  private static List<HidingTrick> packages() {
    return List.of(
        word(
            "another document",
            "_rels/\\.rels",
            "word/document.xml",
            "word/header1.xml",
            "The kind of the file"),
        word(
            "another document besides",
            "_rels/\\.rels",
            "(<Relationship )Id=\"[^\"]*\"([^>]*officeDocument\"[^>]*>)",
            "$1Id=\"other\"$2$0",
            "More than one document"),
        word(
            "other styles",
            "word/_rels/document\\.xml\\.rels",
            "\"styles.xml\"",
            "\"fontTable.xml\"",
            "A field that makes words"),
        word(
            "another kind of document",
            "\\[Content_Types\\]\\.xml",
            "vnd\\.openxmlformats-officedocument\\.wordprocessingml\\.document\\.main",
            "vnd.ms-word.document.macroEnabled.main",
            "The kind of the file"),
        word(
            "a part of a kind that nobody has heard of",
            "word/_rels/document\\.xml\\.rels",
            "(<Relationship )",
            "$1Id=\"x\" Type=\"http://example.org/mystery\" Target=\"header1.xml\"/>$1",
            "A file inside the document"));
  }

  private static HidingTrick book(String name, String part, String from, String to, String told) {
    return new HidingTrick(name, BOOK, "xl/" + part, from, to, told);
  }

  private static List<HidingTrick> books() {
    String sheet = "worksheets/sheet2\\.xml";
    return List.of(
        book(
            "a sheet of another name",
            "workbook\\.xml",
            "name=\"About this workbook\"",
            "name=\"Advisory only\"",
            "The name of a sheet"),
        book(
            "a sheet that is hidden",
            "workbook\\.xml",
            "state=\"visible\"",
            "state=\"hidden\"",
            "A hidden sheet"),
        book(
            "another name of a range",
            "workbook\\.xml",
            "(</definedNames>)",
            "<definedName name=\"Advisory_only\">Sections!\\$A\\$1</definedName>$1",
            "A defined name"),
        book(
            "dates that are counted otherwise",
            "workbook\\.xml",
            "(<bookViews>)",
            "<workbookPr date1904=\"1\"/>$1",
            "It does not say what was published."),
        book(
            "no tabs of sheets",
            "workbook\\.xml",
            "(<workbookView )",
            "$1showSheetTabs=\"0\" ",
            "The look of the workbook"),
        book(
            "a column of next to no width",
            sheet,
            "(<col [^>]*) width=\"[^\"]*\"",
            "$1 width=\"1E-9\"",
            "A hidden column"),
        book(
            "a format that shows nothing",
            "styles\\.xml",
            "numFmtId=\"49\"",
            "numFmtId=\"164\"",
            "The look of cells"),
        book(
            "a format that says something",
            "styles\\.xml",
            "formatCode=\"[^\"]*\"(.*?)numFmtId=\"49\"",
            "formatCode=\"&quot;0 months&quot;\"$1numFmtId=\"164\"",
            "A format that shows other words"),
        book(
            "a format of letters one by one",
            "styles\\.xml",
            "formatCode=\"[^\"]*\"(.*?)numFmtId=\"49\"",
            "formatCode=\"0\\\\ \\\\m\"$1numFmtId=\"164\"",
            "It does not say what was published."),
        book(
            "a look that depends on conditions",
            sheet,
            "(</sheetData>)",
            "$1<conditionalFormatting sqref=\"A1:Z99\"><cfRule type=\"expression\""
                + " dxfId=\"0\"/></conditionalFormatting>",
            "A look that depends on conditions"),
        book(
            "a view of somebody",
            sheet,
            "(</sheetData>)",
            "$1<customSheetViews><customSheetView guid=\"x\"/></customSheetViews>",
            "Markup"),
        book("no zeros", sheet, "(<sheetView )", "$1showZeros=\"0\" ", "The look of a sheet"),
        ground(
            "a colour by its number", "<patternFill patternType=\"solid\"><fgColor theme=\"1\"/>"),
        ground("no colour", "<patternFill patternType=\"solid\">"),
        book(
            "words of 409 points",
            "styles\\.xml",
            "(<font>.*?<sz val=)\"[^\"]*\"",
            "$1\"409\"",
            "Words too large to read"),
        new HidingTrick(
            "another title",
            BOOK,
            "docProps/core\\.xml",
            "(<dc:title>)[^<]*",
            "$1Advisory only",
            "The title of the file"),
        ground(
            "black without a number", "<patternFill patternType=\"solid\"><fgColor auto=\"1\"/>"),
        book(
            "a ground of a pattern",
            "styles\\.xml",
            "<patternFill patternType=\"none\"/>",
            "<patternFill patternType=\"darkGray\"/>",
            "The look of cells by the ground darkGray"),
        book(
            "a ground that changes",
            "styles\\.xml",
            "<patternFill patternType=\"none\"/>",
            "<gradientFill><stop position=\"0\"><color rgb=\"FF000000\"/></stop></gradientFill>",
            "The look of cells by the ground gradient"),
        book(
            "lines across cells",
            "styles\\.xml",
            "<border>(.*?)<diagonal/>",
            "<border diagonalUp=\"1\">$1<diagonal style=\"thick\"/>",
            "The look of cells by lines across them"),
        book(
            "words that do not go on in the next line",
            "styles\\.xml",
            " wrapText=\"1\"",
            "",
            "The look of cells whose words go on"),
        book(
            "words above the line",
            "styles\\.xml",
            "(<font>)",
            "$1<vertAlign val=\"superscript\"/>",
            "Words pressed together"),
        book(
            "rows that cut their words",
            sheet,
            "(<row r=\"[0-9]+\") ht=\"[^\"]*\"",
            "$1 ht=\"15\" customHeight=\"1\"",
            "A row as high as somebody set it"),
        book(
            "a narrow column",
            sheet,
            "(<col [^>]*) width=\"[^\"]*\"",
            "$1 width=\"2.1\"",
            "A hidden column"),
        book(
            "rows that cannot be scrolled",
            sheet,
            "(<pane [^>]*)ySplit=\"1\"",
            "$1ySplit=\"60\"",
            "The look of a sheet"),
        book(
            "a sheet that opens elsewhere",
            sheet,
            "(<sheetView )",
            "$1topLeftCell=\"ZZ9000\" ",
            "The look of a sheet"));
  }
}
