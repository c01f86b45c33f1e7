package org.seccatalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.RecordPage;
import org.seccatalogue.revision.RecordQuery;
import org.seccatalogue.revision.RecordSearch;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.testkit.Catalogue;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.Installation;
import org.seccatalogue.testkit.Proof;

/// What readers can get at, and that nothing of it depends on the draft.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class PublicSideIT {

  private static final String WORD = "Zyzzyvaq";
  private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"#]+)");
  private static final Pattern OF_A_RECORD = Pattern.compile(".*[A-Z]{3}-[0-9]{4}.*");
  private static final int MOST = 2000;

  /// One of so many addresses of records is asked.
  private static final int SHARE = Proof.count(25, 1);

  /// Asked besides what pages link to.
  private static final List<String> DATA =
      List.of(
          "/api/v1/baselines",
          "/api/v1/baselines/%s",
          "/api/v1/baselines/%s/manifest.json",
          "/api/v1/baselines/%s/manifest.jws",
          "/api/v1/baselines/%s/outline",
          "/api/v1/baselines/%s/records?limit=200",
          "/api/v1/baselines/%s/records?order=key&limit=200",
          "/api/v1/baselines/%s/records?q=" + WORD,
          "/api/v1/baselines/%s/records?q=meter",
          "/api/v1/baselines/%s/records?type=" + WORD,
          "/api/v1/baselines/%s/records?section=" + WORD,
          "/api/v1/baselines/%s/records/" + WORD,
          "/api/v1/baselines/%s/records/ESM-0001",
          "/api/v1/baselines/%s/records/ESM-0001/links",
          "/api/v1/baselines/%s/records/ESM-0009",
          "/api/v1/baselines/%s/facets",
          "/api/v1/baselines/%s/facets?q=" + WORD,
          "/api/v1/baselines/%s/changes",
          "/api/v1/baselines/%s/specifications/C.4.1.a.docx",
          "/api/v1/baselines/%s/specifications/C.4.1.html",
          "/api/v1/baselines/%s/specifications/" + WORD + ".html",
          "/api/v1/baselines/%s/bundle.zip",
          "/baselines/%s/search?q=" + WORD,
          "/baselines/%s/records/" + WORD,
          "/baselines/%s/records/ESM-0009",
          "/baselines/%s/sections/" + WORD,
          "/id/ESM-0001@%s",
          "/id/ESM-0009@%s");

  private static final List<String> PAGES =
      List.of(
          "/baselines",
          "/publications",
          "/developers",
          "/verify",
          "/api/v1/publications",
          "/.well-known/jwks.json",
          "/id/ESM-0001",
          "/id/ESM-0009",
          "/feeds/publications.atom",
          "/feeds/changes.atom");

  @Inject Freezer freezer;
  @Inject Catalogue catalogue;
  @Inject CatalogueSchema schema;
  @Inject RecordSearch search;
  @Inject Config config;

  @TempDir Path folder;

  @BeforeAll
  void freeze() {
    freezer.freeze("SEC v0.01", "2011-11-30");
  }

  @Test
  void nothingThatIsPublicDependsOnTheDraft() {
    Map<String, String> before = crawl();
    assertThat(before).hasSizeBetween(30, MOST - 1);
    String added = changeTheDraft();
    Map<String, String> after = crawl();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    before.forEach(
        (address, answer) -> assertThat(after.get(address)).as(address).isEqualTo(answer));
    after.forEach(
        (address, answer) ->
            assertThat(answer.replace(WORD + "”", "").replace("q=" + WORD, ""))
                .as(address)
                .doesNotContain(WORD + " in the draft", added));
  }

  /// Marks every record of the draft, and makes one that was not there.
  private String changeTheDraft() {
    for (var type : schema.types()) {
      for (StoredRecord record : all(type.name())) {
        catalogue.rename(record, WORD + " in the draft " + record.key().number());
      }
    }
    var requirement = schema.typeOf(schema.namesOf(TypeKind.REQUIREMENT).getFirst());
    RecordKey added =
        catalogue.record(requirement, WORD + " in the draft", "C.1.2", List.of()).key();
    return added.toString();
  }

  private List<StoredRecord> all(String type) {
    RecordQuery query = new RecordQuery(type, null, null, null, List.of(), null, 200);
    return switch (search.find(query)) {
      case RecordPage.Page(List<StoredRecord> records, String _) -> records;
      case RecordPage.Refused(var findings) -> throw new AssertionError(findings);
    };
  }

  /// Every public address that can be found from the first pages, with its answer.
  private Map<String, String> crawl() {
    Map<String, String> answers = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>(PAGES);
    Stream.of("sec-v0.01", "latest")
        .flatMap(id -> DATA.stream().map(template -> template.formatted(id)))
        .forEach(open::add);
    while (!open.isEmpty() && answers.size() < MOST) {
      String address = open.remove();
      if (!answers.containsKey(address)) {
        Response response =
            given().redirects().follow(false).urlEncodingEnabled(false).get(address);
        answers.put(address, described(response));
        if (response.contentType().startsWith("text/html")) {
          links(address, response.asString()).forEach(open::add);
        }
      }
    }
    return answers;
  }

  /// Searches can be put together without end: those that ask for more than a page are left out.
  private static Stream<String> links(String from, String page) {
    return LINK.matcher(page)
        .results()
        .map((MatchResult link) -> link.group(1).replace("&amp;", "&"))
        .map(link -> URI.create(from.replaceFirst("\\?.*", "")).resolve(link.replace(" ", "%20")))
        .filter(link -> link.getHost() == null && link.getRawQuery() == null)
        .map(URI::toString)
        .filter(link -> PublicSide.isPublic("GET", link))
        .filter(PublicSideIT::isAsked);
  }

  private static boolean isAsked(String address) {
    return !OF_A_RECORD.matcher(address).matches()
        || Math.floorMod(address.hashCode() + Proof.SEED, SHARE) == 0;
  }

  private static String described(Response response) {
    return response.statusCode()
        + " "
        + response.header("ETag")
        + " "
        + response.header("Location")
        + " "
        + response.header("Last-Modified")
        + "\n"
        + new String(response.asByteArray(), StandardCharsets.ISO_8859_1);
  }

  @Test
  void runsAloneOnThePublishedStore() throws Exception {
    try (Installation alone = Installation.start(folder, settings())) {
      alone
          .given()
          .redirects()
          .follow(false)
          .get("/")
          .then()
          .statusCode(302)
          .header("Location", "/baselines");
      assertThat(alone.given().get("/baselines").asString()).contains("SEC v0.01");
      assertThat(alone.given().get("/openapi.yaml").asString())
          .contains("listPublishedRecords")
          .doesNotContain("createRecord");
      String record = "/api/v1/baselines/sec-v0.01/records/ESM-0001";
      assertThat(alone.given().get(record).asString()).isEqualTo(given().get(record).asString());
      for (String address :
          List.of(
              "/records/ESM-0001",
              "/api/v1/records",
              "/freeze",
              "/imports",
              "/trace",
              "/openapi-drafting.yaml",
              "/openapi-drafting.json",
              "/api/drafting")) {
        assertThat(alone.given().get(address).statusCode()).as(address).isEqualTo(404);
      }
      alone
          .given()
          .contentType("application/json")
          .body("{}")
          .post("/api/v1/baselines")
          .then()
          .statusCode(404);
      assertThat(alone.log()).doesNotContain("ERROR");
    }
  }

  private List<String> settings() {
    return List.of(
        "-Xmx256m",
        "-Dcatalogue.side=public",
        setting("catalogue.published.schema"),
        setting("quarkus.datasource.published.jdbc.url"),
        setting("quarkus.datasource.published.username"),
        setting("quarkus.datasource.published.password"));
  }

  private String setting(String name) {
    return "-D" + name + "=" + config.getValue(name, String.class);
  }
}
