package org.seccatalogue.example;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.testkit.ExampleData;

/// A first start leaves two baselines to compare.
@QuarkusTest
@TestProfile(ExampleEditionsIT.Published.class)
@NullUnmarked
class ExampleEditionsIT {

  /// As on a first start.
  public static final class Published extends ExampleData {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("catalogue.example-baseline", "true");
      return settings;
    }
  }

  @Test
  void thereAreTwo() {
    JsonPath baselines = given().get("/api/v1/baselines").jsonPath();
    assertThat(baselines.getList("items.name")).containsExactly("SEC v0.02", "SEC v0.01");
    assertThat(baselines.getList("items.records")).containsExactly(310, 296);
  }

  @Test
  void readersSeeWhatMovedBetweenThem() {
    JsonPath changes =
        given().get("/api/v1/baselines/sec-v0.02/changes?limit=200&since=sec-v0.01").jsonPath();
    List<String> kinds = changes.getList("items.kind");
    Map<String, Long> counts =
        kinds.stream()
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    assertThat(counts).isEqualTo(Map.of("ADDED", 15L, "REMOVED", 1L, "CHANGED", 19L, "MOVED", 1L));
  }

  @Test
  void everyCodeHasAnInteractionAndNoLeafIsEmpty() {
    String at = "/api/v1/baselines/sec-v0.02/records?limit=200";
    List<String> codes = given().get(at + "&type=existing-code").jsonPath().getList("items.key");
    assertThat(codes).hasSize(17);
    List<String> touched =
        given().get(at + "&type=code-interaction").jsonPath().<String>getList("items.key").stream()
            .map(key -> given().get("/api/v1/baselines/sec-v0.02/records/" + key).jsonPath())
            .map(record -> record.getString("attributes.existing_code"))
            .distinct()
            .sorted()
            .toList();
    assertThat(touched).isEqualTo(codes.stream().sorted().toList());
    List<Map<String, String>> sections =
        given().get("/api/v1/outline").jsonPath().getList("items.record");
    List<String> leaves =
        sections.stream()
            .filter(one -> List.of("Service Accounting", "Reporting").contains(one.get("title")))
            .map(one -> one.get("reference"))
            .toList();
    assertThat(leaves).hasSize(2);
    for (String leaf : leaves) {
      assertThat(given().get(at + "&section=" + leaf).jsonPath().getList("items"))
          .as(leaf)
          .isNotEmpty();
    }
  }
}
