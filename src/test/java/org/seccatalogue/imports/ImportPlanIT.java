package org.seccatalogue.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.Outline;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.testkit.Drafts;

/// What a plan shows, and which of its rows are applied.
@QuarkusTest
@NullUnmarked
class ImportPlanIT {

  @Inject TwoPeople two;
  @Inject Imports imports;
  @Inject Revisions revisions;
  @Inject Outline outline;

  @TempDir Path folder;

  private final Drafts draft = Drafts.meter("Clock").below("C.4.1.a").with("rationale", "Because");

  @Test
  void rowsAreFilteredByKindTypeAndSection() throws IOException {
    String key = two.created(draft.with("title", "Filtered"));
    EditedSheet sheet = two.exported().keepSorted(key, "ESM-0001");
    ImportRun run = two.planned(sheet.set(key, "Title", "Filtered by kind"));

    assertThat(
            numbers(run, new PlannedChange.Filter(PlannedChange.Kind.CHANGED, null, null, false)))
        .containsExactly(1);
    assertThat(numbers(run, new PlannedChange.Filter(null, "electricity-meter-spec", null, false)))
        .startsWith(1, 2);
    assertThat(numbers(run, new PlannedChange.Filter(null, "clause", null, false))).isEmpty();
    assertThat(
            numbers(
                run, new PlannedChange.Filter(null, null, RecordKey.of(two.key("C.4.1")), false)))
        .startsWith(1, 2);
    assertThat(
            numbers(
                run, new PlannedChange.Filter(null, null, RecordKey.of(two.key("C.4.1.b")), false)))
        .isEmpty();
    assertThat(imports.sections(run.id()))
        .extracting(RecordHead::key)
        .containsExactly(RecordKey.of(two.key("C.4.1.a")));
  }

  private List<Integer> numbers(ImportRun run, PlannedChange.Filter filter) {
    return imports.changes(run.id(), filter, 0, 10).stream().map(PlannedChange::number).toList();
  }

  @Test
  void onlyRowsWithFindingsAreShown() throws IOException {
    String first = two.created(draft.with("title", "Fine"));
    String second = two.created(draft.with("title", "Without its revision"));
    EditedSheet sheet = two.exported().keepSorted(first, second);
    sheet.set(second, "Title", "Changed").set(second, "Revision", null);
    sheet.set(first, "Title", "Changed too");

    ImportRun run = two.planned(sheet);

    assertThat(numbers(run, new PlannedChange.Filter(null, null, null, true))).containsExactly(1);
    assertThat(imports.count(run.id(), new PlannedChange.Filter(null, null, null, true)))
        .isEqualTo(1);
  }

  @Test
  void rowsAreLeftOutOneByOneAndByTheFilter() throws IOException {
    String first = two.created(draft.with("title", "First of three"));
    String second = two.created(draft.with("title", "Second of three"));
    EditedSheet sheet = two.exported().keepSorted(first, second).copy(first, null);
    sheet.set(null, "Title", "Third").set(null, "Revision", null).set(null, "Digest", null);
    sheet.set(first, "Title", "First, edited").set(second, "Title", "Second, edited");
    ImportRun run = two.planned(sheet);

    ImportRun none = chosen(imports.choose(run.id(), PlannedChange.Filter.ALL, false));
    assertThat(
            List.of(none.counts().created(), none.counts().changed(), none.selection().leftOut()))
        .containsExactly(0, 0, 3);
    ImportRun all = chosen(imports.choose(run.id(), PlannedChange.Filter.ALL, true));
    assertThat(List.of(all.selection().leftOut(), all.selection().withdrawn()))
        .containsExactly(0, 0);
    chosen(imports.choose(run.id(), filter(PlannedChange.Kind.NEW), false));
    ImportRun some = chosen(imports.choose(run.id(), List.of(1), false));
    assertThat(some.selection().leftOut()).isEqualTo(2);
    two.apply(run);

    assertThat(two.attribute(first, "title")).isEqualTo("First, edited");
    assertThat(two.attribute(second, "title")).isEqualTo("Second of three");
    assertThat(two.rows(run)).extracting(PlannedChange::chosen).containsExactly(false, true, false);
    assertThat(two.rows(run).getLast().key()).isNull();
    assertThat(imports.choose(run.id(), List.of(1), true))
        .isInstanceOf(DecideOutcome.NotDecidable.class);
  }

  @Test
  void aRowOfAnotherImportCannotBeChosen() throws IOException {
    String key = two.created(draft.with("title", "Alone"));
    ImportRun run = two.planned(two.exported().keepSorted(key).set(key, "Title", "Not alone"));

    DecideOutcome outcome = imports.choose(run.id(), List.of(1, 100000), false);

    assertThat(((DecideOutcome.Refused) outcome).findings())
        .extracting(f -> f.place().text() + " " + f.code() + " " + f.found())
        .containsExactly("/rows/1 BAD_VALUE 100000");
    assertThat(imports.find(run.id()).orElseThrow().selection().leftOut()).isZero();
  }

  @Test
  void whatIsNotInTheWorkbookIsWithdrawnOnlyWhenItIsChosen() throws IOException {
    String kept = two.created(draft.with("title", "Still there").below("C.4.1.d"));
    String gone = two.created(draft.with("title", "Dropped").below("C.4.1.d"));
    String other = two.created(draft.with("title", "Dropped too").below("C.4.1.d"));
    ImportRun run =
        two.planned(two.exported().keepSorted(kept).set(kept, "Title", "Still there, edited"));
    List<PlannedChange> missing =
        imports.changes(run.id(), filter(PlannedChange.Kind.MISSING), 0, 10);

    assertThat(missing)
        .extracting(
            change -> change.number() + " " + change.sheet() + change.row() + " " + change.key())
        .containsExactly("2 0 " + gone, "3 0 " + other);
    assertThat(missing).extracting(PlannedChange::chosen).containsOnly(false);
    assertThat(run.counts().missing()).isEqualTo(2);
    ImportRun chosen = chosen(imports.choose(run.id(), List.of(2), true));
    assertThat(chosen.selection().withdrawn()).isEqualTo(1);
    two.apply(run);

    assertThat(two.record(gone).stage()).isEqualTo("WITHDRAWN");
    assertThat(two.record(gone).attributes().get("title").asText()).isEqualTo("Dropped");
    assertThat(two.record(gone).head().revision()).isEqualTo(1);
    assertThat(two.record(other).stage()).isEqualTo("DRAFT");
  }

  @Test
  void aRecordThatMovedOnIsNotWithdrawn() throws IOException {
    String kept = two.created(draft.with("title", "Kept").below("C.4.1.e"));
    String gone = two.created(draft.with("title", "Changed meanwhile").below("C.4.1.e"));
    ImportRun run = two.planned(two.exported().keepSorted(kept));
    imports.choose(run.id(), filter(PlannedChange.Kind.MISSING), true);
    two.theirs(gone, it -> it.with("rationale", "Still needed"));

    ApplyOutcome outcome = imports.apply(run.id(), TwoPeople.MEMBER);

    assertThat(((ApplyOutcome.Moved) outcome).findings())
        .extracting(f -> f.place().text() + " " + f.found())
        .containsExactly("/records/" + gone + " " + gone);
    assertThat(two.record(gone).stage()).isEqualTo("DRAFT");
  }

  @Test
  void aNewRowThatSaysNearlyTheSameIsWarnedOf() throws IOException {
    String words =
        "The electricity meter shall record the active energy imported in each half hour of the"
            + " last thirteen months and keep it when its supply fails.";
    String key = two.created(draft.with("title", "Profile data").with("requirement_text", words));
    EditedSheet sheet = two.exported().keepSorted(key).copy(key, null).delete(key);
    String nearly = words.replace("thirteen", "fourteen");
    sheet.set(null, "Title", "Load profile").set(null, "Revision", null).set(null, "Digest", null);
    sheet.set(null, "Requirement", nearly);

    ImportRun run = two.planned(sheet);

    assertThat(run.state()).isEqualTo(ImportState.PLANNED);
    assertThat(imports.findings(run.id(), 0, 10))
        .containsExactly(
            Finding.warning(
                FindingCode.SIMILAR,
                new Place.Cell(TwoPeople.SHEET, 2, sheet.columnOf("Requirement")),
                nearly,
                "a new requirement; " + key + " says nearly the same (95 per cent alike)"));
  }

  @Test
  void aRowThatStandsBelowOneThatIsLeftOutStopsTheApplying() throws IOException {
    Path file = folder.resolve("sections.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        org.dhatim.fastexcel.Workbook workbook =
            new org.dhatim.fastexcel.Workbook(out, "Test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Sections");
      row(sheet, 0, "Reference", "Title", "Section");
      row(sheet, 1, "C.90", "A chapter", "C");
      row(sheet, 2, "C.90.1", "Below it", "C.90");
    }
    ImportRun run = two.planned(file);
    assertThat(two.findings(run)).isEmpty();
    chosen(imports.choose(run.id(), List.of(1), false));

    ApplyOutcome outcome = imports.apply(run.id(), TwoPeople.MEMBER);

    assertThat(((ApplyOutcome.Undecided) outcome).findings())
        .containsExactly(
            Finding.error(
                FindingCode.LEFT_OUT,
                new Place.Cell("Sections", 3, 0),
                "A chapter",
                "row 2 of “Sections” to be applied too: this one stands below it"));
    assertThat(revisions.named("C.90.1")).isEmpty();
    chosen(imports.choose(run.id(), List.of(1), true));
    two.apply(run);
    assertThat(two.record(two.key("C.90.1")).parent()).hasToString(two.key("C.90"));
  }

  private static void row(Worksheet sheet, int row, String... cells) {
    for (int column = 0; column < cells.length; column++) {
      sheet.value(row, column, cells[column]);
    }
  }

  private static PlannedChange.Filter filter(PlannedChange.Kind kind) {
    return new PlannedChange.Filter(kind, null, null, false);
  }

  private static ImportRun chosen(DecideOutcome outcome) {
    return ((DecideOutcome.Decided) outcome).run();
  }

  private String section(String reference, String parent) {
    return two.created(
        Drafts.of("section")
            .with("reference", reference)
            .with("title", "Section " + reference)
            .below(parent));
  }

  /// Three sections below one.
  private void three(String parent) {
    section(parent, null);
    List.of("1", "2", "3").forEach(end -> section(parent + "." + end, parent));
  }

  private ImportRun sections(String... lines) throws IOException {
    Path file = folder.resolve("section.csv");
    Files.writeString(
        file, "Reference,Title,Section,Place in section\n" + String.join("\n", lines) + "\n");
    return ((PlanOutcome.Planned) imports.plan("section.csv", file, null, TwoPeople.MEMBER)).run();
  }

  private static String row(String reference, String parent, String place) {
    return String.join(",", reference, "Section " + reference, parent, place);
  }

  private List<String> below(String reference) {
    return outline.headingsBelow(RecordKey.of(two.key(reference))).stream()
        .map(RecordHead::reference)
        .toList();
  }

  @Test
  void aPlaceBesideARecordThatLeavesTheSectionIsFoundAtItsCell() throws IOException {
    three("P.1");
    section("P.2", null);

    ImportRun run = sections(row("P.1.1", "P.2", ""), row("P.1.2", "P.1", "after P.1.1"));

    assertThat(two.findings(run)).containsExactly("sheet “section”, cell D3 BAD_PLACE P.1.1");
    assertThat(imports.apply(run.id(), TwoPeople.MEMBER))
        .isInstanceOf(ApplyOutcome.NotApplicable.class);
  }

  @Test
  void aPlaceThatARecordHasIsNoChangeAndStandsInTheWayOfNoUndo() throws IOException {
    three("P.3");
    String[] rows = {row("P.3.1", "P.3", "first"), row("P.3.3", "P.3", "before P.3.2")};
    ImportRun run = sections(rows);
    assertThat(two.outcome(run))
        .containsExactly(
            "SAME " + two.key("P.3.1") + " [] []", "CHANGED " + two.key("P.3.3") + " [place] []");
    two.apply(run);
    assertThat(below("P.3")).containsExactly("P.3.1", "P.3.3", "P.3.2");
    assertThat(two.outcome(sections(rows))).allMatch(line -> line.startsWith("SAME "));

    assertThat(imports.undo(run.id(), TwoPeople.MEMBER)).isInstanceOf(UndoOutcome.Undone.class);

    assertThat(below("P.3")).containsExactly("P.3.1", "P.3.2", "P.3.3");
    assertThat(two.record(two.key("P.3.1")).version().version()).isEqualTo(1);
  }

  @Test
  void whatComesToItsPlaceUntilThePlanIsAppliedWasDoneByOthers() throws IOException {
    three("P.4");
    ImportRun run = sections(row("P.4.3", "P.4", "first"));
    two.theirs(two.key("P.4.1"), d -> d.after("P.4.3"));
    two.theirs(two.key("P.4.2"), d -> d.after("P.4.3"));
    two.apply(run);
    assertThat(two.outcome(run)).containsExactly("SAME " + two.key("P.4.3") + " [] []");
    two.theirs(two.key("P.4.3"), d -> d.with("title", "Theirs"));

    assertThat(imports.undo(run.id(), TwoPeople.MEMBER)).isInstanceOf(UndoOutcome.Undone.class);

    assertThat(two.attribute(two.key("P.4.3"), "title")).isEqualTo("Theirs");
  }

  @Test
  void placesThatDoNotGoTogetherAreFound() throws IOException {
    three("P.5");
    ImportRun ring =
        sections(row("P.5.1", "P.5", "after P.5.2"), row("P.5.2", "P.5", "after P.5.1"));
    ImportRun first = sections(row("P.5.2", "P.5", "before P.5.3"), row("P.5.3", "P.5", "first"));

    assertThat(imports.findings(ring.id(), 0, 10))
        .containsExactly(
            Finding.error(
                FindingCode.BAD_PLACE,
                new Place.Cell("section", 3, 3),
                "P.5.1",
                "a place that goes together with the one that row 2 of “section” asks for"));
    assertThat(two.findings(first)).containsExactly("sheet “section”, cell D2 BAD_PLACE P.5.3");
  }

  @Test
  void aRecordIsPutBesideOneThatTheFileMakesBringsOrMoves() throws IOException {
    three("P.6");
    three("P.7");
    ImportRun run =
        sections(
            row("P.6.new", "P.6", "first"),
            row("P.6.3", "P.6", "after P.6.new"),
            row("P.6.1", "P.6", "after P.7.2"),
            row("P.7.2", "P.6", "after P.6.2"),
            row("P.8", "", ""),
            row("P.8.1", "P.8", ""),
            row("P.8.2", "P.8", "before P.8.1"));
    assertThat(two.findings(run)).isEmpty();

    two.apply(run);

    assertThat(below("P.6")).containsExactly("P.6.new", "P.6.3", "P.6.2", "P.7.2", "P.6.1");
    assertThat(below("P.7")).containsExactly("P.7.1", "P.7.3");
    assertThat(below("P.8")).containsExactly("P.8.2", "P.8.1");
  }

  @Test
  void manyRowsOfASectionArePutInOrder() throws IOException {
    section("P.9", null);
    String[] rows = new String[1500];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row("P.9." + i, "P.9", "first");
    }
    two.apply(sections(rows));
    assertThat(below("P.9")).hasSize(1500).startsWith("P.9.1499", "P.9.1498").endsWith("P.9.0");

    ImportRun again = sections(rows);

    assertThat(again.counts().changed()).isZero();
    assertThat(again.counts().created()).isZero();
  }

  @Test
  void bothOfTwoRowsThatMeanTheSameAreRefused() throws IOException {
    section("P.10", null);

    ImportRun run =
        sections(row("P.10.1", "P.10", ""), "P.10.1,Another,P.10,", row("P.10.2", "P.10", "first"));

    assertThat(two.findings(run))
        .containsExactlyInAnyOrder(
            "sheet “section”, cell A2 DUPLICATE P.10.1",
            "sheet “section”, cell A3 DUPLICATE P.10.1");
  }
}
