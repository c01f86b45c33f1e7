package org.seccatalogue.revision.numbering;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.Traces;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.testkit.Drafts;
import org.seccatalogue.trace.Soundness;
import org.seccatalogue.trace.TracedLink;

/// A reference is a fact that may change, and no word: to change it makes no revision, no link
/// suspect and no stage fall, through whichever door.
@QuarkusTest
@NullUnmarked
class ReferenceAloneIT {

  private static final ChangeNote NOTE = new ChangeNote("Drafter", "The numbers moved up");

  @Inject Revisions revisions;
  @Inject Traces traces;

  private StoredRecord created(Drafts draft) {
    return ((SaveOutcome.Created) revisions.create(draft.draft(), NOTE)).record();
  }

  private SaveOutcome saved(StoredRecord record, Drafts draft) {
    return revisions.save(record.key(), record.version(), draft.draft(), NOTE);
  }

  private StoredRecord now(RecordKey key) {
    return revisions.find(key).orElseThrow();
  }

  private static Drafts clause(String reference, String title) {
    return Drafts.of("clause").with("reference", reference).with("title", title).below("A.1");
  }

  private static JsonPath history(RecordKey key) {
    return given().get("/api/v1/records/" + key + "/history").jsonPath();
  }

  @Test
  void noLinkBecomesSuspectAndNoStageIsLost() {
    StoredRecord clause = created(clause("A.7100.1", "Ladders"));
    created(Drafts.meter("Ladder").below("C.4.1.a").linked("derives_from", "A.7100.1"));
    saved(clause, clause("A.7100.1", "Ladders").at("PEER"));

    SaveOutcome outcome = saved(now(clause.key()), clause("A.7100.2", "Ladders").at("PEER"));

    StoredRecord after = ((SaveOutcome.Renumbered) outcome).record();
    assertThat(after.head().reference()).isEqualTo("A.7100.2");
    assertThat(after.attributes().get("reference").asText()).isEqualTo("A.7100.2");
    assertThat(after.version().toString()).isEqualTo("1.3");
    assertThat(after.stage()).isEqualTo("PEER");
    assertThat(traces.to(clause.key(), 10))
        .extracting(TracedLink::soundness)
        .containsExactly(Soundness.SOUND);
    assertThat(history(clause.key()).getList("items.kind"))
        .containsExactly("RENUMBERED", "STAGE_CHANGED", "REVISED");
    assertThat(history(clause.key()).getString("items[0].note")).isEqualTo(NOTE.reason());
    assertThat(revisions.named("A.7100.1")).isEmpty();
  }

  @Test
  void otherWordsMakeOneRevisionWithTheEventBesideIt() {
    StoredRecord clause = created(clause("A.7100.3", "Ladders"));
    assertThat(saved(clause, clause("A.7100.4", "Lines"))).isInstanceOf(SaveOutcome.Revised.class);
    assertThat(history(clause.key()).getList("items.kind"))
        .containsExactly("RENUMBERED", "REVISED", "REVISED");
    assertThat(now(clause.key()).version().toString()).isEqualTo("2.2");
  }

  @Test
  void aStageMovesBesideIt() {
    StoredRecord clause = created(clause("A.7100.5", "Ladders"));
    assertThat(saved(clause, clause("A.7100.6", "Ladders").at("PEER")))
        .isInstanceOf(SaveOutcome.Revised.class);
    assertThat(history(clause.key()).getList("items.kind"))
        .containsExactly("RENUMBERED", "STAGE_CHANGED", "REVISED");
    assertThat(now(clause.key()).version().toString()).isEqualTo("1.2");
  }

  @Test
  void aReferenceThatAnotherHasIsRefused() {
    StoredRecord clause = created(clause("A.7100.7", "Ladders"));
    created(clause("A.7100.8", "Lines"));
    assertThat(saved(clause, clause("A.7100.8", "Ladders")))
        .isInstanceOf(SaveOutcome.Rejected.class);
    assertThat(saved(clause, clause("C.4.1", "Ladders"))).isInstanceOf(SaveOutcome.Rejected.class);
    assertThat(now(clause.key()).version()).isEqualTo(clause.version());
  }

  private static final String BODY =
      """
      {"type": "section", "parent": "C", "note": "The numbers moved up",
       "attributes": {"reference": "%s", "title": "%s"}}
      """;

  private static RecordKey section(String reference, String title) {
    return RecordKey.of(
        given()
            .contentType(ContentType.JSON)
            .body(BODY.formatted(reference, title))
            .post("/api/v1/records")
            .then()
            .statusCode(201)
            .extract()
            .path("key"));
  }

  private static Response put(RecordKey key, String version, String reference, String title) {
    return given()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"" + version + "\"")
        .body(BODY.formatted(reference, title))
        .put("/api/v1/records/" + key);
  }

  @Test
  void theApiSaysSo() {
    RecordKey key = section("C.7101", "Ladders");

    Response answer = put(key, "1.1", "C.7102", "Ladders");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.header("ETag")).isEqualTo("\"1.2\"");
    assertThat(answer.header("Change-Recorded")).isEqualTo("true");
    assertThat(answer.header("Renumbered")).isEqualTo("true");
    assertThat(answer.jsonPath().getInt("revision")).isEqualTo(1);
    assertThat(answer.jsonPath().getString("attributes.reference")).isEqualTo("C.7102");
    assertThat(put(key, "1.2", "C.7102", "Lines").header("Renumbered")).isEqualTo("false");
  }

  @Test
  void ofTwoWhoRenumberItTheSecondIsTold() {
    RecordKey key = section("C.7111", "Ladders");
    put(key, "1.1", "C.7112", "Ladders");

    assertThat(put(key, "1.1", "C.7113", "Ladders").statusCode()).isEqualTo(412);
    String form = form(key, "1.1", "C.7113", "Ladders").asString();
    assertThat(form.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
        .contains("Reference: both of you changed it", "C. 7111 7113", "C. 7111 7112");
    assertThat(form(key, "1.1", "C.7111", "Lines").asString())
        .contains("value=\"C.7112\"", "value=\"Lines\"");
    assertThat(now(key).head().reference()).isEqualTo("C.7112");

    Response saved = form(key, "1.2", "C.7113", "Ladders");
    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(given().get(saved.header("Location")).asString())
        .contains("The reference was changed, and nothing else: no new revision was made");
  }

  /// Its revision was written under another reference than the one that the person saw.
  @Test
  void whatOnlyTheWordsChangedIsNoConflictOfNumbers() {
    RecordKey key = section("C.7121", "Ladders");
    put(key, "1.1", "C.7122", "Ladders");
    put(key, "1.2", "C.7122", "Lines");
    put(key, "2.3", "C.7123", "Lines");

    String form = form(key, "1.2", "C.7122", "Ladders").asString();
    assertThat(form).contains("value=\"C.7123\"", "value=\"Lines\"");
  }

  private static Response form(RecordKey key, String version, String reference, String title) {
    return given()
        .redirects()
        .follow(false)
        .formParam("version", version)
        .formParam("type", "section")
        .formParam("/parent", "C")
        .formParam("/stage", "DRAFT")
        .formParam("/attributes/reference", reference)
        .formParam("/attributes/title", title)
        .post("/records/" + key + "/edit");
  }

  private static String exported(RecordKey key) {
    String all =
        given()
            .get("/api/v1/exports/records.csv?type=section&section=C")
            .then()
            .extract()
            .asString();
    List<String> lines = all.lines().toList();
    return lines.getFirst()
        + "\n"
        + lines.stream()
            .filter(line -> line.contains(key.toString() + ","))
            .findFirst()
            .orElseThrow()
        + "\n";
  }

  private static JsonPath planned(String csv) {
    int id =
        given()
            .header("Prefer", "wait=60")
            .multiPart("file", "section.csv", csv.getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/imports")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    return given().get("/api/v1/imports/" + id + "?limit=200&changesAfter=0").jsonPath();
  }

  private static String edited(String csv, String before, String after) {
    return csv.replaceFirst("(?m)(^|,)" + before.replace(".", "\\.") + "(?=,)", "$1" + after);
  }

  @Test
  void aWorkbookPlansItAsThatAndAnUndoTakesItBack() {
    RecordKey key = section("C.7131", "Ladders");
    put(key, "1.1", "C.7132", "Ladders");

    String exported = exported(key);
    JsonPath plan = planned(edited(exported, "C.7132", "C.7133"));
    assertThat(plan.getList("findings")).as(plan::prettify).isEmpty();
    assertThat(plan.getList("changes[0].changed")).containsExactly("reference");
    assertThat(plan.getBoolean("changes[0].makesRevision")).isFalse();
    assertThat(plan.getString("changes[0].edits[0].before")).isEqualTo("C.7132");
    assertThat(plan.getString("changes[0].edits[0].after")).isEqualTo("C.7133");
    int id = plan.getInt("import.id");
    assertThat(given().get("/imports/" + id).asString())
        .contains("It renumbers the record, and makes no new revision.");

    given()
        .header("Prefer", "wait=60")
        .contentType(ContentType.JSON)
        .body("{\"note\": \"As agreed\"}")
        .post("/api/v1/imports/" + id + "/apply")
        .then()
        .statusCode(200);
    assertThat(now(key).head().reference()).isEqualTo("C.7133");
    assertThat(now(key).version().toString()).isEqualTo("1.3");

    given()
        .header("Prefer", "wait=60")
        .contentType(ContentType.JSON)
        .body("{\"note\": \"Not agreed\"}")
        .post("/api/v1/imports/" + id + "/undo")
        .then()
        .statusCode(200);
    assertThat(now(key).head().reference()).isEqualTo("C.7132");
    assertThat(now(key).version().toString()).isEqualTo("1.4");
    assertThat(history(key).getList("items.kind"))
        .containsExactly("RENUMBERED", "RENUMBERED", "RENUMBERED", "REVISED");
  }

  @Test
  void aWorkbookAndAnotherWriterAreAConflict() {
    RecordKey key = section("C.7141", "Ladders");
    String exported = exported(key);
    put(key, "1.1", "C.7142", "Ladders");

    JsonPath untouched = planned(exported);
    assertThat(untouched.getInt("import.same")).as(untouched::prettify).isEqualTo(1);
    assertThat(untouched.getList("findings")).isEmpty();
    JsonPath both = planned(edited(exported, "C.7141", "C.7143"));
    assertThat(both.getString("changes[0].kind")).as(both::prettify).isEqualTo("CONFLICT");
    assertThat(both.getString("changes[0].conflicts[0].theirs")).isEqualTo("C.7142");

    int id = both.getInt("import.id");
    given()
        .contentType(ContentType.JSON)
        .body("{\"decisions\": [], \"default\": \"OURS\"}")
        .put("/api/v1/imports/" + id + "/decisions")
        .then()
        .statusCode(200);
    given()
        .header("Prefer", "wait=60")
        .contentType(ContentType.JSON)
        .body("{\"note\": \"As agreed\"}")
        .post("/api/v1/imports/" + id + "/apply")
        .then()
        .statusCode(200);
    assertThat(now(key).head().reference()).isEqualTo("C.7143");
    assertThat(now(key).version().toString()).isEqualTo("1.3");
  }

  /// The words of its revision were written under another reference.
  @Test
  void anImportOfOtherWordsLeavesItAndItsUndoToo() {
    RecordKey key = section("C.7151", "Ladders");
    put(key, "1.1", "C.7152", "Ladders");
    JsonPath plan = planned("Key,Title\n" + key + ",Lines\n");
    assertThat(plan.getList("changes[0].changed")).as(plan::prettify).containsExactly("title");
    int id = plan.getInt("import.id");
    for (String act : List.of("apply", "undo")) {
      given()
          .header("Prefer", "wait=60")
          .contentType(ContentType.JSON)
          .body("{\"note\": \"As agreed\"}")
          .post("/api/v1/imports/" + id + "/" + act)
          .then()
          .statusCode(200);
      assertThat(now(key).head().reference()).as(act).isEqualTo("C.7152");
    }
    assertThat(now(key).head().title()).isEqualTo("Ladders");
    assertThat(history(key).getList("items.kind"))
        .containsExactly("REVISED", "REVISED", "RENUMBERED", "REVISED");
  }
}
