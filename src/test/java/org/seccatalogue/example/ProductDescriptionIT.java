package org.seccatalogue.example;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A fresh catalogue has the structure that the customer's product description asks for, in its
/// words and order.
@QuarkusTest
@NullUnmarked
class ProductDescriptionIT {

  private static List<String> lines(String file) throws IOException {
    try (InputStream in = ProductDescriptionIT.class.getResourceAsStream("/" + file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }

  @Test
  void theOutlineIsTheAgreedStructure() throws IOException {
    JsonPath outline = given().get("/api/v1/outline").jsonPath();
    List<Integer> depths = outline.getList("items.depth");
    List<String> references = outline.getList("items.record.reference");
    List<String> titles = outline.getList("items.record.title");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < depths.size(); i++) {
      if (!references.get(i).startsWith("R") && !isItem(references.get(i))) {
        lines.add("  ".repeat(depths.get(i)) + titles.get(i));
      }
    }
    assertThat(lines).isEqualTo(lines("product-description-structure.txt"));
  }

  /// One of the things that a bullet of the description lists, as `A.1.1.a`.
  private static boolean isItem(String reference) {
    return reference.matches("[AB](\\.[0-9]+)+\\.[a-z]");
  }

  /// What a bullet lists can be traced apart: each thing is a clause of its own below the bullet,
  /// which keeps its wording.
  @ParameterizedTest
  @CsvSource({
    "A.1.1, ''",
    "A.2.1, ''",
    "A.2.3, 'Assurance – including ; and  as well as .'",
    "A.3.1, ''",
    "A.5.1, ''"
  })
  void bulletsCanBeTracedApart(String bullet, String between) {
    JsonPath outline = given().get("/api/v1/outline").jsonPath();
    List<String> references = outline.getList("items.record.reference");
    List<String> titles = outline.getList("items.record.title");
    String left = titles.get(references.indexOf(bullet));
    for (int i = references.indexOf(bullet) + 1; references.get(i).startsWith(bullet); i++) {
      assertThat(left).contains(titles.get(i));
      left =
          left.substring(0, left.indexOf(titles.get(i)))
              + left.substring(left.indexOf(titles.get(i)) + titles.get(i).length());
    }
    assertThat(left.replace(", ", "")).isEqualTo(between);
  }

  /// What nobody could know when a baseline was frozen stands as what it is.
  @Test
  void laterFactsStandAsLaterReferences() {
    List<Map<String, Object>> all = new ArrayList<>();
    String next = "/api/v1/records?limit=200";
    while (next != null) {
      JsonPath page = given().get(next).jsonPath();
      all.addAll(page.getList("items.attributes"));
      String cursor = page.getString("next");
      next = cursor == null ? null : "/api/v1/records?limit=200&cursor=" + cursor;
    }
    assertThat(all).hasSizeGreaterThan(250);
    List<String> later = new ArrayList<>();
    for (Map<String, Object> said : all) {
      Map<String, Object> rest = new HashMap<>(said);
      Object told = rest.remove("later_reference");
      if (told != null) {
        later.add(told.toString());
      }
      assertThat(rest.toString()).doesNotContainPattern("SMETS|GBCS|SLC [0-9]|\\b2012 gov");
    }
    assertThat(later)
        .containsExactlyInAnyOrder(
            "GBCS: 8F36 (restore)",
            "GBCS: 8F76",
            "SMETS 2 (2013), for the value",
            "SMETS 2 (2013), for the value",
            "Government response of 2012 on consumer access",
            "Supply licence conditions 41 (electricity) and 35 (gas)",
            "Supply licence conditions 41 (electricity) and 35 (gas)");
  }

  @Test
  void numbersCountWhatStandsBelow() {
    List<String> references =
        given().get("/api/v1/outline").jsonPath().getList("items.record.reference");
    assertThat(references.stream().filter(one -> one.matches("C\\.[0-9]+")))
        .containsExactly("C.1", "C.2", "C.3", "C.4", "C.5", "C.6", "C.7", "C.8");
    assertThat(references).hasSize(149).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "C.5.3.a, gateway-service-request",
    "C.5.3.b, gateway-output",
    "C.5.3.c, wan-protocol",
    "C.5.3.d, sms-commissioning-data",
    "C.5.1, transmission-protocol",
    "C.5.2, wan-sms-interface",
    "C.6, code-of-practice",
    "C.7, security-requirement",
    "C.8, assurance-item"
  })
  void eachTypeStandsInItsCatalogue(String section, String type) {
    int all =
        given().get("/api/v1/records?limit=200&type=" + type).jsonPath().getList("items").size();
    assertThat(all).isPositive();
    assertThat(
            given()
                .get("/api/v1/records?limit=200&type=" + type + "&section=" + section)
                .jsonPath()
                .getList("items"))
        .hasSize(all);
    assertThat(given().get("/api/v1/record-types/" + type).jsonPath().getString("section"))
        .isEqualTo(section);
  }

  @Test
  void chaptersSayWhoDraftsReviewsAndApprovesThem() {
    for (String chapter : List.of("A.1", "B.5", "C.1", "C.8")) {
      JsonPath said = named(chapter);
      assertThat(said.getList("attributes.drafters", String.class))
          .containsExactly("To be confirmed");
      assertThat(said.getList("attributes.reviewers", String.class))
          .containsExactly("Other drafters (initial peer review)", "DCG SG3 members", "DCG");
      assertThat(said.getString("attributes.approver")).isEqualTo("SMIP Programme");
    }
  }

  @Test
  void everySectionAndClauseHasAClearEnglishSummary() {
    for (String type : List.of("section", "clause")) {
      List<Map<String, Object>> all =
          given()
              .get("/api/v1/records?limit=200&type=" + type)
              .jsonPath()
              .getList("items.attributes");
      assertThat(all).isNotEmpty().allSatisfy(said -> assertThat(said).containsKey("summary"));
    }
  }

  /// What stands in brackets or is asked about in the description, and nothing else.
  @Test
  void provisionalIsWhatTheDescriptionBracketsOrAsks() throws IOException {
    List<String> expected =
        lines("product-description-structure.txt").stream()
            .map(String::strip)
            .filter(line -> line.matches(".*[\\[?].*"))
            .toList();
    JsonPath outline = given().get("/api/v1/outline").jsonPath();
    List<String> provisional =
        outline.getList(
            "items.record.findAll { it.provisional && !(it.reference ==~ /[AB]([.][0-9]+)+[.][a-z]/) }.title",
            String.class);
    assertThat(provisional).containsExactlyElementsOf(expected).hasSize(9);
  }

  @Test
  void dependenciesHoldUpTheirPartOfTheCode() {
    assertThat(
            given()
                .get("/api/v1/records/DEP-0009")
                .jsonPath()
                .getList("attributes.produced_by", String.class))
        .containsExactly("PTY-0006");
    String chapter = named("C.6").getString("key");
    assertThat(
            given()
                .get("/api/v1/records/" + chapter + "/links")
                .jsonPath()
                .getList("outgoing.target.reference", String.class))
        .containsExactly("DEP-04", "DEP-09");
  }

  /// The record of the outline with that number.
  private static JsonPath named(String reference) {
    String key =
        given()
            .get("/api/v1/outline")
            .jsonPath()
            .getString("items.record.find { it.reference == '" + reference + "' }.key");
    return given().get("/api/v1/records/" + key).jsonPath();
  }

  /// Where nothing is awaited, the description says “None”, “none” or nothing.
  @Test
  void dependenciesAreThoseOfTheTable() throws IOException {
    List<Map<String, Object>> dependencies =
        given()
            .get("/api/v1/records?limit=200&type=dependency")
            .jsonPath()
            .getList("items.attributes");
    List<String> lines =
        dependencies.stream()
            .map(
                said ->
                    said.get("area_of_code")
                        + "|"
                        + Objects.toString(said.get("dependency"), "")
                        + "|"
                        + said.get("producer"))
            .toList();
    assertThat(lines)
        .containsExactlyElementsOf(
            lines("product-description-dependencies.txt").stream()
                .map(line -> line.replaceAll("\\|(?i:none)\\|", "||"))
                .toList());
    assertThat(dependencies.getFirst().get("area_of_code").toString().toLowerCase(Locale.UK))
        .isEqualTo("governance");
  }
}
