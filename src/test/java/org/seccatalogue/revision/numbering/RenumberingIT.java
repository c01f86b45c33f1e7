package org.seccatalogue.revision.numbering;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seccatalogue.baseline.Disclosure;
import org.seccatalogue.baseline.FreezeRequest;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.baseline.Waiver;
import org.seccatalogue.baseline.freezing.Baselines;
import org.seccatalogue.baseline.freezing.FreezeOutcome;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.testkit.EarlierCatalogue;
import org.seccatalogue.testkit.EarlierNumbers;
import org.seccatalogue.testkit.EarlierVersion;

/// A catalogue of seven catalogues that an earlier version filled has eight: numbers change, and
/// nothing else.
@QuarkusTest
@Tag("files")
@TestProfile(EarlierNumbers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class RenumberingIT {

  private static final EarlierCatalogue EARLIER = EarlierCatalogue.of(EarlierVersion.VERSION);

  @Inject Renumbering renumbering;
  @Inject Baselines baselines;

  @ConfigProperty(name = "test.url")
  String root;

  private final Map<String, Map<String, Object>> before = new HashMap<>();
  private byte[] exported;

  @BeforeAll
  void renumber() {
    records().forEach(record -> before.put((String) record.get("key"), record));
    exported = given().baseUri(root).get("/api/v1/exports/records.xlsx").asByteArray();
    QuarkusTransaction.requiringNew().run(renumbering::renumber);
    QuarkusTransaction.requiringNew().run(renumbering::renumber);
  }

  private List<Map<String, Object>> records() {
    List<Map<String, Object>> records = new ArrayList<>();
    String cursor = null;
    do {
      JsonPath page =
          given()
              .baseUri(root)
              .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
              .get("/api/v1/records?limit=200")
              .jsonPath();
      records.addAll(page.getList("items"));
      cursor = page.getString("next");
    } while (cursor != null);
    return records;
  }

  private static String key(String section) {
    return given()
        .get("/api/v1/outline")
        .jsonPath()
        .getString("items.record.find { it.reference == '" + section + "' }.key");
  }

  /// What stands directly below a section, in its order.
  private static List<String> below(String section) {
    JsonPath outline = given().get("/api/v1/outline").jsonPath();
    List<String> lines =
        outline.getList(
            "items.collect { it.depth + ' ' + it.record.reference + ' ' + it.record.title }");
    List<Integer> depths = outline.getList("items.depth");
    int at = outline.<String>getList("items.record.reference").indexOf(section);
    List<String> below = new ArrayList<>();
    for (int i = at + 1; i < depths.size() && depths.get(i) > depths.get(at); i++) {
      if (depths.get(i) == depths.get(at) + 1) {
        below.add(lines.get(i).substring(2));
      }
    }
    return below;
  }

  @Test
  void partCHasEightCatalogues() {
    assertThat(below("C"))
        .containsExactly(
            "C.1 DCC services catalogue",
            "C.2 Business requirements specifications",
            "C.3 User requirements specifications",
            "C.4 SMS technical specifications",
            "C.5 Interface definitions",
            "C.6 Codes of practice",
            "C.7 Security protocols and standards",
            "C.8 SEC assurance document suite");
    assertThat(below("C.4")).containsExactly("C.4.1 SMS FRS");
    assertThat(below("C.5.3"))
        .containsExactly(
            "C.5.3.a Service requests",
            "C.5.3.b Outputs",
            "C.5.3.c WAN protocol",
            "C.5.3.d SMS commissioning data");
  }

  @Test
  void nothingButNumbersAndPlacesChanged() {
    List<String> renumbered = new ArrayList<>();
    for (Map<String, Object> record : records()) {
      Map<String, Object> was = before.get(record.get("key"));
      assertThat(record.get("revision")).isEqualTo(was.get("revision"));
      assertThat(record.get("stage")).isEqualTo(was.get("stage"));
      assertThat(record.get("title")).isEqualTo(was.get("title"));
      if (!String.valueOf(record.get("reference")).equals(String.valueOf(was.get("reference")))) {
        renumbered.add(was.get("reference") + " " + record.get("reference"));
      } else {
        assertThat(record).isEqualTo(was);
      }
    }
    assertThat(renumbered)
        .hasSize(26)
        .contains(
            "C.4.2 C.5",
            "C.4.2.c4 C.5.3.d",
            "C.5.5.b C.6.5.b",
            "C.7.4 C.8.4",
            "C.8 C.9",
            "C.8.1 C.9.1");
  }

  @Test
  void theHistoryTellsIt() {
    String key = key("C.5");
    JsonPath history = given().get("/api/v1/records/" + key + "/history").jsonPath();
    assertThat(history.getList("items.kind").subList(0, 2)).containsExactly("RENUMBERED", "MOVED");
    assertThat(history.getString("items[0].fromReference")).isEqualTo("C.4.2");
    assertThat(history.getString("items[0].toReference")).isEqualTo("C.5");
    assertThat(history.getString("items[0].note"))
        .isEqualTo(
            "Interface Definitions is a catalogue of its own, C.5, and those behind it follow");
    assertThat(history.getString("items[1].fromSection")).isEqualTo("C.4");
    assertThat(history.getString("items[1].toSection")).isEqualTo("C");
    assertThat(given().get("/records/" + key).asString())
        .contains("Renumbered from C.4.2 to C.5", "Upgrade of the catalogue");
  }

  @ParameterizedTest
  @CsvSource({"C.4.2, /sections/C.5", "C.4.2.c1, /sections/C.5.3.a", "C.4.2.b, /sections/C.5.2"})
  void aReferenceThatNobodyHasLeadsOn(String former, String present) {
    given()
        .redirects()
        .follow(false)
        .get("/sections/" + former)
        .then()
        .statusCode(303)
        .header("Location", org.hamcrest.Matchers.endsWith(present));
  }

  @Test
  void aReferenceThatAnotherHasSaysWhoHadIt() {
    String page = given().get("/sections/C.5").asString().replaceAll("<[^>]*>", "");
    assertThat(page)
        .contains("Interface definitions")
        .contains("Until SEC v0.02, C.5 was Codes of practice (now C.6).");
    assertThat(given().get("/sections/C.4.1").asString()).doesNotContain("Until ");
  }

  @ParameterizedTest
  @CsvSource({"records.xlsx,records.xlsx", "records.csv,gas-meter-spec.csv"})
  void whatTheEarlierVersionExportedPlansNothing(String kept, String name) {
    JsonPath plan = planned(name, EARLIER.bytes("exports/" + kept));
    assertThat(plan.getInt("import.same"))
        .as(plan::prettify)
        .isEqualTo(plan.getInt("import.rows"))
        .isPositive();
  }

  @Test
  void whatWasExportedBeforePlansNothing() {
    JsonPath plan = planned("records.xlsx", exported);
    assertThat(plan.getInt("import.same"))
        .as(plan::prettify)
        .isEqualTo(plan.getInt("import.rows"))
        .isPositive();
  }

  @Test
  void whatIsExportedNowPlansNothing() {
    byte[] now = given().get("/api/v1/exports/records.xlsx").asByteArray();
    JsonPath plan = planned("records.xlsx", now);
    assertThat(plan.getInt("import.same"))
        .as(plan::prettify)
        .isEqualTo(plan.getInt("import.rows"))
        .isPositive();
  }

  @Test
  void aSectionOfAnotherFileIsAskedAbout() {
    String file = "Section,Reference,Title\nC.5,C.5.9,Ladders\nC.4.2.c1,C.5.3.a.1,Lines\n";
    JsonPath told = planned("Sections.csv", file.getBytes(StandardCharsets.UTF_8));
    assertThat(told.getList("findings.code"))
        .as(told::prettify)
        .containsExactly("REFERENCE_PASSED", "REFERENCE_PASSED");
    assertThat(told.getString("findings[0].expected"))
        .isEqualTo(
            "a name that means what its writer meant, such as a key: it was “Codes of practice”"
                + " (SEC-0040) and is “Interface definitions” (SEC-0032) now; the row is applied"
                + " only if you select it");
    assertThat(told.getString("findings[1].cell")).isEqualTo("A3");
    assertThat(told.getString("findings[1].expected"))
        .isEqualTo("C.5.3.a, the present reference of what was called so; it is read as that");
    assertThat(told.getList("changes.findAll { it.kind == 'NEW' }.guards"))
        .containsExactly(List.of("PASSED_REFERENCE"), List.of());
    assertThat(told.getList("changes.findAll { it.kind == 'NEW' }.chosen"))
        .containsExactly(false, true);
    assertThat(told.getInt("import.guarded")).isEqualTo(1);
    assertThat(told.getString("findings[0].cell")).isEqualTo("A2");
    assertThat(told.getInt("import.created")).isEqualTo(1);
    assertThat(told.getInt("import.leftOut")).isEqualTo(1);
    assertThat(told.getInt("import.errors")).isZero();
  }

  /// It would lead nowhere else any more.
  @Test
  void aRowThatTakesAFormerNumberIsAskedAbout() {
    String file = "Section,Reference,Title\nC.1,C.4.2.c1,Ropes\n";
    JsonPath told = planned("Sections.csv", file.getBytes(StandardCharsets.UTF_8));
    assertThat(told.getList("findings.code"))
        .as(told::prettify)
        .containsExactly("REFERENCE_PASSED");
    assertThat(told.getString("findings[0].cell")).isEqualTo("B2");
    assertThat(told.getString("findings[0].expected"))
        .startsWith("a reference that no other record had: it was that of “")
        .endsWith(
            "to which it leads as long as nobody has it; the row is applied only if you select it");
    assertThat(told.getList("changes.findAll { it.kind == 'NEW' }.guards"))
        .containsExactly(List.of("PASSED_REFERENCE"));
    assertThat(told.getString("changes.find { it.kind == 'NEW' }.edits[0].field"))
        .isEqualTo("section");
    assertThat(told.getString("changes.find { it.kind == 'NEW' }.edits[0].after")).isEqualTo("C.1");
  }

  @Test
  void aRowThatIsFoundByANumberThatPassedIsAskedAbout() {
    String file = "Reference,Title\nC.5,Codes of practice\n";
    JsonPath told = planned("Sections.csv", file.getBytes(StandardCharsets.UTF_8));
    assertThat(told.getList("findings.code")).as(told::prettify).contains("REFERENCE_PASSED");
    assertThat(told.getList("findings.findAll { it.code == 'REFERENCE_PASSED' }.cell"))
        .containsExactly("A2");
  }

  @ParameterizedTest
  @CsvSource({".docx", ".html"})
  void itsFilesLeadOnToo(String ending) {
    given()
        .redirects()
        .follow(false)
        .get("/sections/C.4.2.c1" + ending)
        .then()
        .statusCode(303)
        .header("Location", org.hamcrest.Matchers.endsWith("/sections/C.5.3.a" + ending));
    given().get("/sections/C.99" + ending).then().statusCode(404);
  }

  private static JsonPath planned(String name, byte[] file) {
    int id =
        given()
            .header("Prefer", "wait=60")
            .multiPart("file", name, file)
            .post("/api/v1/imports")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    return given().get("/api/v1/imports/" + id + "?limit=200&changesAfter=0").jsonPath();
  }

  @Test
  void aBaselineHasTheNumbersOfItsTime() {
    List<Waiver> waivers =
        Stream.of(FindingCode.values())
            .filter(code -> code != FindingCode.EMPTY)
            .map(code -> new Waiver(code.name(), null, "To be followed up", "STEG"))
            .toList();
    FreezeRequest request =
        new FreezeRequest(
            "SEC v0.10",
            LocalDate.of(2012, 1, 31),
            Selection.ALL,
            waivers,
            null,
            "Lead drafter",
            Disclosure.NONE);
    assertThat(baselines.freeze(request)).isInstanceOf(FreezeOutcome.Frozen.class);
    assertThat(title("sec-v0.10", "C.5")).isEqualTo("Interface definitions");
    assertThat(title("sec-v0.10", "C.5.3.a")).isEqualTo("Service requests");
    assertThat(title("sec-v0.01", "C.5")).isEqualTo("Codes of practice");
    assertThat(title("sec-v0.01", "C.4.2.c1")).isEqualTo("Service requests");
    JsonPath record = given().get("/api/v1/baselines/sec-v0.10/records/C.6").jsonPath();
    assertThat(record.getString("attributes.reference")).isEqualTo("C.6");
    assertThat(record.getInt("revision")).isEqualTo(1);
    byte[] bundle =
        given()
            .header("Prefer", "wait=60")
            .get("/api/v1/baselines/sec-v0.10/bundle.zip")
            .asByteArray();
    JsonPath verdict =
        given().multiPart("file", "bundle.zip", bundle).post("/api/v1/verifications").jsonPath();
    assertThat(verdict.getString("verdict")).as(verdict::prettify).isEqualTo("DERIVED");
    given()
        .redirects()
        .follow(false)
        .get("/baselines/sec-v0.10/sections/C.4.2.c1")
        .then()
        .statusCode(303);
  }

  private static String title(String baseline, String reference) {
    return given()
        .get("/api/v1/baselines/" + baseline + "/records/" + reference)
        .jsonPath()
        .getString("title");
  }
}
