package org.seccatalogue.api.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.testkit.Freezer;

/// Records of a baseline are found by what their attributes refer to, as those of the draft are.
@QuarkusTest
@NullUnmarked
class ReferringRecordsIT {

  @Inject Freezer freezer;

  private static List<String> keys(String address) {
    return given().get(address).then().statusCode(200).extract().path("items.key");
  }

  @Test
  void aBaselineFindsWhatTheDraftFinds() {
    String baseline = freezer.freeze("SEC v0.01", "2011-11-30").id();
    String published = "/api/v1/baselines/" + baseline + "/records?limit=200&attribute=";
    String draft = "/api/v1/records?limit=200&attribute=";
    String bsc = given().get("/api/v1/records?type=existing-code&text=BSC").path("items[0].key");

    List<String> found = keys(draft + "existing_code:BSC");
    List<String> having = keys(published + "existing_code:BSC");
    List<String> referring = keys(published + "existing_code:" + bsc);
    assertThat(having).isNotEmpty().doesNotContain("IMA-0004").isSubsetOf(found);
    assertThat(referring).contains("IMA-0004").isEqualTo(keys(draft + "existing_code:" + bsc));
    assertThat(having.size() + referring.size()).isEqualTo(found.size());
    for (String name : List.of("bsc", "Balancing and Settlement Code (Elexon)")) {
      assertThat(keys(published + "existing_code:" + name)).as(name).isEqualTo(having);
      assertThat(keys(draft + "existing_code:" + name)).as(name).isEqualTo(found);
    }
    assertThat(keys(published + "priority:must")).isEqualTo(keys(published + "priority:Must"));
    assertThat(keys(published + "chapter:C.6")).isEqualTo(keys(draft + "chapter:C.6"));
    assertThat(keys(published + "chapter:C.6&attribute=existing_code:" + bsc))
        .containsExactly("IMA-0004");
    assertThat(keys(published + "chapter:C.6&attribute=chapter:C.3"))
        .containsAll(keys(draft + "chapter:C.6"))
        .containsAll(keys(draft + "chapter:C.3"));
    assertThat(
            given()
                .get(published + "existing_code:Nothing")
                .then()
                .statusCode(400)
                .extract()
                .<String>path("findings[0].code"))
        .isEqualTo("UNKNOWN_RECORD");
    assertThat(
            given()
                .get("/api/v1/baselines/" + baseline + "/facets?attribute=chapter:C.6")
                .<Integer>path("total.count"))
        .isEqualTo(keys(draft + "chapter:C.6").size());
  }
}
