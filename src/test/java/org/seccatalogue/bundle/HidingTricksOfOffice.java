package org.seccatalogue.bundle;

import java.util.List;
import java.util.stream.Stream;

/// Tricks on top of what LibreOffice saved, with all that it says otherwise: each uses something
/// that LibreOffice itself may write.
final class HidingTricksOfOffice {

  private static final String WORD = "C.4.1.b.docx";
  private static final String OPTIONS = "C.1.2.b.docx";
  private static final String TEXT = "word/document.xml";
  private static final String STYLES = "word/styles.xml";
  private static final String STYLE = "(w:styleId=\"SECRequirementStatement\"";
  private static final String WORDS = "The look of words";
  private static final String PARAGRAPH = "The look of a paragraph";
  private static final String CELL = "The look of a cell of a table";
  private static final String TABLE = "The look of a table";
  private static final String PAGES = "The look of the pages";

  private HidingTricksOfOffice() {}

  static List<HidingTrick> tricks() {
    return Stream.of(runs(), paragraphs(), styles(), tables(), pages(), around())
        .flatMap(List::stream)
        .toList();
  }

  private static HidingTrick word(String name, String part, String from, String to, String told) {
    return new HidingTrick(name, WORD, part, from, to, told);
  }

  private static HidingTrick run(String name, String property, String told) {
    return word(
        name,
        TEXT,
        "<w:r><w:rPr></w:rPr>(<w:t>The gas meter shall)",
        "<w:r><w:rPr>" + property + "</w:rPr>$1",
        told);
  }

  private static HidingTrick paragraph(String name, String property, String told) {
    return word(
        name, TEXT, "(<w:pStyle w:val=\"SECRequirementStatement\"/>)", "$1" + property, told);
  }

  private static HidingTrick cell(String name, String property, String told) {
    return word(name, TEXT, "(<w:tcPr><w:tcW [^>]*/>)", "$1" + property, told);
  }

  private static List<HidingTrick> runs() {
    return List.of(
        run("hidden words", "<w:vanish/>", "Hidden words"),
        run("white words", "<w:color w:val=\"FFFFFF\"/>", "Words in a colour that is hardly seen"),
        run("words of the colour of their ground", "<w:color w:val=\"EEF4F6\"/>", "Words in a"),
        run("tiny words", "<w:sz w:val=\"4\"/>", "Words too small to read"),
        run("small words", "<w:sz w:val=\"9\"/>", WORDS),
        run("words struck through", "<w:strike/>", "Words struck through"),
        run("words moved up", "<w:position w:val=\"900\"/>", "Words pressed together"),
        run("words in symbols", "<w:rFonts w:ascii=\"Symbol\"/>", "Words in a font of symbols"),
        run("words in capital letters", "<w:caps/>", WORDS),
        run("words that blink", "<w:effect w:val=\"blinkBackground\"/>", WORDS),
        run("a style that is not there", "<w:rStyle w:val=\"Gone\"/>", WORDS),
        run("a style of a table for words", "<w:rStyle w:val=\"SECData\"/>", WORDS),
        word("another number", TEXT, "13 months", "31 months", "It does not say"),
        word("words taken away", TEXT, "The gas meter shall ", "", "It does not say"),
        word("a word more", TEXT, "The gas meter shall", "$0 not", "It does not say"));
  }

  private static List<HidingTrick> paragraphs() {
    return List.of(
        paragraph(
            "lines without height",
            "<w:spacing w:lineRule=\"exact\" w:line=\"1\"/>",
            "Lines too low to be seen"),
        paragraph(
            "lines over one another",
            "<w:spacing w:lineRule=\"exact\" w:line=\"110\"/>",
            PARAGRAPH),
        paragraph("words beside the page", "<w:ind w:left=\"30000\"/>", "Words beside the page"),
        paragraph("words half beside the page", "<w:ind w:left=\"-3000\"/>", PARAGRAPH),
        paragraph("words far below", "<w:spacing w:before=\"20000\"/>", PARAGRAPH),
        paragraph("a frame", "<w:framePr w:x=\"-9000\"/>", "A frame"),
        paragraph(
            "a ground of another colour", "<w:shd w:val=\"clear\" w:fill=\"111111\"/>", PARAGRAPH),
        paragraph("words from right to left", "<w:bidi/>", PARAGRAPH),
        paragraph(
            "a bullet in front",
            "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>",
            PARAGRAPH),
        word(
            "a mark that hides",
            TEXT,
            "(<w:pStyle w:val=\"SECRequirementStatement\"/><w:rPr>)",
            "$1<w:vanish/>",
            PARAGRAPH),
        word(
            "many breaks of lines",
            TEXT,
            "(<w:r><w:rPr></w:rPr>)(<w:t>The gas meter shall)",
            "$1<w:br/><w:br/><w:br/>$2",
            "Breaks, which move words away"),
        word(
            "many empty paragraphs",
            TEXT,
            "(<w:p><w:pPr><w:pStyle w:val=\"SECRequirementStatement\"/>)",
            "<w:p><w:pPr></w:pPr></w:p>".repeat(9) + "$1",
            "The look of an empty paragraph"),
        new HidingTrick(
            "another bullet",
            OPTIONS,
            "word/numbering.xml",
            "w:lvlText w:val=\"•\"",
            "w:lvlText w:val=\"Not:\"",
            PARAGRAPH),
        new HidingTrick(
            "a bullet taken away",
            OPTIONS,
            TEXT,
            "<w:numId w:val=\"1\"/>",
            "<w:numId w:val=\"0\"/>",
            PARAGRAPH),
        new HidingTrick(
            "another level of the list",
            OPTIONS,
            TEXT,
            "<w:ilvl w:val=\"0\"/>",
            "<w:ilvl w:val=\"1\"/>",
            PARAGRAPH));
  }

  private static List<HidingTrick> styles() {
    return List.of(
        word("a style that hides", STYLES, STYLE + ".*?<w:rPr>)", "$1<w:vanish/>", "Hidden words"),
        word(
            "a style of another colour",
            STYLES,
            STYLE + ".*?<w:rPr>)",
            "$1<w:color w:val=\"9AA5AD\"/>",
            "The look of words: the colour, at 5 places"),
        word(
            "a style based on another one",
            STYLES,
            STYLE + ".*?<w:basedOn w:val=)\"Normal\"",
            "$1\"Heading1\"",
            "The look of words: bold, slanted"),
        word(
            "a style of another kind",
            STYLES,
            "\"paragraph\"( w:styleId=\"SECRequirementStatement\")",
            "\"character\"$1",
            "The look of words: the property “a style of another kind”, at 5 places"),
        word(
            "a small style of tables",
            STYLES,
            "(w:styleId=\"SECTableText\".*?)<w:sz w:val=\"17\"/>",
            "$1<w:sz w:val=\"6\"/>",
            "Words too small"),
        word(
            "words struck out by both styles",
            STYLES,
            "(w:styleId=\"SECStrong\".*?<w:rPr>)(.*?w:styleId=\"SECRequirementBadges\".*?<w:rPr>)",
            "$1<w:caps/>$2<w:caps/>",
            "The look of words: bold, slanted, underlined or capital letters, at 7 places"));
  }

  private static List<HidingTrick> tables() {
    return List.of(
        cell("a cell of a dark ground", "<w:shd w:val=\"clear\" w:fill=\"595959\"/>", CELL),
        cell("words from top to bottom", "<w:textDirection w:val=\"tbRl\"/>", CELL),
        cell("a cell hidden by the one above", "<w:vMerge/>", CELL),
        cell(
            "a cell struck through",
            "<w:tcBorders><w:tl2br w:val=\"single\"/></w:tcBorders>",
            CELL),
        cell(
            "a thick line over a cell",
            "<w:tcBorders><w:left w:val=\"single\" w:sz=\"96\"/></w:tcBorders>",
            CELL),
        cell("a cell fitted into nothing", "<w:tcFitText/>", CELL),
        word("a column of no width", TEXT, "(<w:gridCol w:w=)\"6746\"", "$1\"6\"", CELL),
        word("a cell of no width", TEXT, "(<w:tcW w:w=)\"6746\"", "$1\"6\"", CELL),
        word(
            "a table beside the page",
            TEXT,
            "<w:tblInd w:w=\"0\"",
            "<w:tblInd w:w=\"-20000\"",
            "Words beside the page"),
        word(
            "cells of margins alone",
            TEXT,
            "(<w:tblCellMar>.*?<w:left w:w=)\"100\"",
            "$1\"9000\"",
            TABLE),
        word(
            "a ground by the style of the table",
            STYLES,
            "(w:styleId=\"SECDocumentControl\".*?)(</w:style>)",
            "$1<w:tcPr><w:shd w:val=\"clear\" w:fill=\"595959\"/></w:tcPr>$2",
            CELL),
        word(
            "hidden by the style of the table",
            STYLES,
            "(w:styleId=\"SECDocumentControl\".*?)(</w:style>)",
            "$1<w:rPr><w:vanish/></w:rPr>$2",
            TABLE),
        word(
            "a row without height",
            TEXT,
            "<w:cantSplit w:val=\"true\"/>",
            "<w:trHeight w:val=\"1\" w:hRule=\"exact\"/>",
            "Lines too low"),
        word(
            "a row that is hidden",
            TEXT,
            "<w:cantSplit w:val=\"true\"/>",
            "<w:hidden/>",
            "A hidden row"),
        word(
            "a row taken away",
            TEXT,
            "(SECRequirementStatement.*?)<w:tr>(?:(?!</w:tr>).)*Rationale.*?</w:tr>",
            "$1",
            "It does not say"));
  }

  private static List<HidingTrick> pages() {
    return List.of(
        word("columns", TEXT, "(<w:pgNumType)", "<w:cols w:num=\"9\" w:space=\"900\"/>$1", PAGES),
        word("margins", TEXT, "(<w:pgMar w:left=)\"1134\"", "$1\"9134\"", PAGES),
        word("a page of no size", TEXT, "(<w:pgSz w:w=)\"11906\"", "$1\"30\"", PAGES),
        word(
            "a grid",
            TEXT,
            "<w:docGrid w:type=\"default\"",
            "<w:docGrid w:type=\"linesAndChars\"",
            PAGES));
  }

  private static List<HidingTrick> around() {
    return List.of(
        word(
            "another line in the header",
            "word/header1.xml",
            "(<w:t xml:space=\"preserve\">)Version ",
            "$1Advisory version ",
            "A line around the text"),
        word(
            "a white line in the header",
            "word/header1.xml",
            "<w:rPr></w:rPr>(<w:tab/><w:t [^>]*>Version)",
            "<w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr>$1",
            "Words in a colour"),
        word(
            "another line in the footer",
            "word/footer1.xml",
            "Content digest",
            "Advisory digest",
            "A line around the text"),
        word(
            "another footer",
            TEXT,
            "(<w:footerReference w:type=\"default\" r:id=)\"rId4\"",
            "$1\"rId5\"",
            PAGES),
        word(
            "a note",
            TEXT,
            "(<w:r><w:rPr></w:rPr><w:t>The gas meter shall)",
            "<w:r><w:footnoteReference w:id=\"2\"/></w:r>$1",
            "Markup"),
        word("a picture", TEXT, "(<w:t>The gas meter shall)", "<w:drawing/>$1", "An object"),
        word(
            "words marked as deleted",
            TEXT,
            "(<w:r><w:rPr></w:rPr><w:t>The gas meter shall.*?</w:r>)",
            "<w:del w:id=\"9\" w:author=\"x\">$1</w:del>",
            "Words marked as deleted"));
  }
}
