package org.seccatalogue.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seccatalogue.document.word.WordFixture.paragraphs;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.seccatalogue.document.Run;

class WordParagraphsTest {

  @Test
  void writesStyleAndText() {
    assertThat(paragraphs(p -> p.paragraph(WordStyle.BODY_TEXT, "A & B")))
        .isEqualTo(
            "<w:p><w:pPr><w:pStyle w:val=\"SECBodyText\"/></w:pPr>"
                + "<w:r><w:t xml:space=\"preserve\">A &amp; B</w:t></w:r></w:p>");
  }

  @Test
  void keepsLineBreaksAndTabs() {
    assertThat(paragraphs(p -> p.text("a\r\nb\rc\n\td")))
        .isEqualTo(
            "<w:r><w:t xml:space=\"preserve\">a</w:t><w:br/><w:t xml:space=\"preserve\">b</w:t>"
                + "<w:br/><w:t xml:space=\"preserve\">c</w:t><w:br/><w:tab/>"
                + "<w:t xml:space=\"preserve\">d</w:t></w:r>");
  }

  @Test
  void leadsFromACrossReferenceToItsBookmark() {
    String name = BookmarkName.of("C.4.1.a");

    assertThat(
            paragraphs(p -> p.runs(List.of(new Run.CrossReference("C.4.1.a Meters", "C.4.1.a")))))
        .isEqualTo(
            "<w:hyperlink w:anchor=\""
                + name
                + "\" w:history=\"1\"><w:r><w:rPr><w:rStyle w:val=\"SECCrossReference\"/></w:rPr>"
                + "<w:t xml:space=\"preserve\">C.4.1.a Meters</w:t></w:r></w:hyperlink>");
    assertThat(paragraphs(p -> p.beginBookmark("C.4.1.a").text("x").endBookmark()))
        .isEqualTo(
            "<w:bookmarkStart w:id=\"0\" w:name=\""
                + name
                + "\"/><w:r><w:t xml:space=\"preserve\">x</w:t></w:r><w:bookmarkEnd w:id=\"0\"/>");
  }

  @Test
  void beginsAPageOnce() {
    String xml =
        paragraphs(
            p -> {
              p.beginPage();
              p.paragraph(WordStyle.BODY_TEXT, "first");
              p.paragraph(WordStyle.BODY_TEXT, "second");
            });

    assertThat(xml).containsOnlyOnce("<w:pageBreakBefore/>");
  }

  @Test
  void writesEveryEmphasisInItsStyle() {
    for (Run.Emphasis emphasis : Run.Emphasis.values()) {
      String xml = paragraphs(p -> p.runs(List.of(new Run.Text("x", emphasis))));

      assertThat(xml.contains("w:rStyle")).isEqualTo(emphasis != Run.Emphasis.NONE);
    }
  }
}
