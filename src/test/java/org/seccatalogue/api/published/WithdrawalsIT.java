package org.seccatalogue.api.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.record.RecordDraft;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.rules.Draft;
import org.seccatalogue.rules.DraftBase;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.testkit.Drafts;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.TestDatabase;

/// Readers are told why a record that they knew is gone, and which one replaces it: of what an
/// earlier baseline holds, and of nothing else.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class WithdrawalsIT {

  private static final String BASELINE = "/api/v1/baselines/sec-v0.02";
  private static final String SINCE = "?since=sec-v0.01";
  private static final String WORDS = "Withdrawn: Said twice. Replaced by ESM-0002.";

  private static final ChangeNote NOTE = new ChangeNote("Metering drafter", "For a test");

  @ConfigProperty(name = "quarkus.flyway.default-schema")
  String drafting;

  @Inject Freezer freezer;
  @Inject Revisions revisions;

  private String neverPublished;

  @BeforeAll
  void withdrawBetweenTwoBaselines() {
    StoredRecord parent = section("C.4.77", "C.4");
    StoredRecord child = section("C.4.77.1", "C.4.77");
    freezer.freeze("SEC v0.01", "2011-11-30");
    withdraw(freezer.record("ESM-0003"), "Said twice", "ESM-0002");
    StoredRecord unknown = freezer.beside("ESM-0002", "Nobody outside knows this");
    withdraw(unknown, "A secret", null);
    neverPublished = unknown.key().toString();
    freezer.freeze("SEC v0.02", "2011-12-31");
    withdraw(child, "Merged into C.4.1", null);
    withdraw(parent, "Merged into C.4.1", "C.4.1");
    withdraw(marked(freezer.record("ESM-0004")), "Only a few may know", "ESM-0002");
    freezer.freeze("SEC v0.03", "2012-01-31");
  }

  private StoredRecord section(String reference, String parent) {
    Drafts section = Drafts.of("section").with("reference", reference).with("title", "Gone soon");
    return ((SaveOutcome.Created) revisions.create(section.below(parent).draft(), NOTE)).record();
  }

  private StoredRecord marked(StoredRecord record) {
    RecordDraft now =
        Draft.unchanged(new DraftBase(record.head(), record.attributes(), record.links()));
    String marking =
        record.type().playing(AttributeRole.MARKING).map(Attribute::name).orElseThrow();
    ObjectNode values = now.attributes().deepCopy();
    RecordDraft asked =
        new RecordDraft(
            now.type(), now.parent(), now.place(), null, values.put(marking, "CIC"), now.links());
    return ((SaveOutcome.Revised) revisions.save(record.key(), record.version(), asked, NOTE))
        .record();
  }

  /// A withdrawn section is left out like any other record, and told of like it.
  @Test
  void aWithdrawnSectionIsLeftOutAndToldOf() {
    String key = revisions.named("C.4.77").orElseThrow().key().toString();
    given()
        .get("/api/v1/baselines/sec-v0.03/changes?since=sec-v0.02&kind=REMOVED")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(3))
        .body(
            "items.find { it.key == '" + key + "' }.withdrawn.reason", equalTo("Merged into C.4.1"))
        .body(
            "items.find { it.key == '" + key + "' }.withdrawn.replacedBy.reference",
            equalTo("C.4.1"));
    given()
        .get("/api/v1/baselines/sec-v0.03/manifest")
        .then()
        .body(not(containsString("\"WITHDRAWN\":")));
    byte[] draft = file("/api/v1/specifications/C.4.html");
    assertThat(new String(draft, StandardCharsets.UTF_8))
        .contains("Withdrawn. Reason: Merged into C.4.1. Replaced by C.4.1.");
  }

  /// A reason is published like other words, and judged like them.
  @Test
  void theGateJudgesReasons() {
    JsonPath before = gate("false");
    withdraw(freezer.record("ESM-0006"), "See " + neverPublished + ", ESM-0006, ESM-0003", null);
    JsonPath after = gate("false");
    assertThat(after.getList("findings.findAll { it.key == 'ESM-0006' }.found"))
        .containsExactly(neverPublished);
    assertThat(after.getList("findings.findAll { it.key == 'ESM-0006' }.code"))
        .containsExactly("NAMES_OUTSIDE");
    assertThat(after.getInt("withdrawals")).isEqualTo(before.getInt("withdrawals") + 1);
    assertThat(gate("true").getList("findings.findAll { it.key == 'ESM-0004' }.code"))
        .containsExactly("MARKED");
    assertThat(after.getList("findings.findAll { it.key == 'ESM-0004' }")).isEmpty();
    withdraw(freezer.record("ESM-0006"), "Said twice", null);
  }

  private static JsonPath gate(String marked) {
    return given()
        .contentType(ContentType.JSON)
        .body(
            """
            {"name": "Look", "dated": "2011-11-30", "selection": {"marked": %s}}
            """
                .formatted(marked))
        .post("/api/v1/baselines/gate")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void theReasonOfARecordThatIsMarkedByNowIsNotPublished() throws IOException {
    given()
        .get("/api/v1/baselines/sec-v0.03/changes?since=sec-v0.02&kind=REMOVED")
        .then()
        .statusCode(200)
        .body("items.find { it.key == 'ESM-0004' }.withdrawn", equalTo(Map.of()))
        .body(not(containsString("Only a few")));
    assertThat(unpacked(file("/api/v1/baselines/sec-v0.03/changes.docx?since=sec-v0.02")))
        .contains("ESM-0004")
        .doesNotContain("Only a few");
    assertThat(unpacked(file("/api/v1/baselines/sec-v0.03/bundle.zip")))
        .contains("{\"key\":\"ESM-0004\"}\n")
        .doesNotContain("Only a few");
    given()
        .get("/records/ESM-0004/withdraw")
        .then()
        .body(containsString("are published with the next baseline"));
  }

  /// What an earlier version let stand below a withdrawn section is told of, and comes up.
  @Test
  void theGateTellsOfRecordsInAWithdrawnSection() throws SQLException {
    StoredRecord above = section("C.4.78", "C.4");
    StoredRecord below = section("C.4.78.1", "C.4.78");
    try (Connection owner = TestDatabase.asOwner();
        Statement statement = owner.createStatement()) {
      statement.execute(
          "update "
              + drafting
              + ".record set stage = 'WITHDRAWN' where key = '"
              + above.key()
              + "'");
    }

    given()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "name", "SEC v0.09",
                "dated", "2012-02-29",
                "selection", Map.of("sections", List.of("C.4.78"))))
        .post("/api/v1/baselines/gate")
        .then()
        .statusCode(200)
        .body("findings.find { it.code == 'BAD_PLACE' }.key", equalTo(below.key().toString()));
  }

  private void withdraw(StoredRecord record, String why, String replacement) {
    assertThat(
            revisions.withdraw(
                record.key(),
                record.version(),
                replacement,
                new ChangeNote("Metering drafter", why)))
        .isInstanceOf(SaveOutcome.Revised.class);
  }

  @Test
  void theApiTellsWhy() {
    given()
        .get(BASELINE + "/changes" + SINCE + "&kind=REMOVED")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("items[0].key", equalTo("ESM-0003"))
        .body("items[0].withdrawn.reason", equalTo("Said twice"))
        .body("items[0].withdrawn.replacedBy.key", equalTo("ESM-0002"));
  }

  @Test
  void thePageTellsWhy() {
    given()
        .get("/baselines/sec-v0.02/changes" + SINCE)
        .then()
        .statusCode(200)
        .body(containsString(WORDS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/changes.docx", "/changes.xlsx"})
  void changePacksTellWhyFromTheSecondFormOn(String pack) throws IOException {
    byte[] second = file(BASELINE + pack + SINCE);
    assertThat(unpacked(second)).contains(WORDS, "SEC file form 2");
    assertGenuine(second, 2);

    byte[] first = file(BASELINE + pack + SINCE + "&form=1");
    assertThat(unpacked(first)).contains("ESM-0003").doesNotContain("Said twice", "SEC file form");
    assertGenuine(first, 1);
  }

  @Test
  void theJsonFileTellsWhyFromTheSecondFormOn() {
    byte[] second = file(BASELINE + "/changes.json" + SINCE);
    assertThat(new String(second, StandardCharsets.UTF_8))
        .startsWith("{\"form\":\"SEC file form 2\",\"since\":{")
        .contains("\"withdrawn\":{\"reason\":\"Said twice\",\"replacedBy\":{\"key\":\"ESM-0002\"");
    assertGenuine(second, 2);

    byte[] first = file(BASELINE + "/changes.json" + SINCE + "&form=1");
    assertThat(new String(first, StandardCharsets.UTF_8))
        .startsWith("{\"since\":{")
        .doesNotContain("Said twice");
    assertGenuine(first, 1);
  }

  @Test
  void theManifestCoversWhatTheBundleHolds() throws IOException {
    byte[] bundle = file(BASELINE + "/bundle.zip");
    assertThat(unpacked(bundle))
        .contains("{\"key\":\"ESM-0003\",\"reason\":\"Said twice\",\"replacedBy\":\"ESM-0002\"}\n")
        .contains("\"withdrawn\":\"")
        .doesNotContain("A secret", neverPublished);
    assertGenuine(bundle, 7);
    byte[] first = file(BASELINE + "/bundle.zip?form=1");
    assertThat(unpacked(first)).doesNotContain("Said twice");
    assertGenuine(first, 1);

    byte[] forged =
        new String(bundle, StandardCharsets.ISO_8859_1)
            .replace("Said twice", "Said thrce")
            .getBytes(StandardCharsets.ISO_8859_1);
    JsonPath verdict = verified(forged);
    assertThat(verdict.getString("verdict")).isEqualTo("DIFFERENT");
  }

  /// What was withdrawn later is told of the baseline that was frozen later.
  @Test
  void theDraftTellsWhy() throws IOException {
    byte[] html = file("/api/v1/specifications/C.4.1.a.html");
    assertThat(new String(html, StandardCharsets.UTF_8))
        .contains("Reason: Said twice. Replaced by ESM-0002.");
    assertThat(unpacked(file("/api/v1/specifications/C.4.1.a.docx")))
        .contains("Reason: Said twice. Replaced by ESM-0002.");
    given()
        .get("/records/ESM-0003")
        .then()
        .statusCode(200)
        .body(containsString("Said twice"))
        .body(containsString("Replaced by"));
  }

  private static byte[] file(String path) {
    return given()
        .header("Prefer", "wait=60")
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  private static void assertGenuine(byte[] file, int form) {
    JsonPath verdict = verified(file);
    assertThat(verdict.getString("verdict")).as(verdict::prettify).isEqualTo("DERIVED");
    assertThat(verdict.getInt("form")).isEqualTo(form);
  }

  private static JsonPath verified(byte[] file) {
    return given()
        .multiPart("file", "file", file)
        .post("/api/v1/verifications")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static String unpacked(byte[] file) throws IOException {
    StringBuilder text = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }
}
