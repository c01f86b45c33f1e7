package org.seccatalogue.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.record.RecordDraft;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.testkit.Catalogue;
import org.seccatalogue.testkit.Freezer;

/// What boxes and title pages say where the register, or what a stage means, is not at hand.
@QuarkusTest
@NullUnmarked
class EditionBoxesIT {

  private static final String BOX = "Interactions with existing codes and agreements";

  @Inject CatalogueSchema schema;
  @Inject Catalogue catalogue;
  @Inject Revisions revisions;
  @Inject Freezer freezer;

  private static String text(String path) {
    Response answer = given().get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.asString().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  void whatStandsInAPartAloneHasABoxOfItsOwn() {
    String before = text("/api/v1/specifications/B.html");
    Response created =
        given()
            .contentType(ContentType.JSON)
            .body(
                """
                {"type": "code-interaction", "parent": "B", "note": "For a test",
                 "attributes": {"area": "Flows between Parties", "existing_code": "XCA-0001",
                   "kind": "Data exchanged", "impact": "A flow is added."}}""")
            .post("/api/v1/records");
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    String after = text("/api/v1/specifications/B.html");
    assertThat(before).doesNotContain("A flow is added.");
    assertThat(after)
        .containsOnlyOnce(
            BOX
                + " Code or agreement What the records say What its administrator says MRA Master"
                + " Registration Agreement Data exchanged : Flows between Parties. A flow is added."
                + " (")
        .contains("Below stands what records name and administrators say. " + BOX + " Code")
        .containsPattern("A flow is added[^B]* B.1 Technical Interoperability Clear English");
  }

  @Test
  void aSectionHasTheAnswersAboutItsChapter() {
    String chapter = text("/api/v1/specifications/C.6.html");
    String section = text("/api/v1/specifications/C.6.1.html");
    assertThat(chapter).contains("Outcome: Disputed.");
    assertThat(section).contains("Outcome: Disputed.");
  }

  /// All but the registers.
  private List<String> types() {
    return schema.types().stream()
        .filter(type -> type.kind() != TypeKind.AGREEMENT && type.kind() != TypeKind.ASSESSMENT)
        .map(RecordType::name)
        .toList();
  }

  @Test
  void aPartOfTheCatalogueWithoutRegistersNamesCodesByTheirLists() {
    Baseline baseline =
        freezer.freeze(
            "SEC codes of practice",
            "2011-11-30",
            new Selection(List.of("C"), types(), List.of(), null, false, false));
    String section = text("/api/v1/baselines/" + baseline.id() + "/specifications/C.6.html");
    assertThat(section)
        .contains(BOX)
        .contains("MAMCOP Gas meter asset managers code of practice")
        .contains("No assessment is recorded in this edition.")
        .doesNotContain("Not asked");
  }

  /// What is stated in a service catalogue of a clause of Part A is one of Part A, too.
  @Test
  void anInteractionStandsWhereItsMatterDoes() {
    Response created =
        given()
            .contentType(ContentType.JSON)
            .body(
                """
                {"type": "code-interaction", "parent": "C.1.1", "note": "For a test",
                 "attributes": {"area": "Liability cap", "existing_code": "XCA-0002",
                   "concerns": "CLS-0019", "kind": "Consequential change needed",
                   "impact": "The cap must be the same in both."}}""")
            .post("/api/v1/records");
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    String said =
        "BSC Balancing and Settlement Code Consequential change needed : Liability cap. The cap"
            + " must be the same in both. ( A.5.1 )";
    assertThat(text("/api/v1/specifications/A.5.html")).contains(said);
    assertThat(text("/api/v1/specifications/C.1.html"))
        .contains(said.replace("( A.5.1 )", "(A.5.1)"));
    assertThat(text("/api/v1/specifications/A.6.html")).doesNotContain("Liability cap");
  }

  @Test
  void whatIsWithdrawnIsToldSo() {
    freezer.withdraw("XCA-0006");
    freezer.withdraw("ESM-0004");
    assertThat(text("/api/v1/specifications/C.4.html"))
        .contains("DCODE Distribution Code – Withdrawn")
        .contains("( ESM-0004 – Withdrawn)");
  }

  /// A chapter with a requirement that waits is as far as that was.
  @Test
  void whatWaitsCountsAsTheStageThatItLeft() {
    StoredRecord chapter = catalogue.heading(TypeKind.HEADING, "B.9", "Chapter", "B");
    RecordType type = schema.typeOf("electricity-meter-spec");
    RecordKey key = catalogue.record(type, "Waits", chapter.key().toString(), List.of()).key();
    at(key, "PEER");
    assertThat(text("/api/v1/specifications/B.9.html"))
        .contains("Stage of the least advanced requirement Peer review Requirements 1 (1 at Peer");
    assertThat(text("/sections/B.9"))
        .contains("Stage of the least advanced requirement: Peer review");
    assertThat(text("/sections/R.1")).doesNotContain("Stage of the least advanced");
    at(key, "BLOCKED");
    assertThat(text("/sections/B.9"))
        .contains("Stage of the least advanced requirement: Peer review");
    assertThat(text("/api/v1/specifications/B.9.html"))
        .contains("Stage of the least advanced requirement Peer review Requirements 1 (1 at Block");
    Baseline baseline =
        freezer.freeze(
            "SEC B.9",
            "2011-11-30",
            new Selection(List.of("B.9"), List.of(), List.of("BLOCKED"), null, false, false));
    assertThat(text("/api/v1/baselines/" + baseline.id() + "/specifications/B.9.html"))
        .contains("Stage of the least advanced requirement None, besides 1 Blocked Requirements");
  }

  private void at(RecordKey key, String stage) {
    StoredRecord record = revisions.find(key).orElseThrow();
    RecordDraft draft =
        new RecordDraft(
            record.type().name(),
            String.valueOf(record.parent()),
            PlaceWish.NONE,
            stage,
            record.attributes().json(),
            List.of());
    assertThat(
            revisions.save(
                key, record.version(), draft, new ChangeNote("Metering drafter", "For a test")))
        .isInstanceOf(SaveOutcome.Revised.class);
  }
}
