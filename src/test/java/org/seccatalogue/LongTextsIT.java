package org.seccatalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.imports.ApplyOutcome;
import org.seccatalogue.imports.ImportRun;
import org.seccatalogue.imports.Imports;
import org.seccatalogue.imports.PlanOutcome;
import org.seccatalogue.page.forms.FormFields;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.testkit.Drafts;

/// The longest number and the longest text that a clause may have come in by every door, and are
/// shown and compared.
@QuarkusTest
@NullUnmarked
class LongTextsIT {

  private static final int LONGEST = 100_000;
  private static final ChangeNote NOTE = new ChangeNote("Lead drafter", "As the code has it");

  /// Of several bytes each, with line breaks, which forms send as two characters.
  private static final String TEXT =
      "\uD83D\uDE00§ 1 été\n".repeat(LONGEST).substring(0, LONGEST - 1) + "x";

  @Inject CatalogueSchema schema;
  @Inject Revisions revisions;
  @Inject Imports imports;
  @TempDir Path folder;

  private final String reference =
      "Annex %s Paragraph 12.3.4.5.6.7.8.9"
          .formatted(ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999))
          .concat("-")
          .concat("(b)".repeat(20))
          .substring(0, 60);

  private Drafts clause(String text) {
    return Drafts.of("clause")
        .with("reference", reference)
        .with("title", "A long clause")
        .with("text", text);
  }

  @Test
  void theFormTakesItAndShowsIt() {
    Response created = sent(clause(TEXT), "/records/new", null);
    assertThat(created.statusCode()).isEqualTo(303);

    StoredRecord stored = revisions.named(reference).orElseThrow();
    assertThat(stored.attributes().get("text").asText()).isEqualTo(TEXT);
    String address = "/records/" + stored.key();
    assertThat(given().get(address).asString()).contains("§ 1 été", reference);
    assertThat(given().get(address + "/edit").asString()).contains("§ 1 été");

    String other = "Other words. " + TEXT.substring(0, LONGEST / 2);
    Response saved = sent(clause(other), address + "/edit", stored.version().toString());
    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(given().get(address + "/revisions/2").asString()).contains("<del>", "Other words");
    assertThat(revisions.find(stored.key()).orElseThrow().attributes().get("text").asText())
        .isEqualTo(other.strip());
  }

  /// A driver cuts a long text into pieces where it does not look.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void noCharacterIsCutInTwo(int before) {
    String text = "x".repeat(before) + "\uD83D\uDE00".repeat(LONGEST / 2 - 2);
    Response created =
        given()
            .contentType(ContentType.JSON)
            .body(
                Map.of(
                    "type",
                    "clause",
                    "parent",
                    "A.1",
                    "note",
                    "For a test",
                    "attributes",
                    Map.of("reference", reference, "title", "Faces", "text", text)))
            .post("/api/v1/records");
    assertThat(created.statusCode()).isEqualTo(201);

    String record = "/api/v1/records/" + created.path("key");
    assertThat(created.<String>path("attributes.text")).isEqualTo(text);
    assertThat(given().get(record).<String>path("attributes.text")).isEqualTo(text);
    assertThat(given().get(record + "/revisions/1").<String>path("attributes.text"))
        .isEqualTo(text);
  }

  private Response sent(Drafts draft, String address, String version) {
    RequestSpecification request =
        given().contentType(ContentType.URLENC.withCharset(StandardCharsets.UTF_8));
    request.redirects().follow(false).formParam("action", "save");
    FormFields.of(schema.typeOf("clause"), draft)
        .forEach(
            (name, values) ->
                request.formParam(
                    name, values.stream().map(text -> text.replace("\n", "\r\n")).toList()));
    if (version != null) {
      request.formParam("version", version);
    }
    return request.post(address);
  }

  /// Of texts that have nothing in common, too.
  @Test
  void theHistoryComparesIt() {
    StoredRecord first = saved(null, clause(TEXT));
    StoredRecord second = saved(first, clause("x. ".repeat(LONGEST / 3)));
    saved(second, clause("7, ".repeat(LONGEST / 3)));

    for (int revision = 2; revision <= 3; revision++) {
      Response page = given().get("/records/" + first.key() + "/revisions/" + revision);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.asString()).contains("<ins>", "<del>");
    }
  }

  private StoredRecord saved(StoredRecord before, Drafts draft) {
    return before == null
        ? ((SaveOutcome.Created) revisions.create(draft.draft(), NOTE)).record()
        : ((SaveOutcome.Revised)
                revisions.save(before.key(), before.version(), draft.draft(), NOTE))
            .record();
  }

  @Test
  void aFileOfCommaSeparatedValuesBringsIt() throws Exception {
    ImportRun run = planned(TEXT);

    assertThat(imports.findings(run.id(), 0, 10)).isEmpty();
    assertThat(imports.apply(run.id(), NOTE)).isInstanceOf(ApplyOutcome.Applied.class);
    assertThat(revisions.named(reference).orElseThrow().attributes().get("text").asText())
        .isEqualTo(TEXT);
    assertThat(planned(TEXT).counts().same()).isEqualTo(1);
  }

  @Test
  void oneCharacterMoreIsTheFindingOfEveryDoor() throws Exception {
    assertThat(imports.findings(planned(TEXT + "y").id(), 0, 10))
        .extracting(f -> f.code() + " " + f.expected())
        .containsExactly(FindingCode.BAD_VALUE + " at most 100000 characters, not 100001");
    assertThat(sent(clause(TEXT + "y"), "/records/new", null).asString())
        .contains("100000 characters");
  }

  private ImportRun planned(String text) throws IOException {
    Path file = folder.resolve("clauses.csv");
    Files.writeString(
        file, "Reference,Title,Text\n%s,A long clause,\"%s\"\n".formatted(reference, text));
    return ((PlanOutcome.Planned) imports.plan("clauses.csv", file, "", NOTE)).run();
  }

  @Test
  void theSectionThatBearsTheLongestNumberHasAPage() {
    saved(null, Drafts.of("section").with("reference", reference).with("title", "A section"));
    Response page = given().pathParam("name", reference).get("/sections/{name}");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.asString()).contains(reference);
  }
}
