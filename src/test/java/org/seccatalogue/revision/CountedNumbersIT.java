package org.seccatalogue.revision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.hamcrest.Matchers;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.export.ExportOutcome;
import org.seccatalogue.export.Exports;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.imports.ApplyOutcome;
import org.seccatalogue.imports.ImportRun;
import org.seccatalogue.imports.Imports;
import org.seccatalogue.imports.PlanOutcome;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.numbering.FormerReferences;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.testkit.Drafts;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.TestDatabase;

/// Annexes begin with 6 again and again: each is called by its path, and a bare 6 is nobody's.
@QuarkusTest
@NullUnmarked
class CountedNumbersIT {

  private static final ChangeNote NOTE = new ChangeNote("Lead drafter", "As the code has it");

  @Inject Revisions revisions;
  @Inject FormerReferences former;
  @Inject Imports imports;
  @Inject Exports exports;
  @Inject Freezer freezer;
  @TempDir Path folder;

  private final String number = String.valueOf(random());
  private String one;
  private String other;

  private static int random() {
    return ThreadLocalRandom.current().nextInt(1_000_000, 99_000_000);
  }

  @BeforeEach
  void twoAnnexes() {
    one = "Annex " + random();
    other = "Annex " + random();
    for (String annex : List.of(one, other)) {
      created(clause(annex, null));
      created(clause(number, annex));
      created(clause("(b)", annex + " / " + number));
    }
  }

  private static Drafts clause(String number, String parent) {
    return Drafts.of("clause").with("reference", number).with("title", "Title").below(parent);
  }

  private StoredRecord created(Drafts draft) {
    return switch (revisions.create(draft.draft(), NOTE)) {
      case SaveOutcome.Created created -> created.record();
      case SaveOutcome outcome -> throw new AssertionError(outcome.toString());
    };
  }

  private StoredRecord named(String name) {
    return revisions.named(name).orElseThrow(() -> new AssertionError(name));
  }

  private List<String> refused(Drafts draft) {
    return ((SaveOutcome.Rejected) revisions.create(draft.draft(), NOTE))
        .findings().stream().map(Finding::toString).toList();
  }

  @Test
  void eachIsCalledByItsPath() {
    StoredRecord deep = named(one + " / " + number + " / (b)");

    assertThat(deep.attributes().get("reference").asText()).isEqualTo("(b)");
    assertThat(deep.parent()).isEqualTo(named(one + " / " + number).key());
    assertThat(named(other + " / " + number + " / (b)").key()).isNotEqualTo(deep.key());
    assertThat(revisions.named(number)).isEmpty();
    assertThat(revisions.named("(b)")).isEmpty();
  }

  @Test
  void theSameNumberTwiceBelowOneIsRefused() {
    assertThat(refused(clause(number, one))).singleElement().asString().contains("DUPLICATE", one);
    assertThat(refused(clause(number, named(one).key().toString())))
        .singleElement()
        .asString()
        .contains("DUPLICATE");
    assertThat(refused(clause(one, other))).singleElement().asString().contains("DUPLICATE");
    assertThat(refused(clause("6 / 7", one))).singleElement().asString().contains("BAD_VALUE");
  }

  @Test
  void whoNamesTheNumberAloneIsAskedWhich() {
    Response answer =
        given()
            .contentType(ContentType.JSON)
            .body(
                """
                {"type": "clause", "parent": "%s", "note": "x",
                 "attributes": {"reference": "%s", "title": "T"}}"""
                    .formatted(number, "(c)"))
            .post("/api/v1/records");

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
    assertThat(answer.jsonPath().getString("findings[0].code")).isEqualTo("AMBIGUOUS");
    assertThat(answer.jsonPath().getString("findings[0].expected"))
        .contains("“" + one + " / " + number + "”", "“" + other + " / " + number + "”");
  }

  @Test
  void thePageAsksWhich() {
    Response page = given().redirects().follow(false).pathParam("n", number).get("/sections/{n}");
    assertThat(page.statusCode()).isEqualTo(300);
    assertThat(page.asString()).contains(one + " / " + number, other + " / " + number);

    Response section = given().pathParam("n", one + " / " + number).get("/sections/{n}");
    assertThat(section.statusCode()).isEqualTo(200);
    assertThat(section.asString()).contains(one + " / " + number);
    String found = given().queryParam("q", number).get("/search").asString();
    assertThat(found).contains(one + " / " + number, other + " / " + number);
  }

  @Test
  void oneChoiceIsNoQuestion() {
    String alone = String.valueOf(random());
    created(clause(alone, one));
    given()
        .redirects()
        .follow(false)
        .get("/sections/" + alone)
        .then()
        .statusCode(303)
        .header("Location", Matchers.endsWith("%20%2F%20" + alone));
  }

  @Test
  void pathsFollowWhatMovesAndWhatIsCalledOtherwise() {
    RecordKey deep = named(one + " / " + number + " / (b)").key();
    RecordKey moved = named(one + " / " + number).key();
    String renamed = "Schedule " + random();
    saved(named(one), clause(renamed, null));
    assertThat(revisions.find(deep).orElseThrow().head().name())
        .isEqualTo(renamed + " / " + number + " / (b)");

    String third = "Annex " + random();
    created(clause(third, null));
    saved(named(renamed + " / " + number), clause(number, third));

    StoredRecord now = revisions.find(deep).orElseThrow();
    assertThat(now.head().name()).isEqualTo(third + " / " + number + " / (b)");
    assertThat(now.version().revision()).isEqualTo(1);
    assertThat(former.of(List.of(one + " / " + number + " / (b)")))
        .extracting(FormerReferences.Former::key)
        .containsExactly(deep);
    assertThat(former.of(List.of(renamed + " / " + number)))
        .extracting(FormerReferences.Former::key)
        .containsExactly(moved);
    Response page =
        given()
            .redirects()
            .follow(false)
            .pathParam("n", one + " / " + number + " / (b)")
            .get("/sections/{n}");
    assertThat(page.statusCode()).isEqualTo(303);
  }

  private void saved(StoredRecord record, Drafts draft) {
    SaveOutcome outcome = revisions.save(record.key(), record.version(), draft.draft(), NOTE);
    assertThat(outcome).isInstanceOfAny(SaveOutcome.Revised.class, SaveOutcome.Renumbered.class);
  }

  @Test
  void aMoveToWhereTheNumberIsTakenIsRefused() {
    StoredRecord record = named(one + " / " + number);
    assertThat(revisions.save(record.key(), record.version(), clause(number, other).draft(), NOTE))
        .isInstanceOf(SaveOutcome.Rejected.class);
    assertThat(named(one + " / " + number).key()).isEqualTo(record.key());
  }

  @Test
  void aWorkbookThatNobodyEditedPlansNothing() throws IOException {
    Path file = folder.resolve("clauses.xlsx");
    ExportOutcome.Export export =
        (ExportOutcome.Export)
            exports.workbook(
                new Exports.Wanted(
                    new RecordQuery("clause", null, null, null, List.of(), null, 1), false));
    try (OutputStream out = Files.newOutputStream(file)) {
      export.writer().write(out);
    }
    ImportRun run = ((PlanOutcome.Planned) imports.plan("clauses.xlsx", file, null, NOTE)).run();
    assertThat(imports.findings(run.id(), 0, 10)).isEmpty();
    assertThat(run.counts().same()).isEqualTo(run.counts().rows());
  }

  @Test
  void aWorkbookOfNewClausesMayRepeatNumbersAndNameThemByPath() throws IOException {
    String a = "Annex " + random();
    String b = "Annex " + random();
    Path file = folder.resolve("clause.csv");
    Files.writeString(
        file,
        """
        Section,Reference,Title
        ,%1$s,A
        ,%2$s,B
        %1$s,6,A6
        %2$s,6,B6
        %1$s / 6,(b),A6b
        %2$s / 6,(b),B6b
        """
            .formatted(a, b));
    ImportRun run = ((PlanOutcome.Planned) imports.plan("clause.csv", file, "", NOTE)).run();
    assertThat(imports.findings(run.id(), 0, 10)).isEmpty();
    assertThat(imports.apply(run.id(), NOTE)).isInstanceOf(ApplyOutcome.Applied.class);
    assertThat(named(b + " / 6 / (b)").head().title()).isEqualTo("B6b");
    assertThat(named(b + " / 6 / (b)").parent()).isEqualTo(named(b + " / 6").key());

    Files.writeString(
        file,
        "Section,Reference,Title,Derives from\n%1$s,7,A7,%2$s / 6 / (b); %1$s / 6 / (b) (why)\n"
            .formatted(a, b));
    ImportRun linked = ((PlanOutcome.Planned) imports.plan("clause.csv", file, "", NOTE)).run();
    assertThat(imports.findings(linked.id(), 0, 10)).isEmpty();
    assertThat(imports.apply(linked.id(), NOTE)).isInstanceOf(ApplyOutcome.Applied.class);
    assertThat(named(a + " / 7").links())
        .extracting(link -> link.target() + " " + link.note())
        .containsExactlyInAnyOrder(
            named(b + " / 6 / (b)").key() + " null", named(a + " / 6 / (b)").key() + " why");

    Files.writeString(file, "Section,Reference,Title\n6,(c),Which\n");
    ImportRun asked = ((PlanOutcome.Planned) imports.plan("clause.csv", file, "", NOTE)).run();
    assertThat(imports.findings(asked.id(), 0, 10))
        .extracting(f -> f.place().text() + " " + f.code())
        .containsExactly("sheet “clause”, cell A2 AMBIGUOUS");
  }

  @Test
  void aBaselineIsReadByPaths() {
    Baseline baseline = freezer.freeze("SEC " + one, "2011-11-30");
    String base = "/api/v1/baselines/" + baseline.id() + "/records/";
    Response record = given().pathParam("n", one + " / " + number).get(base + "{n}");
    assertThat(record.statusCode()).as(record.asString()).isEqualTo(200);
    assertThat(record.jsonPath().getString("reference")).isEqualTo(one + " / " + number);
    assertThat(given().pathParam("n", number).get(base + "{n}").statusCode()).isEqualTo(404);
    String list = "/api/v1/baselines/" + baseline.id();
    for (String address :
        List.of("/records?", "/facets?", "/changes?since=" + baseline.id() + "&")) {
      Response asked = given().get(list + address + "section=" + number);
      assertThat(asked.statusCode()).as(address).isEqualTo(400);
      assertThat(asked.jsonPath().getString("findings[0].code")).isEqualTo("AMBIGUOUS");
      assertThat(asked.jsonPath().getString("findings[0].expected"))
          .contains("“" + one + " / " + number + "”", "“" + other + " / " + number + "”");
    }
    Response page =
        given()
            .pathParam("n", one + " / " + number)
            .get("/baselines/" + baseline.id() + "/sections/{n}");
    assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
  }

  /// An earlier version took any number.
  @Test
  void anOlderNumberThatLooksLikeAPathStaysAsItIs() throws SQLException {
    String before = "Old " + random() + " / 6";
    RecordKey key = created(clause("Old " + random(), one)).key();
    try (Connection connection = TestDatabase.asOwner();
        PreparedStatement put =
            connection.prepareStatement(
                """
                update drafting.record set reference = ?,
                  attributes = jsonb_set(attributes, '{reference}', to_jsonb(cast(? as text)))
                where key = ?""")) {
      put.setString(1, before);
      put.setString(2, before);
      put.setString(3, key.toString());
      assertThat(put.executeUpdate()).isEqualTo(1);
    }
    StoredRecord annex = named(one);
    String renamed = "Annex " + random();
    SaveOutcome saved =
        revisions.save(annex.key(), annex.version(), clause(renamed, null).draft(), NOTE);
    assertThat(saved).isInstanceOf(SaveOutcome.Renumbered.class);
    assertThat(named(renamed + " / " + number).parent()).isEqualTo(annex.key());
    assertThat(revisions.find(key).orElseThrow().head().name()).isEqualTo(before);
  }
}
