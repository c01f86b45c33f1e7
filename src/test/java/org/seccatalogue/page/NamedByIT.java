package org.seccatalogue.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.testkit.Freezer;

/// The page of a record lists the records that name it in an attribute, and not only by links.
@QuarkusTest
@NullUnmarked
class NamedByIT {

  private static final String AT = "/baselines/sec-v0.01";

  @Inject Freezer freezer;

  private static String text(String address) {
    return given()
        .get(address)
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ");
  }

  private static void concern(int number) {
    given()
        .contentType(ContentType.JSON)
        .body(
            """
            {"type": "code-interaction", "parent": "C.4", "note": "For a test",
             "attributes": {"area": "Area %d", "concerns": "ESM-0001", "existing_code": "GRID",
               "kind": "Definition shared", "impact": "None."}}"""
                .formatted(number))
        .post("/api/v1/records")
        .then()
        .statusCode(201);
  }

  @Test
  void whoNamesARecordStandsOnItsPage() {
    IntStream.rangeClosed(1, 21).forEach(NamedByIT::concern);
    freezer.freeze("SEC v0.01", "2011-11-30");
    for (String at : List.of("", AT)) {
      assertThat(text(at + "/records/XCA-0001"))
          .contains("Named by")
          .contains("Existing code INT-0001 Change of supplier; MPAS obligations")
          .contains("Existing code IMA-0001 MRA on C.2 Impact assessment Draft");
      assertThat(text(at + "/records/PTY-0006"))
          .contains("Produced by DEP-03 ")
          .contains("Produced by DEP-09 Code of Practice Dependency Draft");
      assertThat(given().get(at + "/records/IMA-0001").asString()).doesNotContain("Named by");
      String page = given().get(at + "/records/ESM-0001").asString();
      assertThat(page.split("<td class=\"govuk-table__cell\">Concerns</td>", -1)).hasSize(21);
      assertThat(page)
          .contains(
              "<a class=\"govuk-link\" href=\""
                  + at
                  + "/search?attribute=concerns%3AESM-0001\">All 21 records that name it as"
                  + " “Concerns”</a>");
      assertThat(text(at + "/search?attribute=concerns:ESM-0001"))
          .contains("21 records")
          .containsPattern("(With ESM-0001 as Concerns|Concerns ESM-0001)");
      assertThat(given().get(at + "/search?attribute=existing_code:XCA-0001").asString())
          .contains("name=\"attribute\" value=\"existing_code:XCA-0001\"")
          .contains("<strong>MRA</strong>");
    }
  }
}
