package org.seccatalogue.revision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.record.RecordDraft;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.testkit.Catalogue;

/// A branch that would take what is below it further down than the outline goes stays where it is.
@QuarkusTest
@NullUnmarked
class DeepOutlineIT {

  private static final int LEVELS = 21;
  private static final ChangeNote NOTE = new ChangeNote("Metering drafter", "For a test");

  @Inject Catalogue catalogue;
  @Inject Revisions revisions;

  /// Sections of which each stands below the one before; the last has 20 above it.
  private void chain(String first) {
    String above = null;
    for (int level = 1; level <= LEVELS; level++) {
      String reference = level == 1 ? first : first + ".x" + level;
      catalogue.heading(TypeKind.HEADING, reference, "Level " + level, above);
      above = reference;
    }
  }

  private SaveOutcome moved(String reference, String parent) {
    StoredRecord record = revisions.named(reference).orElseThrow();
    RecordDraft draft =
        new RecordDraft(
            record.type().name(),
            parent,
            PlaceWish.NONE,
            record.stage(),
            record.attributes().json(),
            List.of());
    return revisions.save(record.key(), record.version(), draft, NOTE);
  }

  @Test
  void whatIsBelowABranchCountsToo() {
    chain("Y");
    chain("Z");

    assertThat(moved("Z", "Y.x20"))
        .isInstanceOfSatisfying(
            SaveOutcome.Rejected.class,
            rejected ->
                assertThat(rejected.findings())
                    .extracting(Finding::code)
                    .containsExactly(FindingCode.BAD_PLACE));
    assertThat(moved("Z", "Y.x19")).isInstanceOf(SaveOutcome.Revised.class);
    assertThat(given().get("/").statusCode()).isEqualTo(200);
    assertThat(given().get("/sections/Z.x21").statusCode()).isEqualTo(200);
  }
}
