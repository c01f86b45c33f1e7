package org.seccatalogue.revision.numbering;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.testkit.Drafts;

/// A branch is renumbered by a plan that is looked at first, as a whole, and taken back so.
@QuarkusTest
@NullUnmarked
class BranchRenumberingIT {

  private static final ChangeNote NOTE = new ChangeNote("Drafter", "For a test");

  @Inject Revisions revisions;

  private String one;
  private String other;
  private String free;
  private RecordKey head;

  private static String number(int from) {
    return "C." + ThreadLocalRandom.current().nextInt(from, from + 1_000_000);
  }

  private RecordKey section(String reference, String title, String parent) {
    return created(
        Drafts.of("section").with("reference", reference).with("title", title).below(parent));
  }

  private RecordKey created(Drafts draft) {
    return switch (revisions.create(draft.draft(), NOTE)) {
      case SaveOutcome.Created(StoredRecord record, var _) -> record.key();
      case SaveOutcome outcome -> throw new AssertionError(outcome.toString());
    };
  }

  @BeforeEach
  void fill() {
    one = number(1_000_000);
    other = number(3_000_000);
    free = number(5_000_000);
    head = section(one, "Ladders", "C");
    section(one + ".1", "Rungs", one);
    section(one + ".1.a", "Wooden rungs", one + ".1");
    section(one + ".2", "Feet", one);
  }

  private StoredRecord named(String reference) {
    return revisions.named(reference).orElseThrow(() -> new AssertionError(reference));
  }

  private static JsonPath plan(RecordKey head, String number, boolean exchange) {
    return given()
        .queryParam("number", number)
        .queryParam("exchange", exchange)
        .get("/api/v1/records/" + head + "/renumbering")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static Response apply(RecordKey head, String number, boolean exchange, String state) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("number", number, "exchange", exchange, "state", state, "note", "As agreed"))
        .post("/api/v1/records/" + head + "/renumbering");
  }

  private static JsonPath planUndo(int act) {
    return given().get("/api/v1/renumberings/" + act + "/undo").jsonPath();
  }

  private static Response undo(int act, String state) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("state", state, "note", "Not agreed"))
        .post("/api/v1/renumberings/" + act + "/undo");
  }

  private static List<String> changes(JsonPath of) {
    return of.getList("changes.collect { it.from + ' ' + it.to }");
  }

  @Test
  void aNumberThatLooksLikeThatOfAnotherIsRefused() {
    RecordKey annex = section("Annex " + other, "Ropes", "C");

    JsonPath plan = plan(head, "ANNEX\u00a0" + other, false);

    assertThat(plan.getList("findings.collect { it.code + ' ' + it.expected }"))
        .containsExactly(
            "DUPLICATE a reference that nobody takes for another; “Annex %s”, which looks the same, is that of “Ropes” (%s)"
                .formatted(other, annex));
    assertThat(plan(head, "Annex\u200b" + free, false).getList("findings.expected"))
        .containsExactly(
            "a reference of which every letter is seen; the one at place 6 is U+200B, zero width"
                + " space. Delete it, or type the reference anew");
  }

  @Test
  void aPlanListsWhatChangesAndWhatCitesIt() {
    created(Drafts.meter("Ladder").below(one + ".1.a"));
    RecordKey citing =
        created(
            Drafts.of("section")
                .with("reference", number(7_000_000))
                .with("title", "Of " + one + ".1.a, not " + one + ".10")
                .with("summary", "First:\n" + one + ".1.")
                .below("C"));

    JsonPath plan = plan(head, free, false);

    assertThat(changes(plan))
        .containsExactly(
            one + " " + free,
            one + ".1 " + free + ".1",
            one + ".1.a " + free + ".1.a",
            one + ".2 " + free + ".2");
    assertThat(plan.getBoolean("applicable")).isTrue();
    assertThat(plan.getList("changes.texts")).containsExactly(0, 1, 1, 0);
    assertThat(plan.getList("citing.record.key")).containsExactly(citing.toString());
    assertThat(plan.getList("citing[0].references")).containsExactly(one + ".1", one + ".1.a");
    assertThat(named(one).key()).isEqualTo(head);
  }

  @Test
  void linksAreCounted() {
    created(Drafts.of("clause").with("reference", "A." + one).with("title", "A").below("A.1"));
    created(Drafts.meter("Ladder").below("C.4.1.a").linked("derives_from", "A." + one));
    JsonPath plan = plan(named("A." + one).key(), "A." + free, false);
    assertThat(plan.getList("changes.links")).containsExactly(1);
  }

  @Test
  void itIsAppliedAndUndoneAsAWhole() {
    String state = plan(head, free, false).getString("state");
    Response applied = apply(head, free, false, state);
    assertThat(applied.statusCode()).as(applied.asString()).isEqualTo(201);
    int act = applied.jsonPath().getInt("id");
    assertThat(applied.header("Location")).endsWith("/api/v1/renumberings/" + act);
    assertThat(changes(applied.jsonPath())).hasSize(4);

    StoredRecord deep = named(free + ".1.a");
    assertThat(deep.version().toString()).isEqualTo("1.2");
    assertThat(deep.attributes().get("reference").asText()).isEqualTo(free + ".1.a");
    JsonPath history = given().get("/api/v1/records/" + deep.key() + "/history").jsonPath();
    assertThat(history.getList("items.kind")).containsExactly("RENUMBERED", "REVISED");
    assertThat(history.getString("items[0].note")).isEqualTo("As agreed");
    given()
        .redirects()
        .follow(false)
        .get("/sections/" + one + ".1.a")
        .then()
        .statusCode(303)
        .header("Location", org.hamcrest.Matchers.endsWith("/sections/" + free + ".1.a"));

    section(free + ".3", "Added since", free);
    JsonPath back = planUndo(act);
    assertThat(changes(back)).contains(free + ".1.a " + one + ".1.a", free + ".3 " + one + ".3");
    Response undone = undo(act, back.getString("state"));
    assertThat(undone.statusCode()).as(undone.asString()).isEqualTo(201);
    assertThat(undone.jsonPath().getInt("undoes")).isEqualTo(act);
    assertThat(named(one + ".1.a").key()).isEqualTo(deep.key());
    assertThat(named(one + ".1.a").version().toString()).isEqualTo("1.3");
    assertThat(named(one + ".3").head().title()).isEqualTo("Added since");
    JsonPath first = given().get("/api/v1/renumberings/" + act).jsonPath();
    assertThat(first.getInt("undone")).isEqualTo(undone.jsonPath().getInt("id"));
    assertThat(undo(act, back.getString("state")).statusCode()).isEqualTo(409);
    assertThat(given().get("/api/v1/renumberings?limit=2").jsonPath().getList("items.id"))
        .containsExactly(undone.jsonPath().getInt("id"), act);
  }

  @Test
  void whatHasANumberThatIsNeededTakesTheNextFreeOne() {
    section(free + ".1", "In the way", "C");
    section(free + ".2", "In the way too", one);
    JsonPath plan = plan(head, free, false);
    assertThat(changes(plan))
        .containsExactly(
            one + " " + free,
            one + ".1 " + free + ".3",
            one + ".1.a " + free + ".3.a",
            one + ".2 " + free + ".4");
    assertThat(plan.getList("changes.wanted"))
        .containsExactly(null, free + ".1", null, free + ".2");
  }

  @Test
  void twoBranchesExchangeTheirNumbers() {
    RecordKey second = section(other, "Lines", "C");
    section(other + ".1", "Ropes", other);

    JsonPath refused = plan(head, other, false);
    assertThat(refused.getList("findings.code")).containsExactly("DUPLICATE");
    assertThat(refused.getBoolean("applicable")).isFalse();
    assertThat(refused.getString("other.key")).isEqualTo(second.toString());

    JsonPath plan = plan(head, other, true);
    assertThat(changes(plan))
        .containsExactly(
            one + " " + other,
            one + ".1 " + other + ".1",
            one + ".1.a " + other + ".1.a",
            one + ".2 " + other + ".2",
            other + " " + one,
            other + ".1 " + one + ".1");
    Response applied = apply(head, other, true, plan.getString("state"));
    assertThat(applied.statusCode()).as(applied.asString()).isEqualTo(201);
    assertThat(named(other).key()).isEqualTo(head);
    assertThat(named(one).key()).isEqualTo(second);
    assertThat(named(one + ".1").head().title()).isEqualTo("Ropes");
    int act = applied.jsonPath().getInt("id");
    assertThat(undo(act, planUndo(act).getString("state")).statusCode()).isEqualTo(201);
    assertThat(named(one).key()).isEqualTo(head);
  }

  @Test
  void aPlanOfAnotherDraftIsNotApplied() {
    String state = plan(head, free, false).getString("state");
    section(one + ".4", "Added since", one);
    Response stale = apply(head, free, false, state);
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.jsonPath().getList("findings.code")).containsExactly("MOVED");
    assertThat(named(one).key()).isEqualTo(head);
  }

  @Test
  void ofTwoAtOnceOneIsDone() throws Exception {
    String state = plan(head, free, false).getString("state");
    Callable<Integer> work = () -> apply(head, free, false, state).statusCode();
    List<Integer> statuses;
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      statuses =
          two.invokeAll(List.of(work, work)).stream().map(Future::resultNow).sorted().toList();
    }
    assertThat(statuses.getFirst()).isEqualTo(201);
    assertThat(statuses.getLast()).isIn(409, 422);
    assertThat(named(free).version().toString()).isEqualTo("1.2");
  }

  @Test
  void whatHasBeenTakenSinceIsNotUndone() {
    Response applied = apply(head, free, false, plan(head, free, false).getString("state"));
    int act = applied.jsonPath().getInt("id");
    section(one + ".2", "Taken since", "C");
    JsonPath plan = planUndo(act);
    assertThat(plan.getList("findings.code")).as(plan::prettify).containsExactly("DUPLICATE");
    Response refused = undo(act, plan.getString("state"));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.jsonPath().getString("findings[0].found")).isEqualTo(one + ".2");
    assertThat(named(free).key()).isEqualTo(head);
  }

  @Test
  void whatWasRenumberedSinceIsNotUndone() {
    int act =
        apply(head, free, false, plan(head, free, false).getString("state"))
            .jsonPath()
            .getInt("id");
    RecordKey feet = named(free + ".2").key();
    apply(feet, free + ".7", false, plan(feet, free + ".7", false).getString("state"));
    JsonPath plan = planUndo(act);
    assertThat(plan.getList("findings.code")).as(plan::prettify).containsExactly("MOVED");
    assertThat(plan.getString("findings[0].found")).isEqualTo(free + ".7");
  }

  /// Numbers that are counted below an annex are called by their paths.
  @Test
  void countedNumbersFollow() {
    String annex = "Annex " + one;
    String renamed = "Annex " + free;
    RecordKey top =
        created(Drafts.of("clause").with("reference", annex).with("title", "A").below(null));
    RecordKey six =
        created(Drafts.of("clause").with("reference", "6").with("title", "B").below(annex));
    created(Drafts.of("clause").with("reference", "(b)").with("title", "C").below(annex + " / 6"));
    created(Drafts.of("clause").with("reference", "7").with("title", "D").below(annex));

    JsonPath plan = plan(top, renamed, false);
    assertThat(changes(plan))
        .containsExactly(
            annex + " " + renamed,
            annex + " / 6 " + renamed + " / 6",
            annex + " / 6 / (b) " + renamed + " / 6 / (b)",
            annex + " / 7 " + renamed + " / 7");
    assertThat(apply(top, renamed, false, plan.getString("state")).statusCode()).isEqualTo(201);
    assertThat(named(renamed + " / 6 / (b)").attributes().get("reference").asText())
        .isEqualTo("(b)");
    assertThat(named(renamed + " / 6").version().toString()).isEqualTo("1.2");

    JsonPath exchange = plan(six, "7", true);
    assertThat(changes(exchange))
        .containsExactly(
            renamed + " / 6 " + renamed + " / 7",
            renamed + " / 6 / (b) " + renamed + " / 7 / (b)",
            renamed + " / 7 " + renamed + " / 6");
    assertThat(apply(six, "7", true, exchange.getString("state")).statusCode()).isEqualTo(201);
    assertThat(named(renamed + " / 7").key()).isEqualTo(six);
    assertThat(named(renamed + " / 7").attributes().get("reference").asText()).isEqualTo("7");
  }

  @ParameterizedTest
  @CsvSource({
    "'',MISSING_VALUE",
    "ABC-0001,BAD_VALUE",
    "C.1 / 2,BAD_VALUE",
    "C.4.1,DUPLICATE",
    "C,DUPLICATE",
    "C.1234567890123456789012345678901234567890123456789012345678901234567890,BAD_VALUE"
  })
  void aBadNumberIsRefusedLikeThroughAnyDoor(String number, String code) {
    JsonPath plan = plan(head, number, false);
    assertThat(plan.getList("findings.code")).as(plan::prettify).containsExactly(code);
    assertThat(plan.getBoolean("applicable")).isFalse();
    Response refused = apply(head, number, false, plan.getString("state"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.jsonPath().getList("findings.code")).containsExactly(code);
    assertThat(named(one).version().toString()).isEqualTo("1.1");
  }

  @Test
  void whatBecomesTooLongIsSaid() {
    String longest = "C." + "1".repeat(57);
    JsonPath plan = plan(head, longest, false);
    assertThat(plan.getList("findings.code")).as(plan::prettify).contains("BAD_VALUE");
    assertThat(plan.getBoolean("applicable")).isFalse();
  }

  @Test
  void nobodyExchangesWithWhatIsAboveOrHasNoBranch() {
    assertThat(plan(head, "C", true).getList("findings.code")).containsExactly("BAD_VALUE");
    assertThat(plan(head, free, true).getList("findings.code")).containsExactly("BAD_VALUE");
  }

  @Test
  void aNumberThatAnotherHadIsTold() {
    apply(head, free, false, plan(head, free, false).getString("state"));
    RecordKey later = section(other, "Lines", "C");
    JsonPath plan = plan(later, one, false);
    assertThat(plan.getList("findings.code")).containsExactly("REFERENCE_PASSED");
    assertThat(plan.getBoolean("applicable")).isTrue();
  }

  /// Record types say by its number in which section their records stand.
  @Test
  void aTypeThatNamesANumberIsTold() {
    JsonPath plan = plan(named("C.5.3.a").key(), "C.5.3.z", false);
    assertThat(plan.getList("findings.code")).containsExactly("REFERENCE_PASSED");
    assertThat(plan.getString("findings[0].expected")).contains("until its file names C.5.3.z");
    assertThat(plan.getBoolean("applicable")).isTrue();
  }

  @Test
  void whatIsNotThereIsNotFound() {
    given().get("/api/v1/records/SEC-9999/renumbering?number=C.9").then().statusCode(404);
    given().get("/api/v1/renumberings/999999").then().statusCode(404);
    given().get("/api/v1/renumberings/999999/undo").then().statusCode(404);
    assertThat(undo(999_999, "0".repeat(64)).statusCode()).isEqualTo(404);
    assertThat(apply(RecordKey.of("SEC-9999"), "C.9", false, "0".repeat(64)).statusCode())
        .isEqualTo(404);
    assertThat(
            given()
                .contentType(ContentType.JSON)
                .body("{\"number\": \"C.9\", \"state\": \"x\"}")
                .post("/api/v1/records/" + head + "/renumbering")
                .statusCode())
        .isEqualTo(422);
  }

  private Response post(String address, Map<String, @Nullable String> fields) {
    return given().redirects().follow(false).formParams(fields).post(address);
  }

  private static String state(Response page) {
    String html = page.asString();
    int at = html.indexOf("name=\"state\" value=\"") + "name=\"state\" value=\"".length();
    return html.substring(at, at + 64);
  }

  @Test
  void thePagesDoTheSame() {
    String address = "/records/" + head + "/renumber";
    assertThat(given().get("/sections/" + one).asString())
        .contains("href=\"" + address + "\"", "Renumber this branch");
    Response page = given().queryParam("number", free).get(address);
    assertThat(page.asString()).contains("4 records get another number", free + ".1.a");

    Response without = post(address, Map.of("number", free, "state", state(page)));
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.asString()).contains("Enter the reason for the new numbers.");
    Response stale =
        post(address, Map.of("number", free, "state", "0".repeat(64), "note", "As agreed"));
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.asString()).contains("nothing was done", "As agreed");
    Response done =
        post(address, Map.of("number", free, "state", state(page), "note", "As agreed"));
    assertThat(done.statusCode()).isEqualTo(303);

    Response act = given().get(done.header("Location"));
    assertThat(act.asString())
        .contains(one + " renumbered as " + free, "Undo this renumbering", "As agreed");
    Response undo = given().get(done.header("Location") + "/undo");
    assertThat(undo.asString()).contains("4 records get another number");
    Response undone =
        post(done.header("Location") + "/undo", Map.of("state", state(undo), "note", "Not agreed"));
    assertThat(undone.statusCode()).isEqualTo(303);
    assertThat(given().get(done.header("Location")).asString()).contains("It was undone by");
    assertThat(given().get("/renumberings").asString())
        .contains(free + " renumbered as " + one, "Undone");
    assertThat(named(one).key()).isEqualTo(head);
  }

  @Test
  void aPageOffersTheExchange() {
    section(other, "Lines", "C");
    String address = "/records/" + head + "/renumber";
    Response refused = given().queryParam("number", other).get(address);
    assertThat(refused.asString())
        .contains("The two branches can exchange their numbers.", "There is a problem");
    Response page = given().queryParam("number", other).queryParam("exchange", true).get(address);
    Response done =
        post(
            address,
            Map.of("number", other, "exchange", "true", "state", state(page), "note", "x"));
    assertThat(done.statusCode()).as(done.asString()).isEqualTo(303);
    assertThat(given().get(done.header("Location")).asString())
        .contains(one + " exchanged with " + other);
  }
}
