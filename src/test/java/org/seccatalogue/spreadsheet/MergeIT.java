package org.seccatalogue.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.ChangeNote;
import org.seccatalogue.revision.RecordQuery;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.testkit.Drafts;
import org.seccatalogue.testkit.ExampleData;
import org.seccatalogue.testkit.TestDatabase;

/// Two people: one takes a workbook away and edits it, another changes the catalogue meanwhile.
@QuarkusTest
@TestProfile(MergeIT.Example.class)
@QuarkusTestResource(TestDatabase.class)
@NullUnmarked
class MergeIT {

  /// The example catalogue, for this class alone.
  public static final class Example extends ExampleData {}

  private static final ChangeNote OURS = new ChangeNote("Anna", "Back from the meeting");
  private static final ChangeNote THEIRS = new ChangeNote("Ben", "Meanwhile");
  private static final String SHEET = "Electricity meter specs";
  private static final RecordQuery METERS =
      new RecordQuery("electricity-meter-spec", null, null, null, List.of(), null, 1);

  @Inject Exports exports;
  @Inject Imports imports;
  @Inject Revisions revisions;

  @TempDir Path folder;

  private final Drafts draft = Drafts.meter("Clock").below("C.4.1.a").with("rationale", "Because");

  @Test
  void whatOnlyTheWorkbookChangedIsTheOnlyChange() throws IOException {
    String key = created(draft);
    EditedSheet sheet = exported().keepSorted(key);
    theirs(key, draft -> draft.with("title", "Clock and calendar"));

    ImportRun run = planned(sheet.set(key, "Rationale", "Because of the hothouse"));

    assertThat(said(run)).containsExactly("CHANGED " + key + " [rationale] []");
    apply(run);
    assertThat(attribute(key, "title")).isEqualTo("Clock and calendar");
    assertThat(attribute(key, "rationale")).isEqualTo("Because of the hothouse");
    assertThat(record(key).head().revision()).isEqualTo(3);
  }

  @Test
  void whatOnlyTheCatalogueChangedStays() throws IOException {
    String key = created(draft.linked("derives_from", "B.1.1").at("DRAFT"));
    EditedSheet sheet = exported().keepSorted(key);
    theirs(
        key,
        draft ->
            draft
                .with("title", "Timekeeping")
                .with("interfaces", List.of("WAN", "HAN"))
                .below("C.4.1.b")
                .at("PEER")
                .linked("derives_from", "B.1.2"));

    ImportRun run = planned(sheet);

    assertThat(said(run)).containsExactly("SAME " + key + " [] []");
    assertThat(List.of(run.changed(), run.conflicts(), run.same())).containsExactly(0, 0, 1);
  }

  @Test
  void aStageThatMovedWithoutARevisionStays() throws IOException {
    String key = created(draft.at("DRAFT"));
    EditedSheet sheet = exported().keepSorted(key);
    theirs(key, draft -> draft.at("PEER"));
    assertThat(record(key).head().revision()).isEqualTo(1);

    assertThat(said(planned(sheet))).containsExactly("SAME " + key + " [] []");

    EditedSheet later = exported().keepSorted(key);
    assertThat(said(planned(later.set(key, "Stage", "Draft"))))
        .containsExactly("CHANGED " + key + " [stage] []");
  }

  @Test
  void whatBothChangedToTheSameIsTheSame() throws IOException {
    String key = created(draft);
    EditedSheet sheet = exported().keepSorted(key);
    theirs(key, draft -> draft.with("title", "Timekeeping").with("interfaces", List.of("HAN")));

    ImportRun run = planned(sheet.set(key, "Title", "Timekeeping").set(key, "Interfaces", "HAN"));

    assertThat(said(run)).containsExactly("SAME " + key + " [] []");
  }

  @Test
  void whatBothChangedDifferentlyWaitsForADecision() throws IOException {
    String key = conflicting();
    ImportRun run = planned(edited(key));

    PlannedChange change = imports.changes(run.id(), null, 0, 10).getFirst();
    assertThat(change.kind()).isEqualTo(PlannedChange.Kind.CONFLICT);
    assertThat(change.changed()).containsExactly("rationale");
    assertThat(change.conflicts())
        .containsExactly(
            undecided("title", "Clock", "Timekeeping", "Clocks"),
            undecided(
                "interfaces", "WAN interface", "HAN interface", "WAN interface; HAN interface"),
            undecided("section", key("C.4.1.a"), key("C.4.1.b"), key("C.4.1.c")),
            undecided("stage", "DRAFT", "PEER", "PARKED"),
            undecided(
                "derives_from",
                key("B.1.1"),
                key("B.1.1") + "; " + key("B.1.2"),
                key("B.1.1") + " (see there)"));
    assertThat(List.of(run.changed(), run.conflicts(), run.same(), run.errors()))
        .containsExactly(0, 1, 0, 0);

    ApplyOutcome outcome = imports.apply(run.id(), OURS);
    assertThat(((ApplyOutcome.Undecided) outcome).findings())
        .extracting(f -> f.place().text() + " " + f.code() + " " + f.found())
        .containsExactly("sheet “" + SHEET + "”, cell A2 UNDECIDED " + key);
    assertThat(record(key).head().revision()).isEqualTo(2);
  }

  @Test
  void aRowCanBeDecidedAsAWhole() throws IOException {
    String key = conflicting();
    ImportRun run = planned(edited(key));

    ImportRun theirs = decided(run, new Decision(1, null, Decision.Choice.THEIRS));
    assertThat(theirs.conflicts()).isZero();
    assertThat(said(theirs).getFirst()).startsWith("CHANGED " + key + " [rationale] [");

    ImportRun ours = decided(run, new Decision(1, null, Decision.Choice.OURS));
    assertThat(said(ours).getFirst())
        .startsWith(
            "CHANGED "
                + key
                + " [interfaces, rationale, title, section, derives_from, stage] [title OURS,");
    apply(ours);
    assertThat(attribute(key, "title")).isEqualTo("Clocks");
    assertThat(record(key).attributes().get("interfaces")).hasToString("[\"WAN\",\"HAN\"]");
    assertThat(record(key).parent()).hasToString(key("C.4.1.c"));
    assertThat(record(key).stage()).isEqualTo("PARKED");
    assertThat(record(key).links())
        .containsExactly(new Link("derives_from", RecordKey.of(key("B.1.1")), 1, "see there"));
  }

  @Test
  void eachCellCanBeDecidedAndDecidedAnew() throws IOException {
    String key = conflicting();
    ImportRun run = planned(edited(key));

    ImportRun some =
        decided(
            run,
            new Decision(1, null, Decision.Choice.THEIRS),
            new Decision(1, "title", Decision.Choice.OURS),
            new Decision(1, "stage", Decision.Choice.UNDECIDED));
    assertThat(some.conflicts()).isEqualTo(1);
    ImportRun all = decided(run, new Decision(1, "stage", Decision.Choice.THEIRS));
    assertThat(all.conflicts()).isZero();
    assertThat(said(all))
        .containsExactly(
            "CHANGED "
                + key
                + " [rationale, title] [title OURS, interfaces THEIRS, section THEIRS,"
                + " stage THEIRS, derives_from THEIRS]");
    apply(all);
    assertThat(attribute(key, "title")).isEqualTo("Clocks");
    assertThat(record(key).attributes().get("interfaces")).hasToString("[\"HAN\"]");
    assertThat(record(key).stage()).isEqualTo("PEER");
  }

  @Test
  void wrongDecisionsAreRefusedTogether() throws IOException {
    String key = conflicting();
    ImportRun run = planned(edited(key));

    DecideOutcome outcome =
        imports.decide(
            run.id(),
            List.of(
                new Decision(9, null, Decision.Choice.OURS),
                new Decision(1, "rationale", Decision.Choice.OURS),
                new Decision(1, "title", Decision.Choice.LEAVE_OUT),
                new Decision(1, "stage", Decision.Choice.OURS)));

    assertThat(((DecideOutcome.Refused) outcome).findings())
        .extracting(f -> f.place().text() + " " + f.code() + " " + f.found())
        .containsExactly(
            "/decisions/0/row BAD_VALUE 9",
            "/decisions/1/field UNKNOWN_FIELD rationale",
            "/decisions/2/choice BAD_VALUE LEAVE_OUT");
    assertThat(imports.find(run.id()).orElseThrow().conflicts()).isEqualTo(1);
    assertThat(imports.decide(99999, List.of())).isEqualTo(new DecideOutcome.NotFound(99999));
  }

  @Test
  void deletedSortedAndInsertedRowsDoNotConfuseIt() throws IOException {
    String first = created(draft.with("title", "First"));
    String second = created(draft.with("title", "Second"));
    String third = created(draft.with("title", "Third"));
    EditedSheet sheet = exported().keepSorted(first, second, third);
    theirs(second, draft -> draft.with("title", "Second by Ben"));
    sheet.delete(third).set(first, "Rationale", "By Anna").copy(first, null);
    sheet.set(null, "Title", "Inserted").set(null, "Revision", null).set(null, "Digest", null);

    ImportRun run = planned(sheet);

    assertThat(said(run))
        .containsExactly(
            "SAME " + second + " [] []", "CHANGED " + first + " [rationale] []", "NEW null [] []");
    assertThat(imports.missing(run.id(), 1000)).contains(RecordKey.of(third));
    apply(run);
    assertThat(attribute(second, "title")).isEqualTo("Second by Ben");
    assertThat(record(third).head().revision()).isEqualTo(1);
  }

  @Test
  void aCopiedRowIsFoundAndCanBeLeftOut() throws IOException {
    String key = created(draft.with("title", "Copied"));
    EditedSheet sheet = exported().keepSorted(key).copy(key, key).set(key, "Rationale", "First");

    ImportRun run = planned(sheet);

    assertThat(run.state()).isEqualTo(ImportState.REFUSED);
    assertThat(findings(run)).containsExactly("sheet “" + SHEET + "”, cell A3 DUPLICATE " + key);
    assertThat(said(run))
        .containsExactly("CHANGED " + key + " [rationale] []", "WRONG " + key + " [] []");

    ImportRun mended = decided(run, new Decision(2, null, Decision.Choice.LEAVE_OUT));
    assertThat(mended.state()).isEqualTo(ImportState.PLANNED);
    assertThat(mended.leftOut()).isEqualTo(1);
    assertThat(said(mended))
        .containsExactly("CHANGED " + key + " [rationale] []", "LEFT_OUT null [] []");
    assertThat(decided(run, new Decision(2, null, Decision.Choice.UNDECIDED)).state())
        .isEqualTo(ImportState.REFUSED);
    apply(decided(run, new Decision(2, null, Decision.Choice.LEAVE_OUT)));
    assertThat(attribute(key, "rationale")).isEqualTo("First");
    assertThat(imports.decide(run.id(), List.of())).isInstanceOf(DecideOutcome.NotDecidable.class);
  }

  @Test
  void aKeyThatWasPutOnAnotherRowIsFound() throws IOException {
    String first = created(draft.with("title", "Right row"));
    String second = created(draft.with("title", "Wrong row"));
    EditedSheet sheet = exported().keepSorted(first, second).delete(second);
    sheet.copy(first, second).delete(first);

    ImportRun run = planned(sheet);

    assertThat(findings(run)).hasSize(1).first().asString().endsWith(" WRONG_BASE 1");
    assertThat(said(run)).containsExactly("WRONG null [] []");
    assertThat(imports.findings(run.id(), 0, 10).getFirst().code())
        .isEqualTo(FindingCode.WRONG_BASE);
  }

  @Test
  void whatAnImportDidIsUndoneAsOneAct() throws IOException {
    String key = created(draft.with("title", "Undone").linked("derives_from", "B.1.1"));
    String staged = created(draft.with("title", "Only staged").at("DRAFT"));
    StoredRecord before = record(key);
    EditedSheet sheet = exported().keepSorted(key, staged).copy(key, null);
    sheet
        .set(null, "Title", "Made by import")
        .set(null, "Revision", null)
        .set(null, "Digest", null);
    sheet.set(key, "Title", "Done").set(key, "Section", "C.4.1.b").set(key, "Stage", "Parked");
    sheet.set(key, "Derives from", "B.1.2").set(staged, "Stage", "Peer review");
    ImportRun run = planned(sheet);
    assertThat(imports.undo(run.id(), OURS)).isEqualTo(new UndoOutcome.NotUndoable(run));
    apply(run);
    List<PlannedChange> changes = imports.changes(run.id(), null, 0, 10);
    String made = changes.getLast().key().toString();
    assertThat(imports.edits(run.id(), changes).get(2))
        .containsExactlyInAnyOrder(
            new PlannedChange.Edit("title", "Undone", "Done"),
            new PlannedChange.Edit("section", key("C.4.1.a"), key("C.4.1.b")),
            new PlannedChange.Edit("stage", "DRAFT", "PARKED"),
            new PlannedChange.Edit("derives_from", key("B.1.1"), key("B.1.2")));

    UndoOutcome outcome = imports.undo(run.id(), new ChangeNote("Anna", "Wrong workbook"));

    ImportRun undone = ((UndoOutcome.Undone) outcome).run();
    assertThat(undone.state()).isEqualTo(ImportState.UNDONE);
    assertThat(List.of(undone.undoneBy(), undone.undoNote()))
        .containsExactly("Anna", "Wrong workbook");
    assertThat(record(key).head().revision()).isEqualTo(3);
    assertThat(record(key).attributes()).isEqualTo(before.attributes());
    assertThat(record(key).links()).isEqualTo(before.links());
    assertThat(record(key).parent()).isEqualTo(before.parent());
    assertThat(record(key).stage()).isEqualTo("DRAFT");
    assertThat(revisions.at(RecordKey.of(key), 3).orElseThrow().digest())
        .isEqualTo(revisions.at(RecordKey.of(key), 1).orElseThrow().digest());
    assertThat(revisions.at(RecordKey.of(key), 3).orElseThrow().note()).isEqualTo("Wrong workbook");
    assertThat(record(staged).stage()).isEqualTo("DRAFT");
    assertThat(record(staged).head().revision()).isEqualTo(1);
    assertThat(record(made).stage()).isEqualTo("WITHDRAWN");
    assertThat(record(made).head().revision()).isEqualTo(1);
    assertThat(imports.undo(run.id(), OURS)).isEqualTo(new UndoOutcome.NotUndoable(undone));
    assertThat(imports.undo(99999, OURS)).isEqualTo(new UndoOutcome.NotFound(99999));
  }

  @Test
  void nothingIsUndoneThatOthersBuiltOn() throws IOException {
    String key = created(draft.with("title", "Built on"));
    EditedSheet sheet = exported().keepSorted(key).copy(key, null);
    sheet.set(null, "Title", "New one").set(null, "Revision", null).set(null, "Digest", null);
    ImportRun run = planned(sheet.set(key, "Title", "Built on, edited"));
    apply(run);
    String made = imports.changes(run.id(), null, 0, 10).getLast().key().toString();
    String other = created(draft.with("title", "Linking").linked("depends_on", made));
    theirs(key, draft -> draft.with("rationale", "More"));

    UndoOutcome outcome = imports.undo(run.id(), OURS);

    assertThat(((UndoOutcome.BuiltOn) outcome).findings())
        .extracting(f -> f.place().text() + " " + f.code() + " " + f.found())
        .containsExactly(
            "sheet “" + SHEET + "”, cell A2 BUILT_ON " + key + " was changed since",
            "sheet “" + SHEET + "”, cell A3 BUILT_ON " + other + " links to " + made);
    assertThat(record(made).stage()).isEqualTo("DRAFT");
    assertThat(attribute(key, "title")).isEqualTo("Built on, edited");
    assertThat(imports.find(run.id()).orElseThrow().state()).isEqualTo(ImportState.APPLIED);
  }

  @Test
  void rowsAreFilteredByKindTypeAndSection() throws IOException {
    String key = created(draft.with("title", "Filtered"));
    EditedSheet sheet = exported().keepSorted(key, "ESM-0001");
    ImportRun run = planned(sheet.set(key, "Title", "Filtered by kind"));

    assertThat(numbers(run, new PlannedChange.Filter(PlannedChange.Kind.CHANGED, null, null)))
        .containsExactly(1);
    assertThat(numbers(run, new PlannedChange.Filter(null, "electricity-meter-spec", null)))
        .containsExactly(1, 2);
    assertThat(numbers(run, new PlannedChange.Filter(null, "clause", null))).isEmpty();
    assertThat(numbers(run, new PlannedChange.Filter(null, null, RecordKey.of(key("C.4.1")))))
        .containsExactly(1, 2);
    assertThat(numbers(run, new PlannedChange.Filter(null, null, RecordKey.of(key("C.4.1.b")))))
        .isEmpty();
    assertThat(imports.sections(run.id(), 10)).containsExactly(RecordKey.of(key("C.4.1.a")));
  }

  private List<Integer> numbers(ImportRun run, PlannedChange.Filter filter) {
    return imports.changes(run.id(), filter, 0, 10).stream().map(PlannedChange::number).toList();
  }

  /// A record that Ben changed in every way after Anna had taken it away.
  private String conflicting() throws IOException {
    String key = created(draft.linked("derives_from", "B.1.1").at("DRAFT"));
    taken = exported().keepSorted(key);
    theirs(
        key,
        draft ->
            draft
                .with("title", "Timekeeping")
                .with("interfaces", List.of("HAN"))
                .below("C.4.1.b")
                .at("PEER")
                .linked("derives_from", "B.1.2"));
    return key;
  }

  private EditedSheet taken;

  private EditedSheet edited(String key) {
    return taken
        .set(key, "Title", "Clocks")
        .set(key, "Rationale", "Nobody else said why")
        .set(key, "Interfaces", "WAN; HAN")
        .set(key, "Section", "C.4.1.c")
        .set(key, "Stage", "Parked")
        .set(key, "Derives from", "B.1.1 (see there)");
  }

  private static Conflict undecided(String field, String base, String theirs, String ours) {
    return new Conflict(field, base, theirs, ours, Conflict.Choice.UNDECIDED);
  }

  private EditedSheet exported() throws IOException {
    Path file = Files.createTempFile(folder, "exported", ".xlsx");
    ExportOutcome.Export export =
        (ExportOutcome.Export) exports.workbook(new Exports.Wanted(METERS, false));
    try (OutputStream out = Files.newOutputStream(file)) {
      export.writer().write(out);
    }
    return EditedSheet.of(file, SHEET);
  }

  private ImportRun planned(EditedSheet sheet) throws IOException {
    Path file = sheet.write(Files.createTempFile(folder, "edited", ".xlsx"));
    return ((PlanOutcome.Planned) imports.plan("edited.xlsx", file, null, OURS)).run();
  }

  private ImportRun decided(ImportRun run, Decision... decisions) {
    return ((DecideOutcome.Planned) imports.decide(run.id(), List.of(decisions))).run();
  }

  private void apply(ImportRun run) {
    assertThat(imports.apply(run.id(), OURS)).isInstanceOf(ApplyOutcome.Applied.class);
  }

  private List<String> said(ImportRun run) {
    return imports.changes(run.id(), null, 0, 100).stream()
        .map(
            change ->
                change.kind()
                    + " "
                    + change.key()
                    + " "
                    + change.changed()
                    + " "
                    + change.conflicts().stream().map(c -> c.field() + " " + c.choice()).toList())
        .toList();
  }

  private List<String> findings(ImportRun run) {
    return imports.findings(run.id(), 0, 100).stream()
        .map(f -> f.place().text() + " " + f.code() + " " + f.found())
        .toList();
  }

  private String created(Drafts wanted) {
    return ((SaveOutcome.Created) revisions.create(wanted.draft(), THEIRS))
        .record()
        .key()
        .toString();
  }

  /// Changes a record in the catalogue.
  private void theirs(String key, UnaryOperator<Drafts> change) {
    StoredRecord record = record(key);
    Drafts now =
        new Drafts(
            record.type().name(),
            record.parent().toString(),
            null,
            record.stage(),
            record.attributes().json(),
            record.links().stream()
                .map(
                    l ->
                        new org.seccatalogue.record.LinkDraft(
                            l.type(), l.target().toString(), l.targetRevision(), l.note()))
                .toList());
    assertThat(revisions.save(record.key(), record.version(), change.apply(now).draft(), THEIRS))
        .isInstanceOf(SaveOutcome.Revised.class);
  }

  private StoredRecord record(String key) {
    return revisions.find(RecordKey.of(key)).orElseThrow();
  }

  private String attribute(String key, String name) {
    return record(key).attributes().get(name).asText();
  }

  private String key(String reference) {
    return revisions.named(reference).orElseThrow().key().toString();
  }
}
