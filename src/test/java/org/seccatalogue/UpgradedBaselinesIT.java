package org.seccatalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Disclosure;
import org.seccatalogue.baseline.FreezeRequest;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.baseline.Waiver;
import org.seccatalogue.baseline.Withheld;
import org.seccatalogue.baseline.freezing.Baselines;
import org.seccatalogue.baseline.freezing.FreezeOutcome;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.testkit.EarlierVersion;

/// Baselines of an earlier version publish all attributes. One that is frozen now and publishes
/// fewer is no change of what records say.
@QuarkusTest
@Tag("files")
@TestProfile(EarlierVersion.class)
@NullUnmarked
class UpgradedBaselinesIT {

  @Inject Baselines baselines;
  @Inject Published published;

  @Test
  void whatIsNoLongerPublishedIsNoChange() {
    Baseline older = published.find(Published.LATEST).orElseThrow();
    assertThat(Withheld.of(older).isNothing()).isTrue();
    Baseline newer = frozen();
    assertThat(Withheld.of(newer).isNothing()).isFalse();

    JsonPath changes =
        given()
            .get("/api/v1/baselines/now/changes?limit=200&since=" + older.id())
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(changes.getList("notCompared", String.class))
        .contains("Owner (drafter)", "Source", "Notes of links");
    assertThat(changes.getList("items.findAll { it.kind == 'CHANGED' }.attributes.label.flatten()"))
        .doesNotContainAnyElementsOf(changes.getList("notCompared"));

    Map<String, Integer> before = revisions(older);
    Map<String, Integer> now = revisions(newer);
    now.keySet().removeIf(key -> !now.get(key).equals(before.get(key)));
    assertThat(now).isNotEmpty();
    for (String key : now.keySet()) {
      assertThat(
              given()
                  .get("/api/v1/baselines/now/records/" + key + "/standing")
                  .jsonPath()
                  .getString("history[0].change"))
          .as(key)
          .isIn("UNCHANGED", "STAGED", "MOVED");
    }
  }

  private Baseline frozen() {
    List<Waiver> waivers =
        Stream.of(FindingCode.values())
            .filter(code -> code != FindingCode.EMPTY)
            .map(code -> new Waiver(code.name(), null, "To be followed up", "STEG"))
            .toList();
    FreezeRequest request =
        new FreezeRequest(
            "Now",
            LocalDate.of(2011, 12, 24),
            Selection.ALL,
            waivers,
            null,
            "Lead drafter",
            Disclosure.NONE);
    return switch (baselines.freeze(request)) {
      case FreezeOutcome.Frozen(Baseline baseline) -> baseline;
      case FreezeOutcome.Stopped(var report) -> throw new AssertionError(report);
      case FreezeOutcome.Rejected(var findings) -> throw new AssertionError(findings);
    };
  }

  /// The revisions of some of the records.
  private static Map<String, Integer> revisions(Baseline baseline) {
    JsonPath page =
        given().get("/api/v1/baselines/" + baseline.id() + "/records?limit=200").jsonPath();
    List<String> keys = page.getList("items.key");
    List<Integer> numbers = page.getList("items.revision");
    Map<String, Integer> revisions = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      revisions.put(keys.get(i), numbers.get(i));
    }
    return revisions;
  }
}
