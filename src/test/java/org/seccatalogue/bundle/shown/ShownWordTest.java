package org.seccatalogue.bundle.shown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a Word document shows is the same however a program says it, and what shows otherwise is
/// told once for each way.
class ShownWordTest {

  private static final String W =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:x=\"urn:x\"";
  private static final String TYPE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String MAIN =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  private static final String NORMAL =
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>"
          + "<w:pPr><w:spacing w:after=\"100\"/></w:pPr><w:rPr><w:sz w:val=\"20\"/></w:rPr></w:style>";

  @TempDir Path folder;

  private static String style(String type, String id, String says) {
    return "<w:style w:type=\"%s\" w:styleId=\"%s\">%s</w:style>".formatted(type, id, says);
  }

  private static String paragraph(String says, String run, String words) {
    return "<w:p><w:pPr>%s</w:pPr><w:r><w:rPr>%s</w:rPr><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>"
        .formatted(says, run, words);
  }

  private static String table(String style, String grid, String cell) {
    return "<w:tbl><w:tblPr><w:tblStyle w:val=\"%s\"/><w:tblLook w:firstRow=\"1\"/></w:tblPr><w:tblGrid>%s</w:tblGrid><w:tr><w:tc><w:tcPr>%s</w:tcPr><w:p/></w:tc></w:tr></w:tbl>"
        .formatted(style, grid, cell);
  }

  private Shown shown(String styles, String body) throws IOException {
    Path file = folder.resolve("shown.docx");
    String relationship = "<Relationship Id=\"a\" Type=\"%s%s\" Target=\"%s\"/>";
    String relationships =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s"
            + "</Relationships>";
    Map<String, String> parts =
        Map.of(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
                + " PartName=\"/word/document.xml\" ContentType=\""
                + MAIN
                + "\"/></Types>",
            "_rels/.rels",
            relationships.formatted(
                relationship.formatted(TYPE, "officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels",
            relationships.formatted(relationship.formatted(TYPE, "styles", "styles.xml")),
            "word/styles.xml",
            "<w:styles" + W + ">" + NORMAL + styles + "</w:styles>",
            "word/document.xml",
            "<w:document" + W + "><w:body>" + body + "</w:body></w:document>");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return ShownWord.of(file, 1_000_000);
  }

  private static List<String> told(Shown expected, Shown found) {
    return LookComparison.of(expected.looks(), found.looks()).stream()
        .map(one -> one.first().kind().named() + ": " + one.in() + " " + one.times())
        .toList();
  }

  @Test
  void aStyleSaysWhatAParagraphSays() throws IOException {
    String says = "<w:pPr><w:ind w:left=\"300\"/></w:pPr><w:rPr><w:b/></w:rPr>";
    Shown styled =
        shown(
            style("paragraph", "Note", "<w:basedOn w:val=\"Normal\"/>" + says),
            paragraph("<w:pStyle w:val=\"Note\"/>", "", "One two"));
    Shown said =
        shown(
            "",
            paragraph(
                "<w:ind w:left=\"303\" w:hanging=\"0\"/><w:rPr><w:b/></w:rPr>",
                "<w:b w:val=\"true\"/><w:color w:val=\"auto\"/>",
                "One two"));
    assertThat(told(styled, said)).isEmpty();
  }

  @Test
  void wordsMayBeDividedOtherwise() throws IOException {
    String two =
        "<w:r><w:t xml:space=\"preserve\">The end</w:t></w:r><w:r><w:t>less one</w:t></w:r>";
    Shown whole = shown("", paragraph("", "", "The endless one"));
    assertThat(told(whole, shown("", "<w:p>" + two + "</w:p>"))).isEmpty();
    String bold = two.replaceFirst("<w:t>", "<w:rPr><w:u w:val=\"single\"/></w:rPr>$0");
    assertThat(told(whole, shown("", "<w:p>" + bold + "</w:p>")))
        .containsExactly("words: bold, slanted, underlined or capital letters 1");
  }

  @Test
  void whatDiffersInOneWayIsToldOnce() throws IOException {
    String styles = style("paragraph", "Note", "<w:pPr><w:ind w:left=\"%s\"/></w:pPr>");
    String body = paragraph("<w:pStyle w:val=\"Note\"/>", "", "One").repeat(7);
    assertThat(told(shown(styles.formatted(300), body), shown(styles.formatted(2000), body)))
        .containsExactly("a paragraph: where it stands in the line 7");
    assertThat(told(shown(styles.formatted(300), body), shown(styles.formatted(311), body)))
        .containsExactly("a paragraph: where it stands in the line 7");
    assertThat(told(shown(styles.formatted(300), body), shown(styles.formatted(310), body)))
        .isEmpty();
  }

  @Test
  void whatTwoStylesTurnOnIsOff() throws IOException {
    String body = paragraph("<w:pStyle w:val=\"Note\"/>", "<w:rStyle w:val=\"Gone\"/>", "One");
    String gone = style("character", "Gone", "<w:rPr><w:strike/></w:rPr>");
    Shown struck = shown(style("paragraph", "Note", "") + gone, body);
    Shown twice = shown(style("paragraph", "Note", "<w:rPr><w:strike/></w:rPr>") + gone, body);
    assertThat(told(struck, twice))
        .containsExactly("words: what is struck through 1", "a paragraph: the mark at its end 1");
  }

  @Test
  void aStyleOfTablesSaysWhatACellSays() throws IOException {
    String shade = "<w:shd w:val=\"clear\" w:fill=\"DDE6EE\"/>";
    String first =
        style(
            "table",
            "Data",
            "<w:tblStylePr w:type=\"firstRow\"><w:tcPr>" + shade + "</w:tcPr></w:tblStylePr>");
    Shown styled =
        shown(
            first,
            table(
                "Data",
                "<w:gridCol w:w=\"500\"/><w:gridCol w:w=\"501\"/>",
                "<w:gridSpan w:val=\"2\"/>"));
    Shown said =
        shown(
            style("table", "Data", ""),
            table(
                "Data",
                "<w:gridCol w:w=\"1000\"/>",
                shade + "<w:tcBorders><w:top w:val=\"single\" w:sz=\"4\"/></w:tcBorders>"));
    assertThat(told(styled, said)).isEmpty();
    Shown plain = shown(style("table", "Data", ""), table("Data", "<w:gridCol w:w=\"9\"/>", ""));
    assertThat(told(styled, plain))
        .containsExactly(
            "a cell of a table: the widths 1", "a cell of a table: the ground behind 1");
  }

  @Test
  void whatOnlyLooksLikeWordIsNotTakenForIt() throws IOException {
    assertThat(shown("", "<w:p><w:r><x:t>The meter shall not</x:t></w:r></w:p>").texts()).isEmpty();
    Shown hidden = shown("", paragraph("", "<w:vanish x:val=\"0\"/>", "The meter shall"));
    assertThat(hidden.texts()).isEmpty();
    assertThat(hidden.signs()).contains(new Shown.Sign(null, "Hidden words", "The meter shall"));
  }

  @Test
  void wordsInFrontOfWhatAFieldShowsAreHidden() throws IOException {
    String mark = "<w:r><w:fldChar w:fldCharType=\"%s\"/></w:r>";
    String words = "<w:r><w:t>The meter shall</w:t></w:r>";
    Shown hidden =
        shown("", "<w:p>" + mark.formatted("begin") + words + mark.formatted("end") + "</w:p>");
    assertThat(hidden.texts()).isEmpty();
    assertThat(hidden.signs())
        .contains(new Shown.Sign(null, "Words that a field hides", "The meter shall"));
    Shown endless = shown("", "<w:p>" + mark.formatted("begin") + words + "</w:p>");
    assertThat(endless.signs()).contains(new Shown.Sign(null, "A field that has no end", ""));
  }

  @Test
  void spacesCountWhereTheyAreKept() throws IOException {
    String words = "<w:p><w:r><w:t>shall</w:t></w:r><w:r><w:t%s> not</w:t></w:r></w:p>";
    assertThat(shown("", words.formatted("")).texts()).containsEntry("", "shallnot");
    assertThat(shown("", words.formatted(" xml:space=\"preserve\"")).texts())
        .containsEntry("", "shall not");
  }

  @Test
  void aHyphenIsALetter() throws IOException {
    Shown shown =
        shown("", "<w:p><w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>half</w:t></w:r></w:p>");
    assertThat(shown.texts()).containsEntry("", "non\u2011half");
  }

  @Test
  void aSpaceCanPushWordsAway() throws IOException {
    String words = "<w:p><w:r><w:t>One</w:t></w:r>%s<w:r><w:t>two</w:t></w:r></w:p>";
    String space = "<w:r><w:rPr>%s</w:rPr><w:t xml:space=\"preserve\"> </w:t></w:r>";
    Shown plain = shown("", words.formatted(space.formatted("")));
    assertThat(told(plain, shown("", words.formatted(space.formatted("<w:lang w:val=\"a\"/>")))))
        .isEmpty();
    Shown wide = shown("", words.formatted(space.formatted("<w:sz w:val=\"1600\"/>")));
    assertThat(told(plain, wide)).containsExactly("words: the size 1");
    assertThat(LookComparison.of(plain.looks(), wide.looks()))
        .extracting(LookComparison.Difference::expected, LookComparison.Difference::found)
        .containsExactly(tuple("size 10 pt", "size 800 pt"));
  }

  @Test
  void anEmptyParagraphCanPushWordsAway() throws IOException {
    String words = paragraph("", "", "One");
    Shown plain = shown("", words);
    String empty = "<w:p><w:pPr><w:spacing w:before=\"12000\"/></w:pPr></w:p>";
    Shown high = shown("", words + empty);
    assertThat(told(plain, high)).containsExactly("an empty paragraph: the space between 1");
    assertThat(LookComparison.of(plain.looks(), high.looks()))
        .extracting(LookComparison.Difference::found)
        .containsExactly("space before 600 pt");
  }

  @Test
  void whatIsStruckWithAForeignValueIsStruck() throws IOException {
    Shown plain = shown("", paragraph("", "", "One"));
    assertThat(told(plain, shown("", paragraph("", "<w:strike w:val=\"off\"/>", "One")))).isEmpty();
    assertThat(told(plain, shown("", paragraph("", "<w:strike w:val=\"none\"/>", "One"))))
        .containsExactly("words: what is struck through 1");
  }

  @Test
  void aWordBelongsToItsCell() throws IOException {
    String cells = "<w:tbl><w:tr><w:tc>%s</w:tc><w:tc>%s</w:tc></w:tr></w:tbl>";
    String no = paragraph("", "", "No");
    Shown first = shown("", cells.formatted(no, "<w:p/>"));
    Shown second = shown("", cells.formatted("<w:p/>", no));
    assertThat(first.texts()).containsEntry("", "No\n|\n|");
    assertThat(second.texts()).containsEntry("", "|\nNo\n|");
  }

  @Test
  void aTabCanPushWordsAway() throws IOException {
    String words = "<w:p><w:r><w:t>One</w:t></w:r><w:r>%s<w:tab/></w:r></w:p>";
    Shown plain = shown("", words.formatted(""));
    Shown wide = shown("", words.formatted("<w:rPr><w:sz w:val=\"3000\"/></w:rPr>"));
    assertThat(told(plain, wide)).containsExactly("words: the size 1");
  }

  @Test
  void manySpacesPushWordsAway() throws IOException {
    Shown.Sign sign = new Shown.Sign(null, "Many spaces in a row, which move words away", "");
    for (String blank :
        List.of(
            "<w:t xml:space=\"preserve\">%s</w:t>".formatted(" ".repeat(20)),
            "<w:t>%s</w:t>".formatted("\u00a0".repeat(30)),
            "<w:tab/>".repeat(5))) {
      String body = "<w:p><w:r><w:t>shall</w:t>" + blank + "<w:t>not</w:t></w:r></w:p>";
      assertThat(shown("", body).signs()).as(blank).contains(sign);
    }
    assertThat(shown("", "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b c</w:t></w:r></w:p>").signs())
        .doesNotContain(sign);
  }

  @Test
  void theGridOfPagesMovesLines() throws IOException {
    String pages = "<w:p/><w:sectPr><w:docGrid %s/></w:sectPr>";
    Shown plain = shown("", pages.formatted("w:linePitch=\"360\""));
    assertThat(told(plain, shown("", pages.formatted("w:type=\"default\" w:linePitch=\"100\""))))
        .isEmpty();
    assertThat(told(plain, shown("", pages.formatted("w:type=\"lines\" w:linePitch=\"14000\""))))
        .containsExactly("the pages: the property “docGrid” 1");
  }
}
