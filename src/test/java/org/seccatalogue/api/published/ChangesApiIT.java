package org.seccatalogue.api.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.TwoBaselines;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class ChangesApiIT {

  @Inject Freezer freezer;

  private TwoBaselines two;

  @BeforeAll
  void freeze() {
    two = TwoBaselines.freeze(freezer);
  }

  private RequestSpecification api() {
    return given();
  }

  private JsonPath changes(Map<String, ?> query) {
    return api()
        .queryParams(query)
        .get("/api/v1/baselines/sec-v0.02/changes")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void tellsWhatCameWentChangedAndMoved() {
    JsonPath page = changes(Map.of("since", "sec-v0.01"));
    assertThat(page.getString("since.name")).isEqualTo("SEC v0.01");
    assertThat(page.getString("baseline.digest")).isEqualTo(two.newer().digest());
    assertThat(page.<String>getList("items.key"))
        .containsExactlyInAnyOrder(two.added(), "ESM-0003", "ESM-0002", "ESM-0005", "ESM-0006");
    assertThat(page.getString("items.find { it.key == '" + two.added() + "' }.kind"))
        .isEqualTo("ADDED");
    assertThat(page.getString("items.find { it.key == 'ESM-0003' }.kind")).isEqualTo("REMOVED");
    assertThat(page.getString("items.find { it.key == 'ESM-0005' }.kind")).isEqualTo("MOVED");
    assertThat(page.getString("items.find { it.key == 'ESM-0006' }.kind")).isEqualTo("MOVED");
    assertThat(page.getList("counts.kind")).containsExactly("ADDED", "REMOVED", "CHANGED", "MOVED");
    assertThat(page.getList("counts.records")).containsExactly(1, 1, 1, 2);
  }
}
