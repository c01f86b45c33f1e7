package org.seccatalogue.page.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.seccatalogue.schema.Glossary;
import org.seccatalogue.schema.SchemaFiles;
import org.seccatalogue.schema.SchemaLoader;

class TermMarksTest {

  private static final Glossary GLOSSARY =
      ((SchemaLoader.Outcome.Loaded) SchemaLoader.load(SchemaFiles.in(Path.of("catalogue-schema"))))
          .schema()
          .glossary();

  private static String marked(String html) {
    return new TermMarks(GLOSSARY, "/g").in(html);
  }

  private static String mark(int number, String anchor, String form, String explained) {
    return "<span class=\"app-term\"><a href=\"/g#%s\" aria-describedby=\"term-mark-%d\">%s</a>"
            .formatted(anchor, number, form)
        + "<span class=\"app-term__tip\" role=\"tooltip\" id=\"term-mark-%d\">%s</span></span>"
            .formatted(number, explained);
  }

  private static final String MPAN =
      "Meter Point Administration Number. The number of an electricity supply point; its core has"
          + " 13 digits.";

  @Test
  void marksATermWhereItStandsFirst() {
    assertThat(marked("<p class=\"app-running\">The MPAN, and the MPAN again.</p>"))
        .isEqualTo(
            "<p class=\"app-running\">The "
                + mark(1, "term-mpan", "MPAN", MPAN)
                + ", and the MPAN again.</p>");
  }

  @Test
  void marksItAgainInTheNextArticle() {
    String article = "<article><p class=\"sec-statement\">MPAN</p></article>";
    assertThat(marked(article + article))
        .isEqualTo(
            "<article><p class=\"sec-statement\">%s</p></article>"
                    .formatted(mark(1, "term-mpan", "MPAN", MPAN))
                + "<article><p class=\"sec-statement\">%s</p></article>"
                    .formatted(mark(2, "term-mpan", "MPAN", MPAN)));
  }

  @Test
  void prefersTheLongerTerm() {
    assertThat(marked("<p class=\"app-running\">WAN comms unit</p>"))
        .contains("#term-wan-comms-unit\"", ">WAN comms unit</a>")
        .doesNotContain("#term-wan\"");
  }

  @Test
  void leavesAllOtherTextAsItIs() {
    for (String html :
        new String[] {
          "<h1>MPAN</h1>",
          "<p>MPAN</p>",
          "<p class=\"app-running-text\">MPAN</p>",
          "<p class=\"app-running\">XMPAN MPANs MPAN-2 mpan &amp; a&lt;b</p>",
          "<p class=\"app-running\"><a href=\"/x\" title=\"MPAN\">the <b>MPAN</b></a><br></p><p>MPAN</p>",
        }) {
      assertThat(marked(html)).isEqualTo(html);
    }
  }
}
