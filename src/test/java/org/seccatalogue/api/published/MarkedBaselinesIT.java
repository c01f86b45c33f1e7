package org.seccatalogue.api.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.seccatalogue.baseline.Disclosure;
import org.seccatalogue.baseline.FreezeRequest;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.baseline.Waiver;
import org.seccatalogue.baseline.freezing.Baselines;
import org.seccatalogue.baseline.freezing.FreezeOutcome;

/// A baseline without marked records leaves out what one with them had: nobody removed that.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class MarkedBaselinesIT {

  private static final List<Waiver> WAIVERS =
      Stream.of("PROVISIONAL", "NAMES_OUTSIDE", "MARKED", "NO_SOURCE", "BROKEN_LINK")
          .map(code -> new Waiver(code, null, "For a test", "Lead drafter"))
          .toList();

  @Inject Baselines baselines;

  @BeforeAll
  void publish() {
    freeze("SEC v0.01", true);
    freeze("SEC v0.02", false);
  }

  private void freeze(String name, boolean marked) {
    Selection selection = new Selection(List.of(), List.of(), List.of(), null, false, marked);
    FreezeRequest request =
        new FreezeRequest(
            name,
            LocalDate.of(2011, 11, 30),
            selection,
            WAIVERS,
            null,
            "Lead drafter",
            Disclosure.NONE);
    assertThat(baselines.freeze(request)).isInstanceOf(FreezeOutcome.Frozen.class);
  }

  private static List<String> keys(String baseline) {
    String address = "/api/v1/baselines/" + baseline;
    return given().get(address + "/record-types").jsonPath().<String>getList("items.name").stream()
        .map(type -> given().get(address + "/records?limit=200&type=" + type).jsonPath())
        .flatMap(page -> page.<String>getList("items.key").stream())
        .toList();
  }

  @Test
  void whatIsLeftOutForItsMarkingIsNotRemoved() {
    List<String> left = new ArrayList<>(keys("sec-v0.01"));
    left.removeAll(keys("sec-v0.02"));
    assertThat(left).hasSize(8);
    for (String key : left) {
      JsonPath standing =
          given().get("/api/v1/baselines/sec-v0.01/records/" + key + "/standing").jsonPath();
      assertThat(standing.getString("state")).as(key).isEqualTo("CURRENT");
      assertThat(standing.getString("newest")).as(key).isEqualTo("sec-v0.01");
    }
  }

  @Test
  void comparisonsSayThatTheyAreNotCompared() {
    JsonPath changes =
        given().get("/api/v1/baselines/sec-v0.02/changes?limit=200&since=sec-v0.01").jsonPath();
    assertThat(changes.<String>getList("counts.kind")).doesNotContain("REMOVED");
    assertThat(changes.<String>getList("notCompared"))
        .containsExactly(
            "Records that only one of the two has, as the other was made without marked ones");
  }
}
