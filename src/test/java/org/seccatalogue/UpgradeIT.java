package org.seccatalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.seccatalogue.testkit.EarlierAnswer;
import org.seccatalogue.testkit.EarlierCatalogue;
import org.seccatalogue.testkit.EarlierInstallation;
import org.seccatalogue.testkit.EarlierTables;
import org.seccatalogue.testkit.EarlierVersion;

/// A catalogue of an earlier version starts with this one: nothing is lost, nothing says anything
/// else, and what was begun goes on.
@QuarkusTest
@Tag("files")
@TestProfile(EarlierVersion.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class UpgradeIT {

  /// Cursors of what is published say of which baseline and question they are since; those of
  /// before are refused, and whoever had one begins again.
  private static final Pattern CURSOR = Pattern.compile("/api/v1/baselines/.*cursor=.*");

  /// Edits of an import call sections and targets of links as people do.
  private static final Pattern CALLED =
      Pattern.compile(".*/edits/[0-9]+/(before|after): \"[A-Z]{3}-[0-9]+\" has become .*");

  /// Rows that are left out are counted by themselves.
  private static final Pattern COUNTED =
      Pattern.compile("/api/v1/imports/.*/(created|changed|conflicts): [0-9]+ has become [0-9]+");

  /// Plans say in which section a new record would stand.
  private static final Pattern PLACED =
      Pattern.compile(
          "(?s)/api/v1/imports/.*/edits: \\[.* has become \\[\\{\"field\":\"section\",\"before\":\"\",.*");

  private static final Pattern NEXT = Pattern.compile("(?s)/api/v1/baselines/[^\"]*/next: .*");

  private static final Set<String> COUNTS =
      Set.of("created", "changed", "same", "conflicts", "left_out", "withdrawn");

  private static final EarlierCatalogue EARLIER = EarlierCatalogue.of(EarlierVersion.VERSION);

  /// Of all tables, before any of the tests changes something.
  private final Map<String, String> rows = new TreeMap<>();

  /// Of all addresses whose answers were kept, likewise.
  private final Map<String, Response> answers = new TreeMap<>();

  @ConfigProperty(name = "test.url")
  String root;

  @BeforeAll
  void readTables() throws SQLException, IOException {
    try (Connection owner = EarlierInstallation.asOwner()) {
      EarlierTables tables = EarlierVersion.tables(owner);
      for (Map.Entry<String, String> table : EARLIER.tables().entrySet()) {
        rows.put(table.getKey(), tables.now(table.getKey(), table.getValue()));
      }
    }
  }

  @BeforeAll
  void askAgain() {
    for (String asked : earlier().keySet()) {
      answers.put(asked, given().baseUri(root).urlEncodingEnabled(false).get(asked));
    }
  }

  private static Map<String, JsonNode> earlier() {
    Map<String, JsonNode> earlier = new TreeMap<>();
    EARLIER
        .json("answers.json")
        .get("answers")
        .properties()
        .forEach(one -> earlier.put(one.getKey(), one.getValue()));
    return earlier;
  }

  static List<String> tables() {
    return EARLIER.tables().keySet().stream()
        .filter(table -> !table.equals(EarlierTables.MIGRATIONS))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void eachRowSaysWhatItSaid(String table) {
    List<String> earlier = EARLIER.table(table).lines().toList();
    List<String> now = rows.get(table).lines().toList();
    if (table.equals("drafting.signing_key")) {
      assertKeysLeft(earlier, now);
    } else if (table.endsWith(".verification_key")) {
      assertThat(now).containsAll(earlier);
    } else if (table.equals("drafting.job")) {
      assertThat(now.stream().filter(row -> !row.contains(",write-files,")))
          .containsExactlyElementsOf(earlier);
    } else if (table.equals("drafting.import")) {
      assertThat(withoutNewCounts(now, earlier)).containsExactlyElementsOf(said(cells(earlier)));
    } else {
      assertThat(now).containsExactlyElementsOf(earlier);
    }
  }

  /// Private keys leave the database; their public halves stay published.
  private void assertKeysLeft(List<String> earlier, List<String> now) {
    assertThat(now).containsExactly(earlier.getFirst());
    List<String> published =
        given().baseUri(root).get("/.well-known/jwks.json").jsonPath().getList("keys.kid");
    assertThat(earlier.stream().skip(1).map(row -> row.substring(0, row.indexOf(','))))
        .isNotEmpty()
        .isSubsetOf(published);
  }

  /// The rows of imports without the counts that they had not yet, which are kept with them now.
  private static List<String> withoutNewCounts(List<String> now, List<String> earlier) {
    List<List<String>> before = cells(earlier);
    List<List<String>> rows = cells(now);
    List<String> header = before.getFirst();
    for (int line = 1; line < Math.min(rows.size(), before.size()); line++) {
      for (int i = 0; i < header.size(); i++) {
        if (COUNTS.contains(header.get(i)) && before.get(line).get(i).isEmpty()) {
          rows.get(line).set(i, "");
        }
      }
    }
    return said(rows);
  }

  private static List<List<String>> cells(List<String> lines) {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(String.join("\n", lines))) {
      return reader.stream().<List<String>>map(row -> new ArrayList<>(row.getFields())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> said(List<List<String>> rows) {
    return rows.stream().map(List::toString).toList();
  }

  @Test
  void theMigrationsOfThenAreThoseOfThen() {
    assertThat(migrations(rows.get(EarlierTables.MIGRATIONS)))
        .containsAll(migrations(EARLIER.table(EarlierTables.MIGRATIONS)));
  }

  /// Version, name and checksum.
  private static List<String> migrations(String csv) {
    return csv.lines()
        .map(line -> line.split(",", -1))
        .filter(earlier -> earlier[3].equals("SQL"))
        .map(earlier -> earlier[1] + " " + Path.of(earlier[4]).getFileName() + " " + earlier[5])
        .toList();
  }

  /// An answer may say more than it did; what it said, it says still.
  @Test
  void eachAnswerSaysWhatItSaid() throws IOException {
    List<String> different = new ArrayList<>();
    for (Map.Entry<String, JsonNode> earlier : earlier().entrySet()) {
      Response answer = answers.get(earlier.getKey());
      if (CURSOR.matcher(earlier.getKey()).matches()) {
        assertThat(answer.statusCode()).as(earlier.getKey()).isEqualTo(400);
      } else if (answer.statusCode() == 200) {
        EarlierAnswer.differences(earlier.getKey(), earlier.getValue(), answer.asString()).stream()
            .filter(difference -> !NEXT.matcher(difference).matches())
            .filter(difference -> !CALLED.matcher(difference).matches())
            .filter(difference -> !COUNTED.matcher(difference).matches())
            .filter(difference -> !PLACED.matcher(difference).matches())
            .forEach(different::add);
      } else {
        different.add(earlier.getKey() + ": " + answer.statusLine());
      }
    }
    assertThat(different).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/",
    "/trace",
    "/search?q=meter",
    "/freeze",
    "/exports",
    "/sections/C.4.1.a",
    "/imports",
    "/imports/profiles",
    "/imports/1",
    "/imports/2",
    "/imports/3",
    "/imports/4",
    "/imports/5",
    "/imports/6",
    "/imports/7",
    "/imports/8",
    "/records/ESM-0002",
    "/records/ESM-0002/edit",
    "/records/ESM-0002/revisions/2",
    "/records/ESM-0003",
    "/records/ESM-0006",
    "/records/ESM-0009",
    "/records/ESM-0009/edit",
    "/records/HCD-0003",
    "/records/IHD-0001",
    "/records/WPR-0002",
    "/publications",
    "/baselines",
    "/baselines/sec-v0.01",
    "/baselines/sec-v0.02/sections/C.4.1.a",
    "/baselines/sec-v0.02/records/ESM-0006",
    "/baselines/sec-v0.02/changes?since=sec-v0.01",
    "/baselines/sec-gas-v0.1"
  })
  void eachPageOpens(String address) {
    given().get(address).then().statusCode(200).contentType(ContentType.HTML);
  }

  @Test
  void aMappingThatWasUnderWayGoesOn() {
    String mapping = EARLIER.json("answers.json").get("mapping").asText();
    given().get(mapping).then().statusCode(200);
    String sheet = given().get(mapping + "/sheets/1").then().statusCode(200).extract().asString();
    assertThat(sheet).contains("The party shall keep a log.");
  }

  /// Files that nobody edited between the versions change nothing.
  @ParameterizedTest
  @CsvSource({"records.xlsx,records.xlsx,251", "records.csv,gas-meter-spec.csv,5"})
  void anExportOfThenChangesNothing(String kept, String name, int same) {
    JsonPath plan =
        given()
            .header("Prefer", "wait=60")
            .multiPart("file", name, EARLIER.bytes("exports/" + kept))
            .post("/api/v1/imports")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    assertThat(plan.getString("state")).as(plan::prettify).isEqualTo("PLANNED");
    assertThat(plan.getInt("same")).as(plan::prettify).isEqualTo(same);
    assertThat(plan.getInt("rows")).isEqualTo(same);
  }

  @Test
  void aPlanOfThenIsApplied() {
    JsonPath applied = decided(6, "apply");
    assertThat(applied.getString("state")).isEqualTo("APPLIED");
    JsonPath record = given().get("/api/v1/records/GSM-0001").jsonPath();
    assertThat(record.getString("title")).isEqualTo("A title that waits");
    assertThat(record.getInt("revision")).isEqualTo(2);
  }

  @Test
  void anImportOfThenIsUndone() {
    assertThat(decided(2, "undo").getString("undoneBy")).isNotEmpty();
    JsonPath record = given().get("/api/v1/records/WCU-0001").jsonPath();
    assertThat(record.getString("title")).isEqualTo("Exchange without touching the meter");
    assertThat(record.getInt("revision")).isEqualTo(3);
  }

  private static JsonPath decided(int number, String what) {
    return given()
        .header("Prefer", "wait=60")
        .contentType(ContentType.JSON)
        .body(Map.of("note", "With the version that came after"))
        .post("/api/v1/imports/" + number + "/" + what)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
