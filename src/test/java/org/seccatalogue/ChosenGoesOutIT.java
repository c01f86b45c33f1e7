package org.seccatalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Disclosure;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.baseline.freezing.Projections;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.InternalAttribute;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.InternalWords;
import org.seccatalogue.testkit.PublishedPlaces;

/// Internal attributes that were chosen go out that time, and a baseline that does not publish them
/// is compared with one that does by what both publish.
@QuarkusTest
@NullUnmarked
class ChosenGoesOutIT {

  private static final Selection WITH_NOTES =
      new Selection(List.of(), List.of(), List.of(), null, true, false);

  @Inject CatalogueSchema schema;
  @Inject InternalWords words;
  @Inject Projections projections;
  @Inject Freezer freezer;

  @Test
  void whatIsChosenIsThereAndNothingElse() throws SQLException {
    Map<String, String> hidden = words.write();
    String owner =
        hidden.keySet().stream().filter(code -> code.startsWith("*.")).findFirst().orElseThrow();
    Baseline nothing = freezer.freeze("Nothing", "2011-11-30", WITH_NOTES);
    Baseline owners =
        freezer.freeze("Owners", "2011-11-30", WITH_NOTES, new Disclosure(List.of(owner), false));
    Baseline all =
        freezer.freeze("Everything", "2011-11-30", WITH_NOTES, new Disclosure(codes(), true));
    Baseline again = freezer.freeze("Again", "2011-11-30", WITH_NOTES);

    assertThat(again.digest()).isEqualTo(nothing.digest());
    assertThat(Set.of(nothing.digest(), owners.digest(), all.digest())).hasSize(3);
    assertThat(content("owners"))
        .contains(hidden.get(owner))
        .doesNotContain(InternalWords.OF_A_LINK)
        .satisfies(
            content ->
                assertThat(hidden.values().stream().filter(content::contains))
                    .containsExactly(hidden.get(owner)));
    assertThat(content("everything"))
        .contains(hidden.values())
        .contains(InternalWords.OF_A_LINK)
        .doesNotContain(InternalWords.PERSON);
    assertThat(PublishedPlaces.tablesWith(InternalWords.PERSON)).isEmpty();
    assertThatWhatOneOfTwoDoesNotPublishIsNoChange();
  }

  private List<String> codes() {
    return projections.internal().stream().map(InternalAttribute::code).toList();
  }

  private static String content(String id) {
    byte[] bundle =
        given()
            .header("Prefer", "wait=60")
            .get("/api/v1/baselines/" + id + "/bundle.zip")
            .asByteArray();
    return PublishedPlaces.unpacked("", bundle).get("!records.jsonl");
  }

  /// Records with a protective marking are left out.
  private String firstPublished(RecordType type) {
    return words.records(type).stream()
        .map(record -> record.key().toString())
        .filter(key -> given().get("/api/v1/baselines/again/records/" + key).statusCode() == 200)
        .findFirst()
        .orElseThrow();
  }

  private void assertThatWhatOneOfTwoDoesNotPublishIsNoChange() {
    given()
        .get("/api/v1/baselines/again/changes?since=everything")
        .then()
        .statusCode(200)
        .body("counts", hasSize(0))
        .body("items", hasSize(0))
        .body("notCompared", hasItems("Owner (drafter)", "Notes of links"));
    assertThat(given().get("/baselines/again/changes?since=everything").asString())
        .contains("Not compared, because one of the two does not publish it: ");
    for (RecordType type : schema.types()) {
      String key = firstPublished(type);
      given()
          .get("/api/v1/baselines/everything/records/" + key + "/standing")
          .then()
          .statusCode(200)
          .body("state", equalTo("CURRENT"));
      assertThat(given().get("/baselines/again/records/" + key).asString())
          .as(key)
          .contains("Unchanged since Nothing.");
    }
  }
}
