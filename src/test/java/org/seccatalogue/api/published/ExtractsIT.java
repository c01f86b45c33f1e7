package org.seccatalogue.api.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.seccatalogue.testkit.Freezer;

/// What a reader found can be taken away as a workbook that says of what it is an extract, and that
/// is verified by asking the same again.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class ExtractsIT {

  private static final String AT = "/api/v1/baselines/sec-v0.01/";
  private static final String QUESTION = "derives_from=B.1.2&stage=DRAFT";

  @Inject Freezer freezer;

  @BeforeAll
  void freeze() {
    freezer.freeze("SEC v0.01", "2011-11-30");
    freezer.reword("GSM-0002", "shall", "shall always");
    freezer.freeze("SEC v0.02", "2011-12-31");
  }

  private static byte[] extract(String question) {
    return given()
        .header("Prefer", "wait=60")
        .get(AT + "extract.xlsx?" + question)
        .then()
        .statusCode(200)
        .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        .extract()
        .asByteArray();
  }

  private static List<String> keys(String question) {
    JsonPath page = given().get(AT + "records?limit=200&" + question).jsonPath();
    assertThat(page.getString("next")).isNull();
    return page.getList("items.key");
  }

  private static String title(String reference) {
    return given().get(AT + "records/" + reference).jsonPath().getString("title");
  }

  private static List<String> facts(String question) throws IOException {
    List<String> facts = new ArrayList<>();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(extract(question)))) {
      for (Row row : book.getSheetAt(0)) {
        if (row.getCell(0) != null && row.getCell(1) != null) {
          facts.add(row.getCell(0) + ": " + row.getCell(1));
        }
      }
    }
    return facts;
  }

  private static List<String> keysIn(byte[] workbook) throws IOException {
    List<String> keys = new ArrayList<>();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      for (int i = 1; i < book.getNumberOfSheets(); i++) {
        Sheet sheet = book.getSheetAt(i);
        Row first = sheet.getRow(0);
        if (first != null && "Key".equals(first.getCell(0).getStringCellValue())) {
          for (int row = 1; row <= sheet.getLastRowNum(); row++) {
            keys.add(sheet.getRow(row).getCell(0).getStringCellValue());
          }
        }
      }
    }
    return keys;
  }

  private static JsonPath verified(byte[] file) {
    return given()
        .multiPart("file", "extract.xlsx", file)
        .post("/api/v1/verifications")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void itHoldsWhatTheListHolds() throws IOException {
    List<String> expected = keys(QUESTION);
    assertThat(expected).isNotEmpty();
    assertThat(keysIn(extract(QUESTION))).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(keysIn(extract("type=gas-meter-spec")))
        .isEqualTo(keys("type=gas-meter-spec&order=outline"));
    assertThat(keysIn(extract("q=display"))).containsExactlyInAnyOrderElementsOf(keys("q=display"));
    assertThat(keys("q=display")).isNotEmpty();
    assertThat(keysIn(extract("q=nobodysaysthis"))).isEmpty();
  }

  @Test
  void itSaysWhatWasAskedForAndOfWhat() throws IOException {
    List<String> facts = facts(QUESTION);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(extract(QUESTION)))) {
      assertThat(book.getProperties().getCoreProperties().getDescription())
          .isEqualTo("SEC question stage=DRAFT;link=derives_from%3AB.1.2 SEC file form 2");
    }
    String digest = given().get("/api/v1/baselines/sec-v0.01").jsonPath().getString("digest");
    assertThat(facts)
        .contains(
            "Baseline: SEC v0.01",
            "Digest of the baseline (SHA-256): " + digest,
            "Stage: Draft",
            "Derives from: B.1.2 " + title("B.1.2"));
  }

  @Test
  void severalPartsAreSaidInWords() throws IOException {
    assertThat(
            facts(
                "attribute=priority:Must&attribute=priority:Should&section=C.4.1&device=ESME"
                    + "&device=GSME&q=meter"))
        .contains(
            "Priority: Must or Should",
            "In the section: C.4.1 " + title("C.4.1"),
            "For the device: Electricity meter or Gas meter",
            "Words, as they were typed: meter");
  }

  @Test
  void whoeverAsksTheSameHasTheSameBytes() {
    byte[] first = extract(QUESTION);
    assertThat(extract("link=derives_from:B.1.2&stage=DRAFT&stage=DRAFT")).isEqualTo(first);
    assertThat(extract("stage=DRAFT")).isNotEqualTo(first);
  }

  @Test
  void itIsDerivedAndNotPublished() {
    JsonPath verdict = verified(extract(QUESTION));
    assertThat(verdict.getString("verdict")).isEqualTo("DERIVED");
    assertThat(verdict.getString("baseline")).isEqualTo("SEC v0.01");
    assertThat(verdict.getString("message"))
        .startsWith(
            "The workbook of the records that answer “stage=DRAFT, link=derives_from:B.1.2” is"
                + " derived from the baseline");
  }

  @Test
  void whatWasChangedInItIsTold() throws IOException {
    byte[] file = extract("type=gas-meter-spec");
    String text = new String(file, StandardCharsets.ISO_8859_1);
    Matcher word = Pattern.compile("(GSM-0002<.*?)shall").matcher(text);
    assertThat(word.find()).isTrue();
    byte[] changed = file.clone();
    changed[word.end() - 1] = 'n';
    JsonPath verdict = verified(changed);
    assertThat(verdict.getString("verdict")).isEqualTo("DIFFERENT");
    assertThat(verdict.getList("differences.key")).contains("GSM-0002");
  }

  @Test
  void anotherQuestionInAFileIsAnotherFile() {
    byte[] file = extract("type=gas-meter-spec");
    String text = new String(file, StandardCharsets.ISO_8859_1);
    byte[] changed =
        text.replace("SEC question type=gas-meter-spec", "SEC question type=gas-meter-spex")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(verified(changed).getString("verdict")).isNotEqualTo("DERIVED");
    byte[] narrower =
        text.replace("SEC question type=gas-meter-spec", "SEC question stage=DRAFT;q=display")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(verified(narrower).getString("verdict")).isNotEqualTo("DERIVED");
  }

  @Test
  void wordsThatLookLikeAQuestionAreNone() {
    freezer.reword("GSM-0003", "shall", "shall (SEC question type=gas-meter-spec;stage=DRAFT)");
    freezer.freeze("SEC v0.03", "2012-01-31");
    byte[] file =
        given()
            .header("Prefer", "wait=60")
            .get("/api/v1/baselines/sec-v0.03/extract.xlsx?type=gas-meter-spec")
            .asByteArray();
    assertThat(verified(file).getString("verdict")).isEqualTo("DERIVED");
  }

  @Test
  void whatCannotBeAnsweredIsRefused() {
    given()
        .get(AT + "extract.xlsx")
        .then()
        .statusCode(400)
        .body("findings[0].code", equalTo("MISSING_VALUE"))
        .body(
            "findings[0].expected",
            equalTo("words or at least one filter; records.xlsx has all records"));
    given()
        .get(AT + "extract.xlsx?type=nothing&order=key&section=Z.9")
        .then()
        .statusCode(400)
        .body("findings.parameter", hasItem("order"))
        .body("findings.parameter", hasItem("type"))
        .body("findings.parameter", hasItem("section"));
    given().get("/api/v1/baselines/sec-v0.99/extract.xlsx?q=display").then().statusCode(404);
  }

  @Test
  void theSearchLeadsToIt() throws IOException {
    String page = given().get("/baselines/sec-v0.01/search?q=display&stage=DRAFT").asString();
    Matcher link = Pattern.compile("href=\"([^\"]*/extract\\.xlsx[^\"]*)\"").matcher(page);
    assertThat(link.find()).isTrue();
    String address = Objects.requireNonNull(link.group(1)).replace("&amp;", "&");
    assertThat(address).isEqualTo("/api/v1/baselines/sec-v0.01/extract.xlsx?q=display&stage=DRAFT");
    assertThat(keysIn(extract(address.substring(address.indexOf('?') + 1))))
        .containsExactlyInAnyOrderElementsOf(keys("q=display&stage=DRAFT"));
    assertThat(given().get("/baselines/sec-v0.01/search?q=nobodysaysthis").asString())
        .doesNotContain("extract.xlsx");
    assertThat(given().get("/baselines/sec-v0.01/search").asString())
        .doesNotContain("extract.xlsx");
  }
}
