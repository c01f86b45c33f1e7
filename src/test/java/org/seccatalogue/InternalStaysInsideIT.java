package org.seccatalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Disclosure;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedSections;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.baseline.Withheld;
import org.seccatalogue.baseline.freezing.GoingOut;
import org.seccatalogue.baseline.freezing.Projections;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.InternalAttribute;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.InternalWords;
import org.seccatalogue.testkit.Proof;
import org.seccatalogue.testkit.PublishedPlaces;

/// An unlikely word stands in everything that is internal, of every record type. It is nowhere in
/// what is published; and everything that is public is there.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class InternalStaysInsideIT {

  private static final Pattern OF_A_RECORD = Pattern.compile(".*[A-Z]{3}-[0-9]{4}.*");

  /// One of so many addresses of records is asked: what they say stands in the files as well.
  private static final int SHARE = Proof.count(20, 1);

  private static final Selection WITH_NOTES =
      new Selection(List.of(), List.of(), List.of(), null, true, false);
  private static final List<String> FROM =
      Stream.of("sec-v0.01", "latest")
          .flatMap(
              id ->
                  Stream.of(
                      "/baselines/" + id,
                      "/api/v1/baselines/" + id,
                      "/api/v1/baselines/" + id + "/manifest.json",
                      "/api/v1/baselines/" + id + "/outline",
                      "/api/v1/baselines/" + id + "/records?limit=200",
                      "/api/v1/baselines/" + id + "/records?q=" + InternalWords.WORD,
                      "/api/v1/baselines/" + id + "/facets",
                      "/api/v1/baselines/" + id + "/record-types",
                      "/api/v1/baselines/" + id + "/workbook.xlsx",
                      "/api/v1/baselines/" + id + "/bundle.zip",
                      "/api/v1/baselines/" + id + "/specifications/C.4.docx"))
          .toList();
  private static final List<String> PAGES =
      List.of(
          "/baselines",
          "/publications",
          "/developers",
          "/verify",
          "/api/v1/baselines",
          "/api/v1/publications",
          "/feeds/publications.atom",
          "/feeds/changes.atom");

  @Inject CatalogueSchema schema;
  @Inject InternalWords words;
  @Inject Projections projections;
  @Inject Freezer freezer;
  @Inject PublishedSections sections;

  private Map<String, String> hidden;
  private Baseline baseline;

  @BeforeAll
  void hideAndFreeze() {
    hidden = words.write();
    baseline = freezer.freeze("SEC v0.01", "2011-11-30", WITH_NOTES);
  }

  @Test
  void theWordIsNowhereInWhatIsPublished() throws SQLException {
    assertThat(hidden).hasSizeGreaterThan(8);
    assertThat(PublishedPlaces.tablesWith(InternalWords.WORD)).isEmpty();
    Map<String, String> answers =
        PublishedPlaces.answers(
            Stream.concat(PAGES.stream(), FROM.stream()).toList(),
            address -> PublicSide.isPublic("GET", address) && isAsked(address));
    assertThat(answers.keySet())
        .contains("/api/v1/baselines/sec-v0.01/bundle.zip!records.jsonl")
        .anyMatch(address -> address.contains("docx!word/document.xml"))
        .anyMatch(address -> address.contains("xlsx!xl/worksheets/"))
        .hasSizeGreaterThan(300);
    answers.forEach(
        (address, answer) ->
            assertThat(answer.replace("q=" + InternalWords.WORD, "").toLowerCase(Locale.ROOT))
                .as(address)
                .doesNotContain(InternalWords.WORD.toLowerCase(Locale.ROOT)));
  }

  private static boolean isAsked(String address) {
    return !OF_A_RECORD.matcher(address).matches() || Math.floorMod(address.hashCode(), SHARE) == 0;
  }

  @Test
  void everythingThatIsPublicGoesOut() {
    for (GoingOut one : projections.goingOut(Disclosure.NONE)) {
      Map<RecordKey, PublishedRecord> records = new TreeMap<>();
      sections.each(
          baseline, one.type().name(), some -> some.forEach(r -> records.put(r.key(), r)));
      Set<String> said = new TreeSet<>();
      records.values().forEach(r -> r.attributes().json().fieldNames().forEachRemaining(said::add));
      Set<String> drafted = new TreeSet<>();
      words.records(schema.typeOf(one.type().name())).stream()
          .filter(record -> records.containsKey(record.key()))
          .forEach(
              record -> record.attributes().json().fieldNames().forEachRemaining(drafted::add));
      drafted.retainAll(one.type().attributes().stream().map(Attribute::name).toList());
      assertThat(said).as(one.type().name()).containsExactlyInAnyOrderElementsOf(drafted);
    }
  }

  @Test
  void theBaselineSaysWhatItDoesNotPublish() {
    assertThat(Withheld.of(baseline).attributes())
        .extracting(InternalAttribute::code)
        .containsExactlyElementsOf(
            projections.internal().stream().map(InternalAttribute::code).toList());
    String page = given().get("/baselines/sec-v0.01").asString();
    assertThat(page).contains("Not published: ", "Owner (drafter)", "notes of links.");
  }
}
