package org.seccatalogue.revision.numbering;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.testkit.ExampleData;

/// The first reference of a record, or none any more, is no new word either: an event, whichever
/// door it comes through. No type lets its records do without one, so one is made to.
@QuarkusTest
@TestProfile(FirstReferenceIT.WithoutReferences.class)
@NullUnmarked
class FirstReferenceIT {

  /// Existing codes may have no abbreviation.
  public static final class WithoutReferences extends ExampleData {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("catalogue.schema.directory", folder().toString());
      return settings;
    }

    private static Path folder() {
      try {
        Path from = Path.of("catalogue-schema");
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "schema");
        try (Stream<Path> files = Files.walk(from)) {
          for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
            Path target = folder.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
          }
        }
        Path type = folder.resolve("types/existing-code.schema.json");
        Files.writeString(
            type, Files.readString(type).replace("[\"reference\", \"title\"]", "[\"title\"]"));
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Inject Revisions revisions;

  private static String body(String reference, String title) {
    String called = reference.isEmpty() ? "" : "\"reference\": \"" + reference + "\", ";
    return """
        {"type": "existing-code", "parent": "R.1", "note": "As agreed",
         "attributes": {%s"title": "%s"}}
        """
        .formatted(called, title);
  }

  private static String created(String reference, String title) {
    return given()
        .contentType(ContentType.JSON)
        .body(body(reference, title))
        .post("/api/v1/records")
        .then()
        .statusCode(201)
        .extract()
        .path("key");
  }

  private static Response put(String key, String version, String reference, String title) {
    return given()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"" + version + "\"")
        .body(body(reference, title))
        .put("/api/v1/records/" + key);
  }

  private static Response form(String key, String version, String reference, String title) {
    return given()
        .redirects()
        .follow(false)
        .formParam("version", version)
        .formParam("type", "existing-code")
        .formParam("/parent", "R.1")
        .formParam("/stage", "DRAFT")
        .formParam("/attributes/reference", reference)
        .formParam("/attributes/title", title)
        .formParam("action", "save")
        .post("/records/" + key + "/edit");
  }

  private static JsonPath record(String key) {
    return given().get("/api/v1/records/" + key).jsonPath();
  }

  private static JsonPath history(String key) {
    return given().get("/api/v1/records/" + key + "/history").jsonPath();
  }

  @Test
  void theApiMakesNoRevisionOfIt() {
    String key = created("", "Ladders");

    Response first = put(key, "1.1", "LAD", "Ladders");
    assertThat(first.header("ETag")).as(first.asString()).isEqualTo("\"1.2\"");
    assertThat(first.header("Renumbered")).isEqualTo("true");
    assertThat(revisions.named("LAD").orElseThrow().key()).hasToString(key);
    assertThat(put(key, "1.2", "LAD", "Ladders").header("Change-Recorded")).isEqualTo("false");

    Response none = put(key, "1.2", "", "Ladders");
    assertThat(none.header("ETag")).as(none.asString()).isEqualTo("\"1.3\"");
    assertThat(none.header("Renumbered")).isEqualTo("true");
    assertThat(none.jsonPath().getMap("attributes")).isEqualTo(Map.of("title", "Ladders"));
    assertThat(revisions.named("LAD")).isEmpty();

    JsonPath events = history(key);
    assertThat(events.getList("items.kind")).containsExactly("RENUMBERED", "RENUMBERED", "REVISED");
    assertThat(events.getList("items.fromReference")).containsExactly("LAD", null, null);
    assertThat(events.getList("items.toReference")).containsExactly(null, "LAD", null);
    assertThat(given().get("/records/" + key).asString())
        .contains("Given the reference LAD, its first one", "Reference LAD taken away");
  }

  @Test
  void otherWordsMakeOneRevisionWithTheEventBesideIt() {
    String key = created("", "Ropes");
    assertThat(put(key, "1.1", "ROPE", "Lines").header("ETag")).isEqualTo("\"2.2\"");
    assertThat(history(key).getList("items.kind"))
        .containsExactly("RENUMBERED", "REVISED", "REVISED");
  }

  @Test
  void aFormSaysSoAndTellsTheSecondOfTwo() {
    String key = created("", "Hooks");

    Response saved = form(key, "1.1", "HOOK", "Hooks");
    assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(303);
    assertThat(given().get(saved.header("Location")).asString())
        .contains("The reference was changed, and nothing else: no new revision was made");
    assertThat(record(key).getInt("revision")).isEqualTo(1);

    String both = form(key, "1.1", "HOOKS", "Hooks").asString();
    assertThat(both).contains("both of you changed it");
    assertThat(form(key, "1.1", "", "Eyes").asString())
        .contains("value=\"HOOK\"", "value=\"Eyes\"")
        .doesNotContain("both of you changed it");
  }

  private static JsonPath planned(String csv) {
    int id =
        given()
            .header("Prefer", "wait=60")
            .multiPart("file", "existing-code.csv", csv.getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/imports")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    return given().get("/api/v1/imports/" + id + "?limit=200&changesAfter=0").jsonPath();
  }

  private static void done(JsonPath plan, String act) {
    given()
        .header("Prefer", "wait=60")
        .contentType(ContentType.JSON)
        .body("{\"note\": \"As agreed\"}")
        .post("/api/v1/imports/" + plan.getInt("import.id") + "/" + act)
        .then()
        .statusCode(200);
  }

  private static String exported(String key) {
    List<String> lines =
        given()
            .get("/api/v1/exports/records.csv?type=existing-code&section=R")
            .asString()
            .lines()
            .toList();
    return lines.getFirst()
        + "\n"
        + lines.stream().filter(line -> line.startsWith(key + ",")).findFirst().orElseThrow()
        + "\n";
  }

  @Test
  void aWorkbookGivesAndTakesItAndAnUndoTakesThatBack() {
    String key = created("", "Nails");
    JsonPath first = planned("Key,Abbreviation,Title\n" + key + ",NAIL,Nails\n");
    assertThat(first.getList("changes[0].changed"))
        .as(first::prettify)
        .containsExactly("reference");
    assertThat(first.getBoolean("changes[0].makesRevision")).isFalse();
    done(first, "apply");
    assertThat(record(key).getString("attributes.reference")).isEqualTo("NAIL");
    assertThat(record(key).getInt("revision")).isEqualTo(1);
    done(first, "undo");
    assertThat(record(key).getMap("attributes")).isEqualTo(Map.of("title", "Nails"));

    assertThat(put(key, "1.3", "NAIL", "Nails").header("ETag")).isEqualTo("\"1.4\"");
    assertThat(record(key).getString("attributes.reference")).isEqualTo("NAIL");
    String mra = "XCA-0001,MRA,Master Registration Agreement\n";
    JsonPath none = planned("Key,Abbreviation,Title\n" + key + ",,Nails\n" + mra);
    assertThat(none.getList("changes[0].changed")).as(none::prettify).containsExactly("reference");
    done(none, "apply");
    assertThat(record(key).getMap("attributes")).isEqualTo(Map.of("title", "Nails"));
    done(none, "undo");
    assertThat(record(key).getString("attributes.reference")).isEqualTo("NAIL");
    assertThat(record(key).getInt("revision")).isEqualTo(1);
  }

  /// Nobody who edited the file said that the record has no reference.
  @Test
  void aFileFromBeforeTakesNoReferenceAway() {
    String key = created("", "Screws");
    String before = exported(key);
    put(key, "1.1", "SCREW", "Screws");
    String after = exported(key);
    put(key, "1.2", "", "Screws");

    assertThat(planned(after).getInt("import.same")).as(after).isEqualTo(1);
    put(key, "1.3", "SCREWS", "Screws");
    JsonPath plan = planned(before);
    assertThat(plan.getInt("import.same")).as(plan::prettify).isEqualTo(1);
    assertThat(plan.getList("findings")).isEmpty();
  }
}
