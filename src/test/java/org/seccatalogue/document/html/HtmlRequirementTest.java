package org.seccatalogue.document.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seccatalogue.document.html.HtmlFixture.blocks;

import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.seccatalogue.document.Block;
import org.seccatalogue.document.Block.Requirement;
import org.seccatalogue.document.Block.Requirement.AttributeRow;
import org.seccatalogue.document.Block.Requirement.Badge;
import org.seccatalogue.document.Block.Requirement.LinkRow;
import org.seccatalogue.document.Run;
import org.seccatalogue.document.word.WordFixture;
import org.seccatalogue.xml.XmlWriter;

class HtmlRequirementTest {

  @Test
  void writesAnArticleWithOneTableOfAttributesAndLinks() {
    assertThat(blocks(WordFixture.METER_CLOCK))
        .isEqualTo(
            """
            <article class="sec-requirement" id="ESM-0006" data-key="ESM-0006">
            <h2 class="sec-title"><a class="sec-key" href="#ESM-0006">ESM-0006</a> \
            <span>Clock accuracy</span></h2>
            <ul class="sec-badges">
            <li class="sec-badge-obligation">Shall</li>
            </ul>
            <p class="sec-statement">The electricity meter shall keep time within 10 seconds of UTC.</p>
            <table class="sec-attributes">
            <caption>Attributes and links of ESM-0006</caption>
            <tbody>
            <tr><th class="sec-group" colspan="2" scope="rowgroup">Technical</th></tr>
            <tr><th scope="row">Interval</th><td>30 min</td></tr>
            <tr><th scope="row">Retention</th><td>13 months</td></tr>
            </tbody>
            <tbody>
            <tr><th class="sec-group" colspan="2" scope="rowgroup">Verification</th></tr>
            <tr><th scope="row">Acceptance</th><td>Drift under 10 s</td></tr>
            </tbody>
            <tbody>
            <tr><th class="sec-group" colspan="2" scope="rowgroup">Traceability</th></tr>
            <tr><th scope="row">Derives from</th><td><ul>
            <li><a href="#C.4.1.a">C.4.1.a</a> Electricity meters \
            <strong class="sec-suspect">Suspect: the target has changed</strong></li>
            <li><span class="sec-target">A.2.4</span> Security and privacy</li>
            </ul></td></tr>
            </tbody>
            </table>
            </article>
            """);
  }

  @Test
  void leadsToThePagesOfRecordsWhereThereAreSome() {
    StringWriter out = new StringWriter();
    XmlWriter xml = new XmlWriter(out);
    new HtmlRequirement(xml, new HtmlText(xml, name -> "/records/" + name))
        .write(WordFixture.METER_CLOCK, "h2");
    assertThat(out.toString())
        .contains("<a class=\"sec-key\" href=\"/records/ESM-0006\">ESM-0006</a>")
        .contains("<a href=\"#C.4.1.a\">C.4.1.a</a>")
        .contains("<a class=\"sec-target\" href=\"/records/A.2.4\">A.2.4</a>");
  }

  @Test
  void carriesItsDigestAndItsTables() {
    Requirement withdrawn =
        new Requirement(
            "ESM-0007",
            "0f1e",
            "Gone",
            List.of(),
            List.of(
                new Badge("Withdrawn", Badge.Kind.WITHDRAWN),
                new Badge("provisional", Badge.Kind.PROVISIONAL)),
            "ESM-0007",
            List.of(),
            List.of(),
            List.of(new Block.Table("Data items", List.of("Name"), List.of())));

    assertThat(blocks(new Block.Heading(3, "", "Section", "S", false), withdrawn))
        .isEqualTo(
            """
            <section>
            <h4 class="sec-heading sec-heading-3" id="S"><span>Section</span></h4>
            <article class="sec-requirement sec-withdrawn" id="ESM-0007" data-key="ESM-0007" \
            data-digest="0f1e">
            <h5 class="sec-title"><a class="sec-key" href="#ESM-0007">ESM-0007</a> \
            <span>Gone</span></h5>
            <ul class="sec-badges">
            <li class="sec-badge-withdrawn">Withdrawn</li>
            <li class="sec-badge-provisional">provisional</li>
            </ul>
            <div class="sec-scroll" role="region" aria-label="Data items" tabindex="0">
            <table class="sec-data">
            <caption>Data items</caption>
            <thead>
            <tr><th scope="col">Name</th></tr>
            </thead>
            <tbody>
            </tbody>
            </table>
            </div>
            </article>
            </section>
            """);
  }

  @Test
  void escapesWhateverItIsGiven() {
    String evil = "\"><script>&\u0000";
    Requirement requirement =
        new Requirement(
            "K" + evil,
            "D" + evil,
            "T" + evil,
            Run.of("S" + evil),
            List.of(new Badge("B" + evil, Badge.Kind.STAGE)),
            "A" + evil,
            List.of(new AttributeRow("G" + evil, "L" + evil, Run.of("V" + evil))),
            List.of(new LinkRow("R" + evil, "X" + evil, "Y" + evil, "Z" + evil, true, "N" + evil)),
            List.of());

    String markup = blocks(requirement);

    assertThat(markup).doesNotContain("<script", "\u0000", evil);
    for (String value :
        List.of("K", "D", "T", "S", "B", "A", "G", "L", "V", "R", "X", "Y", "Z", "N")) {
      assertThat(markup).contains(value + "&quot;&gt;&lt;script&gt;&amp;");
    }
  }
}
