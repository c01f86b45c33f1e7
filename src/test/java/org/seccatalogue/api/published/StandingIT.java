package org.seccatalogue.api.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.baseline.PublicationAction;
import org.seccatalogue.baseline.freezing.Baselines;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.testkit.Drafts;
import org.seccatalogue.testkit.Freezer;

/// What is old, changed, moved or removed says so, on pages and in answers of its own; what was
/// answered about a named baseline stays as it was, byte for byte.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class StandingIT {

  private static final String FIRST = "/api/v1/baselines/sec-v0.01/records/";
  private static final ChangeNote NOTE = new ChangeNote("Metering drafter", "Said twice");

  @Inject Freezer freezer;
  @Inject Baselines baselines;
  @Inject Revisions revisions;

  @TestHTTPResource("/")
  URI root;

  private String added;
  private byte[] pinned;
  private String section;

  @BeforeAll
  void publish() throws IOException, InterruptedException {
    section = section("C.4.77");
    freezer.freeze("SEC v0.01", "2011-11-30");
    pinned = bytes(FIRST + "ESM-0003");
    freezer.reword("GSM-0001", "shall", "shall always");
    freezer.move("ESM-0004", "C.4.1.b", null);
    withdraw("ESM-0003", "ESM-0002");
    withdraw(section, "C.4.1");
    added = freezer.beside("ESM-0002", "Only from the second on").key().toString();
    freezer.freeze("SEC v0.02", "2011-12-31");
    freezer.freeze("SEC v0.03", "2012-01-31");
    freezer.reword("ESM-0005", "shall", "shall never");
    var mistaken = freezer.freeze("SEC v0.04", "2012-02-29");
    baselines.mark(mistaken.id(), PublicationAction.WITHDRAWN, "A mistake", null, "Lead drafter");
  }

  private byte[] bytes(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(root.resolve(path)).build();
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    }
  }

  private String section(String reference) {
    Drafts draft = Drafts.of("section").with("reference", reference).with("title", "Gone soon");
    return ((SaveOutcome.Created) revisions.create(draft.below("C.4").draft(), NOTE))
        .record()
        .key()
        .toString();
  }

  private void withdraw(String key, String replacement) {
    StoredRecord record = freezer.record(key);
    assertThat(revisions.withdraw(record.key(), record.version(), replacement, NOTE))
        .isInstanceOf(SaveOutcome.Revised.class);
  }

  private static Response standing(String baseline, String key) {
    Response answer =
        given().get("/api/v1/baselines/" + baseline + "/records/" + key + "/standing");
    answer.then().statusCode(200).header("Cache-Control", "public, max-age=60");
    return answer;
  }

  private static String page(String path) {
    return given().get(path).then().statusCode(200).extract().asString();
  }

  @ParameterizedTest
  @CsvSource({
    "sec-v0.01, ESM-0002, CURRENT,, 'SEC v0.03, the newest baseline, says the same.'",
    "sec-v0.03, ESM-0002, CURRENT,, SEC v0.03 is the newest baseline.",
    "sec-v0.01, GSM-0001, CHANGED, sec-v0.02, Changed in SEC v0.02. SEC v0.02 says otherwise.",
    "sec-v0.02, GSM-0001, CURRENT,, 'SEC v0.03, the newest baseline, says the same.'",
    "sec-v0.01, ESM-0003, REMOVED, sec-v0.02, 'Removed in SEC v0.02. Reason: Said twice."
        + " Replaced by ESM-0002 Half-hourly export and reactive history.'",
    "sec-v0.03, esm-0003, REMOVED, sec-v0.02, 'Removed in SEC v0.02. Reason: Said twice."
        + " Replaced by ESM-0002 Half-hourly export and reactive history.'",
    "sec-v0.04, ESM-0005, CHANGED, sec-v0.03, SEC v0.03 is the newest baseline that counts."
        + " SEC v0.03 says otherwise.",
    "sec-v0.01, ESM-0005, CURRENT,, 'SEC v0.03, the newest baseline, says the same.'",
  })
  void theApiTells(String baseline, String key, String state, String since, String words) {
    standing(baseline, key)
        .then()
        .body("baseline", equalTo(baseline))
        .body("newest", equalTo("sec-v0.03"))
        .body("state", equalTo(state))
        .body("since", equalTo(since))
        .body("words", equalTo(words));
  }

  @Test
  void theApiTellsWhereARecordWentAndWhenItCame() {
    standing("sec-v0.01", "ESM-0004")
        .then()
        .body("state", equalTo("MOVED"))
        .body("since", equalTo("sec-v0.02"))
        .body("from.reference", equalTo("C.4.1.a"))
        .body("to.reference", equalTo("C.4.1.b"));
    standing("sec-v0.01", added)
        .then()
        .body("state", equalTo("ADDED"))
        .body("since", equalTo("sec-v0.02"))
        .body("last", equalTo("sec-v0.04"));
    standing("sec-v0.03", "ESM-0003")
        .then()
        .body("last", equalTo("sec-v0.01"))
        .body("reason", equalTo("Said twice"))
        .body("replacedBy.key", equalTo("ESM-0002"))
        .body("history.baseline", equalTo(List.of("sec-v0.02", "sec-v0.01")))
        .body("history.change", equalTo(List.of("REMOVED", "ADDED")));
    standing("sec-v0.03", "GSM-0001")
        .then()
        .body("history.change", equalTo(List.of("UNCHANGED", "UNCHANGED", "CHANGED", "ADDED")));
    given().get("/api/v1/baselines/sec-v0.03/records/ESM-9999/standing").then().statusCode(404);
  }

  @Test
  void whatIsAnsweredOfANamedBaselineKeepsItsBytesAndLinksToWhatBecameOfIt() {
    Response now = given().get(FIRST + "ESM-0003");
    assertThat(now.asByteArray()).isEqualTo(pinned);
    assertThat(now.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(now.header("Link")).isEqualTo("<" + FIRST + "ESM-0003/standing>; rel=\"status\"");
    given()
        .get(FIRST + "ESM-0003/links")
        .then()
        .header("Link", "<" + FIRST + "ESM-0003/standing>; rel=\"status\"");
    given()
        .get("/api/v1/baselines/sec-v0.01/outline")
        .then()
        .header("Link", "</api/v1/baselines/sec-v0.01>; rel=\"status\"");
    given()
        .get("/api/v1/baselines/sec-v0.01")
        .then()
        .body("newer", equalTo(List.of("sec-v0.03", "sec-v0.02")));
  }

  @Test
  void aBaselineWithoutTheRecordSaysWhereItWent() {
    given()
        .get("/api/v1/baselines/sec-v0.03/records/ESM-0003")
        .then()
        .statusCode(404)
        .header("Cache-Control", "no-store")
        .header("Link", "</api/v1/baselines/sec-v0.03/records/ESM-0003/standing>; rel=\"status\"")
        .body(
            "detail",
            equalTo(
                "Removed in SEC v0.02. Reason: Said twice. Replaced by ESM-0002 Half-hourly export"
                    + " and reactive history."));
    assertThat(page("/baselines/sec-v0.03/records/ESM-0003"))
        .contains(
            "ESM-0003 is not in SEC v0.03",
            "Removed in SEC v0.02. Reason: Said twice.",
            "href=\"/baselines/sec-v0.03/records/ESM-0002\"",
            "href=\"/baselines/sec-v0.01/records/ESM-0003\">Read it as SEC v0.01 has it")
        .doesNotContain("No baseline has this page");
    assertThat(page("/baselines/sec-v0.01/records/" + added))
        .contains("Added in SEC v0.02. SEC v0.01 does not have it.");
    assertThat(page("/baselines/sec-v0.03/sections/C.4.77"))
        .contains(section + " is not in SEC v0.03", "Removed in SEC v0.02. Reason: Said twice.");
    given().get("/baselines/sec-v0.03/records/ESM-9999").then().statusCode(404);
    given().get("/baselines/sec-v0.03/sections/C.99").then().statusCode(404);
  }

  @Test
  void pagesOfAnOldBaselineSayWhatBecameOfIt() {
    assertThat(page("/baselines/sec-v0.01/records/ESM-0003"))
        .contains(
            "govuk-tag--red app-tag\">Removed</strong> Removed in SEC v0.02. Reason: Said twice."
                + " Replaced by <a class=\"govuk-link\" href=\"/baselines/sec-v0.03/records/ESM-0002\">",
            "SEC v0.01 is not the newest baseline.",
            "govuk-tag--yellow app-tag\">Older</strong>",
            "As shown here it stood first in SEC v0.01.")
        .doesNotContain("Unchanged since", ">Published</strong>");
    assertThat(page("/baselines/sec-v0.01/records/GSM-0001"))
        .contains(
            "SEC v0.02 says otherwise.",
            "href=\"/baselines/sec-v0.03/records/GSM-0001\">Read it in SEC v0.03",
            "href=\"/baselines/sec-v0.03/changes?since=sec-v0.01&amp;section=GSM-0001\"");
    assertThat(page("/baselines/sec-v0.01/records/ESM-0004"))
        .contains("Moved in SEC v0.02. It went from below C.4.1.a");
    assertThat(page("/baselines/sec-v0.03/records/GSM-0001"))
        .contains("govuk-tag--green app-tag\">Current</strong> SEC v0.03 is the newest baseline.");
    assertThat(page("/baselines/sec-v0.01/sections/C.4.77"))
        .contains("Removed in SEC v0.02. Reason: Said twice.");
    assertThat(page("/baselines/sec-v0.01"))
        .contains(
            "Newer baselines",
            "href=\"/baselines/sec-v0.03/changes?since=sec-v0.01\"",
            "href=\"/baselines/sec-v0.02/changes?since=sec-v0.01\"")
        .doesNotContain("sec-v0.04/changes");
    assertThat(page("/baselines/sec-v0.04/records/ESM-0005"))
        .contains("SEC v0.04 is withdrawn.", "A mistake.", "SEC v0.03 says otherwise.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/id/ESM-0003", "/id/esm-0003", "/id/Esm-0003"})
  void thePermanentAddressOfARemovedRecordLeadsToWhatIsLeftOfIt(String address) {
    given()
        .redirects()
        .follow(false)
        .accept("text/html")
        .get(address)
        .then()
        .statusCode(303)
        .header("Cache-Control", "public, max-age=60")
        .header("Location", endsWith("/baselines/sec-v0.01/records/ESM-0003"))
        .header("Link", "<" + FIRST + "ESM-0003/standing>; rel=\"status\"");
    given()
        .accept("text/html")
        .get(address + "@sec-v0.03")
        .then()
        .statusCode(200)
        .body(containsString("ESM-0003 is not in SEC v0.03"));
    given()
        .get(address + "@sec-v0.03")
        .then()
        .statusCode(404)
        .body("detail", containsString("Removed in SEC v0.02."));
    given()
        .redirects()
        .follow(false)
        .get("/baselines/sec-v0.01/records/esm-0003")
        .then()
        .statusCode(303)
        .header("Location", endsWith("/baselines/sec-v0.01/records/ESM-0003"));
  }

  @Test
  void comparisonsOpenInTheDirectionOfTime() {
    given()
        .redirects()
        .follow(false)
        .get("/baselines/sec-v0.01/changes?since=sec-v0.02&kind=ADDED")
        .then()
        .statusCode(303)
        .header(
            "Location",
            endsWith("/baselines/sec-v0.02/changes?since=sec-v0.01&kind=ADDED&turned=true"));
    assertThat(page("/baselines/sec-v0.01/changes?since=sec-v0.02"))
        .contains("in the order of time: first SEC v0.01, then SEC v0.02.", "Changes in SEC v0.02");
    assertThat(page("/baselines/sec-v0.02/changes?since=sec-v0.01"))
        .doesNotContain("order of time");
    given()
        .get("/api/v1/baselines/sec-v0.01/changes?since=sec-v0.02&kind=REMOVED")
        .then()
        .body("since.id", equalTo("sec-v0.02"))
        .body("baseline.id", equalTo("sec-v0.01"))
        .body("items.key", hasItems(added))
        .body("items.key", not(hasItems("ESM-0003")));
  }
}
