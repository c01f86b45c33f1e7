package org.seccatalogue.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seccatalogue.document.word.WordFixture.METER_CLOCK;
import static org.seccatalogue.document.word.WordFixture.blocks;
import static org.seccatalogue.document.word.WordFixture.requirement;
import static org.seccatalogue.document.word.WordFixture.visible;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.seccatalogue.document.Block;
import org.seccatalogue.document.Block.Requirement;
import org.seccatalogue.document.Block.Requirement.AttributeRow;
import org.seccatalogue.document.Block.Requirement.Badge;
import org.seccatalogue.document.Run;

class WordRequirementTest {

  @Test
  void showsTitleBadgesStatementAttributesAndLinks() {
    assertThat(visible(blocks(METER_CLOCK)))
        .isEqualTo(
            """
            ESM-0006\tClock accuracy
            Shall
            The electricity meter shall keep time within 10 seconds of UTC.
            Attributes and links of ESM-0006
            Technical
            Interval
            30 min
            Retention
            13 months
            Verification
            Acceptance
            Drift under 10 s
            Traceability
            Derives from
            C.4.1.a  Electricity meters  [suspect: the target has changed]
            A.2.4  Security and privacy

            """);
  }

  @Test
  void leadsOnlyToTargetsInTheDocument() {
    assertThat(blocks(METER_CLOCK)).containsOnlyOnce("<w:hyperlink ");
  }

  @Test
  void letsShortAttributesOfAGroupShareARow() {
    assertThat(rows(attribute("A", "1"), attribute("A", "2"))).isEqualTo(1);
    assertThat(rows(attribute("A", "1"), attribute("A", "2"), attribute("A", "3"))).isEqualTo(2);
    assertThat(rows(attribute("A", "1"), attribute("A", "a value that needs all of the line")))
        .isEqualTo(2);
    assertThat(rows(attribute("A", "two\nlines"), attribute("A", "2"))).isEqualTo(2);
  }

  @Test
  void strikesOutTheTitleOfAWithdrawnRequirement() {
    Requirement withdrawn =
        new Requirement(
            "ESM-0007",
            null,
            "Gone",
            Run.of("It was so."),
            List.of(
                new Badge("Withdrawn", Badge.Kind.WITHDRAWN),
                new Badge("provisional", Badge.Kind.PROVISIONAL)),
            "ESM-0007",
            List.of(),
            List.of(),
            List.of(new Block.Table("Data items", List.of("Name"), List.of())));

    assertThat(blocks(withdrawn)).contains("<w:rStyle w:val=\"SECWithdrawnTitle\"/>");
    assertThat(visible(blocks(withdrawn)))
        .isEqualTo(
            """
            ESM-0007\tGone
            Withdrawn  \u00b7  [provisional]
            It was so.
            Data items
            Name

            """);
  }

  private static AttributeRow attribute(String group, String value) {
    return new AttributeRow(group, "Label", Run.of(value));
  }

  /// How many rows attributes of one group take, without the title and the name of the group.
  private static int rows(AttributeRow... attributes) {
    String xml = blocks(requirement(List.of(attributes), List.of()));
    return xml.split("<w:tr>", -1).length - 1 - 2;
  }
}
