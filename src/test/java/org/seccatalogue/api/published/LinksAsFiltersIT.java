package org.seccatalogue.api.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.testkit.Freezer;

/// What derives from a clause is shown there, and links are filters like everything else.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class LinksAsFiltersIT {

  private static final String RECORDS = "/api/v1/baselines/sec-v0.01/records?limit=200&";

  @Inject Freezer freezer;
  @Inject PublishedRecords records;

  private List<String> derived;

  @BeforeAll
  void freeze() {
    Baseline first = freezer.freeze("SEC v0.01", "2011-11-30");
    String clause = records.find(first, "B.1.2").orElseThrow().key().toString();
    derived =
        records.inOrder(first, "", 1000).stream()
            .filter(
                record ->
                    record.links().stream()
                        .anyMatch(
                            link ->
                                link.type().equals("derives_from")
                                    && link.target().toString().equals(clause)))
            .map(PublishedRecord::key)
            .map(String::valueOf)
            .toList();
    freezer.reword(derived.getFirst(), "shall", "shall always");
    freezer.reword("GSM-0002", "shall", "shall always");
    freezer.freeze("SEC v0.02", "2011-12-31");
  }

  private static JsonPath json(String path) {
    return given().get(path).then().statusCode(200).extract().jsonPath();
  }

  private static String page(String path) {
    return given().get(path).then().statusCode(200).extract().asString();
  }

  @Test
  void theApiListsAndCountsWhatDerives() {
    assertThat(derived).hasSize(10);
    JsonPath found = json(RECORDS + "derives_from=B.1.2");
    assertThat(found.getList("items.key")).isEqualTo(derived);
    assertThat(found.getInt("total.count")).isEqualTo(10);
    assertThat(json(RECORDS + "link=derives_from:B.1.2").getList("items.key")).isEqualTo(derived);
    assertThat(json(RECORDS + "derives_from=B.1.2&order=key").getList("items.key"))
        .containsExactlyInAnyOrderElementsOf(derived);
    assertThat(json("/api/v1/baselines/sec-v0.01/facets?derives_from=B.1.2").getInt("total.count"))
        .isEqualTo(10);
    assertThat(json(RECORDS + "derives_from=B.1.2&q=" + derived.getFirst()).getList("items.key"))
        .contains(derived.getFirst());
    assertThat(json(RECORDS + "derives_from=B.1.2&derives_from=B.1.3").getInt("total.count"))
        .isGreaterThanOrEqualTo(10);
    assertThat(json(RECORDS + "derives_from=B.1.2&satisfies=DSL-0001").getInt("total.count"))
        .isLessThan(10);
  }

  @Test
  void walkingInPagesMeetsEachOnce() {
    String at = "/api/v1/baselines/sec-v0.01/records?derives_from=B.1.2&limit=4";
    JsonPath first = json(at);
    JsonPath second = json(at + "&cursor=" + first.getString("next"));
    JsonPath third = json(at + "&cursor=" + second.getString("next"));
    assertThat(first.<String>getList("items.key")).isEqualTo(derived.subList(0, 4));
    assertThat(second.<String>getList("items.key")).isEqualTo(derived.subList(4, 8));
    assertThat(third.<String>getList("items.key")).isEqualTo(derived.subList(8, 10));
    assertThat(third.getString("next")).isNull();
  }

  @Test
  void aSymmetricLinkIsOneFromEitherEnd() {
    JsonPath links = json("/api/v1/baselines/sec-v0.01/records?limit=200");
    List<String> pairs =
        links.getList(
            "items.findAll { it.links.any { l -> l.type == 'overlaps' } }.key", String.class);
    for (String key : pairs) {
      String other =
          json("/api/v1/baselines/sec-v0.01/records/" + key)
              .getString("links.find { it.type == 'overlaps' }.target");
      assertThat(json(RECORDS + "overlaps=" + other).getList("items.key")).contains(key);
      assertThat(json(RECORDS + "overlaps=" + key).getList("items.key")).contains(other);
    }
  }

  @Test
  void whatIsWrongWithALinkIsTold() {
    given()
        .get(RECORDS + "derives_from=Z.9")
        .then()
        .statusCode(400)
        .body("findings[0].parameter", equalTo("derives_from"))
        .body("findings[0].code", equalTo("UNKNOWN_RECORD"));
    given()
        .get(RECORDS + "link=comes_from:B.1.2")
        .then()
        .statusCode(400)
        .body("findings[0].parameter", equalTo("link"))
        .body("findings[0].found", equalTo("comes_from"));
  }

  @Test
  void changesAndTheirFeedAreFilteredToo() {
    String changes = "/api/v1/baselines/sec-v0.02/changes?derives_from=B.1.2";
    assertThat(json(changes).getList("items.key")).containsExactly(derived.getFirst());
    assertThat(json(changes + "&kind=ADDED").getList("items.key")).isEmpty();
    assertThat(page("/feeds/changes.atom?derives_from=B.1.2"))
        .contains(": " + derived.getFirst() + " ")
        .doesNotContain("GSM-0002");
    assertThat(page("/baselines/sec-v0.02/changes?derives_from=B.1.2"))
        .contains("id=\"" + derived.getFirst() + "\"")
        .doesNotContain("id=\"GSM-0002\"");
  }

  @Test
  void theSearchTakesLinks() {
    assertThat(page("/baselines/sec-v0.01/search?derives_from=B.1.2"))
        .contains(">10 records<", "name=\"derives_from\" value=\"B.1.2\"");
    assertThat(page("/baselines/sec-v0.01/search?satisfies=DSL-0001"))
        .contains("<input type=\"hidden\" name=\"satisfies\" value=\"DSL-0001\">");
  }

  @Test
  void aClauseShowsWhatDerivesFromIt() {
    String page = page("/baselines/sec-v0.01/sections/B.1.2");
    String table = page.substring(page.indexOf("id=\"derived-0\""));
    table = table.substring(0, table.indexOf("</section>"));
    assertThat(table)
        .contains(
            "Derives from B.1.2</h2>",
            "10 records.",
            "href=\"/baselines/sec-v0.01/search?derives_from=B.1.2\"",
            "href=\"/api/v1/baselines/sec-v0.01/records?derives_from=B.1.2\"",
            "href=\"/feeds/changes.atom?derives_from=B.1.2\"",
            ">Priority</th>",
            ">Stage</th>",
            "<td class=\"govuk-table__cell\">Must</td>");
    for (String key : derived) {
      assertThat(table).contains("/baselines/sec-v0.01/records/" + key + "\"");
    }
    assertThat(page).doesNotContain("Stage of the least advanced requirement");
    assertThat(page("/baselines/sec-v0.01/sections/C.4.1.a"))
        .contains("Stage of the least advanced requirement")
        .doesNotContain("derived-0");
  }

  @Test
  void theServedContractNamesEachTypeOfLink() {
    assertThat(page("/openapi.yaml"))
        .contains("#/components/parameters/LinkedDerivesFrom", "name: \"derives_from\"");
  }

  /// The draft has them too, and its workbooks.
  @Test
  void theDraftIsFilteredByLinks() {
    JsonPath found = json("/api/v1/records?limit=200&derives_from=B.1.2");
    assertThat(found.getList("items.key")).isEqualTo(derived);
    assertThat(json("/api/v1/records?limit=200&link=derives_from:B.1.2").getList("items.key"))
        .isEqualTo(derived);
    String type = found.getString("items[0].type");
    List<String> ofType =
        found.getList("items.findAll { it.type == '" + type + "' }.key", String.class);
    String csv = page("/api/v1/exports/records.csv?type=" + type + "&derives_from=B.1.2");
    assertThat(
            csv.lines()
                .map(line -> line.split(",", 2)[0])
                .filter(key -> key.matches("[A-Z]{3}-[0-9]{4}")))
        .isEqualTo(ofType);
    assertThat(page("/search?derives_from=B.1.2"))
        .contains("10 records", "/api/v1/exports/records.xlsx?derives_from=B.1.2");
    given()
        .get("/api/v1/records?colour=red")
        .then()
        .statusCode(400)
        .body(
            "findings[0].expected", containsString(", link, cursor, limit, late, derives_from, "));
    given()
        .get("/api/v1/records?derives_from=Z.9")
        .then()
        .statusCode(400)
        .body("findings[0].parameter", equalTo("derives_from"));
  }
}
