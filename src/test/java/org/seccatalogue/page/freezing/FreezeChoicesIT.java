package org.seccatalogue.page.freezing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/// What a request chose stands on the form that answers it, also what the form does not offer to
/// everybody: sent again, it must not freeze more.
@QuarkusTest
@NullUnmarked
class FreezeChoicesIT {

  private static final Pattern INPUT = Pattern.compile("<input[^>]*>");

  private static List<String> kept(String name, String... values) {
    String page =
        given()
            .formParam("action", "check")
            .formParam("name", "Kept")
            .formParam("dated", "2011-11-30")
            .formParam(name, List.of(values))
            .post("/freeze")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    return INPUT
        .matcher(page)
        .results()
        .map(MatchResult::group)
        .filter(input -> input.contains("name=\"" + name + "\"") && input.contains(" checked"))
        .map(input -> input.replaceFirst(".*value=\"([^\"]*)\".*", "$1"))
        .toList();
  }

  @Test
  void aSectionFarBelowAPartIsKept() {
    assertThat(kept("section", "C.4.1", "B")).containsExactlyInAnyOrder("B", "C.4.1");
  }

  @Test
  void aSectionThatWasNamedByItsKeyIsKept() {
    assertThat(kept("section", "SEC-0001")).containsExactly("SEC-0001");
  }

  @Test
  void aTypeOfNoRequirementsIsKept() {
    assertThat(kept("type", "clause")).containsExactly("clause");
  }
}
