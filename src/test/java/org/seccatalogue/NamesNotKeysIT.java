package org.seccatalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seccatalogue.record.RecordDraft;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.testkit.BadDraftWorld;
import org.seccatalogue.testkit.Drafts;

/// People call a record by its reference where it has one, and so does whatever is told to them:
/// its key stands nowhere in messages, fields and lines of history.
@QuarkusTest
@NullUnmarked
class NamesNotKeysIT {

  private static final ChangeNote NOTE = new ChangeNote("Metering drafter", "For a test");

  @Inject BadDraftWorld world;
  @Inject Revisions revisions;

  @BeforeEach
  void makeTheRecords() {
    world.make();
  }

  private String name(String of) {
    return world.resolved("{" + of + "}");
  }

  private String key(String of) {
    return world.resolved("{key of " + of + "}");
  }

  private StoredRecord created(RecordDraft draft) {
    return ((SaveOutcome.Created) revisions.create(draft, NOTE)).record();
  }

  private StoredRecord linked() {
    return created(
        Drafts.meter("Linked").below(name("inner")).linked("derives_from", name("clause")).draft());
  }

  private List<String> messages(String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1/records")
        .then()
        .statusCode(422)
        .extract()
        .jsonPath()
        .getList("findings.message");
  }

  @Test
  void aValueThatAnotherRecordHas() {
    assertThat(
            messages(
                """
            {"type": "section", "parent": "%s", "attributes": {"reference": "%s", "title": "Again"}}
            """
                    .formatted(name("outer"), name("inner"))))
        .containsExactly(
            "Found “"
                + name("inner")
                + "”, expected a value that no other record has; “Section inner” has it.");
  }

  @Test
  void aRevisionThatThereIsNot() {
    assertThat(
            messages(
                """
            {"type": "electricity-meter-spec", "parent": "%s", "attributes": {"title": "New"},
             "links": [{"type": "derives_from", "target": "%s", "targetRevision": 99}]}
            """
                    .formatted(name("inner"), key("clause"))))
        .anyMatch(message -> message.contains("a revision of " + name("clause") + ","))
        .noneMatch(message -> message.contains(key("clause")));
  }

  @Test
  void aLinkOfTheWrongType() {
    assertThat(
            messages(
                """
            {"type": "electricity-meter-spec", "parent": "%s", "attributes": {"title": "New"},
             "links": [{"type": "derives_from", "target": "%s"}]}
            """
                    .formatted(name("inner"), name("outer"))))
        .anyMatch(message -> message.contains("“derives from”"))
        .noneMatch(message -> message.contains("derives_from"))
        .noneMatch(message -> message.contains("electricity-meter-spec"));
  }

  /// A plan names sections by keys when it is applied; its rows and people do not.
  @Test
  void whatAnImportFindsWhenItIsApplied() {
    StoredRecord section =
        created(
            Drafts.of("section")
                .with("reference", "C.61")
                .with("title", "Ladders")
                .below("C")
                .draft());
    byte[] file = "Section,Reference,Title\nC.61,C.61.1,Steps\n".getBytes(StandardCharsets.UTF_8);
    int id =
        given()
            .header("Prefer", "wait=60")
            .multiPart("file", "Sections.csv", file)
            .post("/api/v1/imports")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    revisions.withdraw(section.key(), section.version(), NOTE);
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("note", "As agreed"))
        .post("/api/v1/imports/" + id + "/apply")
        .then()
        .statusCode(409)
        .body("findings.code", equalTo(List.of("BAD_PLACE")))
        .body("findings.found", equalTo(List.of("C.61")));
  }

  @Test
  void theFieldsOfAForm() {
    StoredRecord record = linked();
    String form = given().get("/records/" + record.key() + "/edit").asString();
    assertThat(form).contains("value=\"" + name("clause") + "\"").doesNotContain(key("clause"));
    String revision = given().get("/records/" + record.key() + "/revisions/1").asString();
    assertThat(revision).contains("derives from " + name("clause") + " as of revision");
  }

  @Test
  void thePageOfAConflict() {
    StoredRecord record = linked();
    String old = record.version().toString();
    revisions.save(
        record.key(),
        record.version(),
        Drafts.meter("Linked").below(name("inner")).linked("refines", name("clause")).draft(),
        NOTE);
    revisions.save(
        record.key(),
        revisions.find(record.key()).orElseThrow().version(),
        Drafts.meter("Other").below(name("other")).draft(),
        NOTE);
    String page =
        given()
            .formParam("version", old)
            .formParam("action", "save")
            .formParam("/attributes/title", "Mine")
            .formParam("/parent", name("outer"))
            .formParam("/links/0/type", "derives_from")
            .formParam("/links/0/target", name("clause"))
            .formParam("/links/0/note", "Mine")
            .post("/records/" + record.key() + "/edit")
            .then()
            .statusCode(409)
            .extract()
            .asString();
    assertThat(page)
        .contains(name("clause"))
        .doesNotContain(key("clause"))
        .doesNotContain("derives_from<");
  }

  @Test
  void theReplacementOfAWithdrawnRecord() {
    StoredRecord record = section(name("outer") + ".78", name("outer"));
    revisions.withdraw(record.key(), record.version(), key("outer"), NOTE);
    String page = given().get("/records/" + record.key()).asString();
    assertThat(page).contains("Replaced by").contains(">" + name("outer") + "</a>");
    assertThat(page).doesNotContain(">" + key("outer") + "</a>");
    assertThat(given().get("/records/" + record.key() + "/withdraw").asString())
        .contains("value=\"" + name("outer") + "\"");
  }

  @Test
  void whatStandsBelowAnEndedSection() {
    StoredRecord above = section(name("outer") + ".77", name("outer"));
    StoredRecord below = section(name("outer") + ".77.1", name("outer") + ".77");
    String message =
        given()
            .contentType(ContentType.JSON)
            .header("If-Match", "\"" + above.version() + "\"")
            .body("{\"note\": \"Gone\"}")
            .post("/api/v1/records/" + above.key() + "/withdrawal")
            .then()
            .statusCode(422)
            .extract()
            .asString();
    assertThat(message).contains(name("outer") + ".77.1 stands below it");
    assertThat(message).doesNotContain(below.key().toString());
  }

  private StoredRecord section(String reference, String parent) {
    return created(
        Drafts.of("section")
            .with("reference", reference)
            .with("title", "Soon gone")
            .below(parent)
            .draft());
  }
}
