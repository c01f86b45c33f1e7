package org.seccatalogue.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.testkit.Drafts;

/// A workbook with errors in some rows: these are left out, and the others are applied.
@QuarkusTest
@NullUnmarked
class LeftOutErrorsIT {

  private static final String SECTIONS =
      """
      Reference,Title,Section
      C.91,Right,C
      C.92,,C
      C.92.1,Below the one without a title,C.92
      C.92.1.1,Below that,C.92.1
      C.93,Right too,C
      C.93,Said twice,C
      """;

  @Inject TwoPeople two;
  @Inject Imports imports;
  @Inject Revisions revisions;

  private final Drafts draft = Drafts.meter("Clock").below("C.4.1.a").with("rationale", "Because");

  private ImportRun sections(String text) throws IOException {
    Path file = Files.writeString(TwoPeople.temporary("sections", ".csv"), text);
    return ((PlanOutcome.Planned) imports.plan("sections.csv", file, null, TwoPeople.MEMBER)).run();
  }

  private static ImportRun decided(DecideOutcome outcome) {
    return ((DecideOutcome.Decided) outcome).run();
  }

  @Test
  void rowsWithErrorsAreLeftOutWithThoseThatNeedThem() throws IOException {
    ImportRun refused = sections(SECTIONS);
    assertThat(refused.state()).isEqualTo(ImportState.REFUSED);
    assertThat(two.findings(refused))
        .containsExactly(
            "sheet “sections”, cell B3 MISSING_VALUE null",
            "sheet “sections”, cell A7 DUPLICATE C.93",
            "sheet “sections”, cell A6 DUPLICATE C.93",
            "sheet “sections”, cell A4 UNKNOWN_RECORD C.92");
    assertThat(List.of(refused.problems().rowsWithErrors(), refused.problems().separable()))
        .containsExactly(4, true);
    assertThat(imports.apply(refused.id(), TwoPeople.MEMBER))
        .isInstanceOf(ApplyOutcome.NotApplicable.class);

    ImportRun plan = decided(imports.leaveOutErrors(refused.id()));

    assertThat(plan.state()).isEqualTo(ImportState.PLANNED);
    assertThat(
            List.of(
                plan.counts().rows(),
                plan.counts().created(),
                plan.selection().leftOut(),
                plan.leftOut(),
                plan.counts().missing(),
                plan.problems().rowsWithErrors()))
        .containsExactly(6, 1, 1, 5, 0, 4);
    assertThat(numbers(plan)).startsWith("New 1 Changed 0 Same 0 Left out 5 Errors 4 ");
    JsonPath told = given().get("/api/v1/imports/" + plan.id()).jsonPath();
    assertThat(
            Stream.of("rows", "created", "changed", "same", "conflicts", "leftOut")
                .map(name -> told.getInt("import." + name)))
        .containsExactly(6, 1, 0, 0, 0, 5);
    assertThat(two.rows(plan))
        .extracting(row -> row.row() + " " + row.chosen() + " " + row.faulty())
        .containsExactly("2 true false", "4 false true", "5 false false", "6 false true");
    two.apply(plan);

    assertThat(two.record(two.key("C.91")).head().title()).isEqualTo("Right");
    assertThat(List.of("C.92", "C.92.1", "C.92.1.1", "C.93"))
        .allSatisfy(reference -> assertThat(revisions.named(reference)).isEmpty());
    assertThat(imports.findings(plan.id(), 0, 10)).hasSize(4);
    assertThat(imports.undo(plan.id(), TwoPeople.MEMBER)).isInstanceOf(UndoOutcome.Undone.class);
  }

  /// The numbers of the page of an import.
  private static String numbers(ImportRun run) {
    return given()
        .get("/imports/" + run.id())
        .asString()
        .replaceAll("(?s)^.*<dl class=\"app-counts\">|</dl>.*$", "")
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ")
        .strip()
        .concat(" ");
  }

  @Test
  void aRowWithAnErrorIsNeverChosen() throws IOException {
    ImportRun plan = decided(imports.leaveOutErrors(sections(SECTIONS.replace("C.9", "C.8")).id()));

    DecideOutcome outcome = imports.choose(plan.id(), List.of(1, 3), true);

    assertThat(((DecideOutcome.Refused) outcome).findings())
        .containsExactly(
            Finding.error(
                FindingCode.BAD_VALUE,
                new Place.Pointer("/rows/1"),
                "3",
                "the number of a row of this import without errors"));
    assertThat(
            decided(imports.choose(plan.id(), PlannedChange.Filter.ALL, true))
                .selection()
                .leftOut())
        .isZero();
    assertThat(((ApplyOutcome.Undecided) imports.apply(plan.id(), TwoPeople.MEMBER)).findings())
        .extracting(finding -> finding.place().text() + " " + finding.code())
        .containsExactly("sheet “sections”, cell A5 LEFT_OUT");
    assertThat(revisions.named("C.81")).isEmpty();
  }

  @Test
  void errorsThatAreOfNoRowStopTheWhole() throws IOException {
    ImportRun refused = sections("Reference,Section\nC.71,C\n");

    DecideOutcome outcome = imports.leaveOutErrors(refused.id());

    assertThat(((DecideOutcome.Refused) outcome).findings())
        .extracting(finding -> finding.place().text() + " " + finding.code())
        .containsExactly("sheet “sections”, cell A1 MISSING_COLUMN");
    assertThat(imports.find(refused.id()).orElseThrow().state()).isEqualTo(ImportState.REFUSED);
    assertThat(imports.leaveOutErrors(99_999)).isEqualTo(new DecideOutcome.NotFound(99_999));
  }

  @Test
  void aRecordWhoseRowIsLeftOutIsNotTakenForMissing() throws IOException {
    String wrong = two.created(draft.with("title", "Its row is wrong").below("C.4.1.d"));
    String right = two.created(draft.with("title", "Its row is right").below("C.4.1.d"));
    String gone = two.created(draft.with("title", "It has no row").below("C.4.1.d"));
    EditedSheet sheet = two.exported().keepSorted(wrong, right);
    ImportRun refused =
        two.planned(sheet.set(wrong, "Title", null).set(right, "Title", "Its row was right"));
    // A row with errors is told at its cells, and is not missing as well.
    assertThat(refused.counts().missing()).isEqualTo(1);

    ImportRun plan = decided(imports.leaveOutErrors(refused.id()));
    imports.choose(
        plan.id(), new PlannedChange.Filter(PlannedChange.Kind.MISSING, null, null, false), true);
    two.apply(plan);

    assertThat(two.attribute(right, "title")).isEqualTo("Its row was right");
    assertThat(two.attribute(wrong, "title")).isEqualTo("Its row is wrong");
    assertThat(List.of(two.record(wrong).stage(), two.record(gone).stage()))
        .containsExactly("DRAFT", "DRAFT");
    assertThat(imports.leaveOutErrors(plan.id())).isInstanceOf(DecideOutcome.NotDecidable.class);
  }
}
