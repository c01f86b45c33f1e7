package org.seccatalogue.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.testkit.Drafts;

/// An import is taken back as one act, or not at all.
@QuarkusTest
@NullUnmarked
class ImportUndoIT {

  @Inject TwoPeople two;
  @Inject Imports imports;
  @Inject Revisions revisions;

  private final Drafts draft = Drafts.meter("Clock").below("C.4.1.a").with("rationale", "Because");

  @Test
  void whatAnImportDidIsUndoneAsOneAct() throws IOException {
    String key = two.created(draft.with("title", "Undone").linked("derives_from", "B.1.1"));
    String staged = two.created(draft.with("title", "Only staged").at("DRAFT"));
    StoredRecord before = two.record(key);
    EditedSheet sheet = two.exported().keepSorted(key, staged).copy(key, null);
    sheet
        .set(null, "Title", "Made by import")
        .set(null, "Revision", null)
        .set(null, "Digest", null);
    sheet.set(key, "Title", "Done").set(key, "Section", "C.4.1.b").set(key, "Stage", "Parked");
    sheet.set(key, "Derives from", "B.1.2").set(staged, "Stage", "Peer review");
    ImportRun run = two.planned(sheet);
    assertThat(imports.undo(run.id(), TwoPeople.MEMBER))
        .isEqualTo(new UndoOutcome.NotUndoable(run));
    two.apply(run);
    List<PlannedChange> changes = two.rows(run);
    String made = changes.getLast().key().toString();
    assertThat(imports.edits(run.id(), changes).get(2))
        .containsExactlyInAnyOrder(
            new PlannedChange.Edit("title", "Undone", "Done"),
            new PlannedChange.Edit("section", "C.4.1.a", "C.4.1.b"),
            new PlannedChange.Edit("stage", "DRAFT", "PARKED"),
            new PlannedChange.Edit("derives_from", "B.1.1", "B.1.2"));

    UndoOutcome outcome = imports.undo(run.id(), new ChangeNote("SMDG member", "Wrong workbook"));

    ImportRun undone = ((UndoOutcome.Undone) outcome).run();
    assertThat(undone.state()).isEqualTo(ImportState.UNDONE);
    assertThat(List.of(undone.course().undoneBy(), undone.course().undoNote()))
        .containsExactly("SMDG member", "Wrong workbook");
    assertThat(two.record(key).head().revision()).isEqualTo(3);
    assertThat(two.record(key).attributes()).isEqualTo(before.attributes());
    assertThat(two.record(key).links()).isEqualTo(before.links());
    assertThat(two.record(key).parent()).isEqualTo(before.parent());
    assertThat(two.record(key).stage()).isEqualTo("DRAFT");
    assertThat(revisions.at(RecordKey.of(key), 3).orElseThrow().digest())
        .isEqualTo(revisions.at(RecordKey.of(key), 1).orElseThrow().digest());
    assertThat(revisions.at(RecordKey.of(key), 3).orElseThrow().note()).isEqualTo("Wrong workbook");
    assertThat(two.record(staged).stage()).isEqualTo("DRAFT");
    assertThat(two.record(staged).head().revision()).isEqualTo(1);
    assertThat(two.record(made).stage()).isEqualTo("WITHDRAWN");
    assertThat(two.record(made).head().revision()).isEqualTo(1);
    assertThat(imports.undo(run.id(), TwoPeople.MEMBER))
        .isEqualTo(new UndoOutcome.NotUndoable(undone));
    assertThat(imports.undo(99999, TwoPeople.MEMBER)).isEqualTo(new UndoOutcome.NotFound(99999));
  }

  @Test
  void nothingIsUndoneThatOthersBuiltOn() throws IOException {
    String key = two.created(draft.with("title", "Built on"));
    EditedSheet sheet = two.exported().keepSorted(key).copy(key, null);
    sheet.set(null, "Title", "New one").set(null, "Revision", null).set(null, "Digest", null);
    ImportRun run = two.planned(sheet.set(key, "Title", "Built on, edited"));
    two.apply(run);
    String made = two.rows(run).getLast().key().toString();
    String other = two.created(draft.with("title", "Linking").linked("depends_on", made));
    two.theirs(key, it -> it.with("rationale", "More"));

    UndoOutcome outcome = imports.undo(run.id(), TwoPeople.MEMBER);

    assertThat(((UndoOutcome.BuiltOn) outcome).findings())
        .extracting(f -> f.place().text() + " " + f.code() + " " + f.found())
        .containsExactly(
            "sheet “" + TwoPeople.SHEET + "”, cell A2 BUILT_ON " + key + " was changed since",
            "sheet “" + TwoPeople.SHEET + "”, cell A3 BUILT_ON " + other + " links to " + made);
    assertThat(two.record(made).stage()).isEqualTo("DRAFT");
    assertThat(two.attribute(key, "title")).isEqualTo("Built on, edited");
    assertThat(imports.find(run.id()).orElseThrow().state()).isEqualTo(ImportState.APPLIED);
  }

  /// What others put below a record that an import made and withdrew again is at an end with it, as
  /// after any withdrawal.
  @Test
  void whatIsWithdrawnBelowANewRecordDoesNotKeepIt() throws IOException {
    String key = two.created(draft.with("title", "Above"));
    EditedSheet sheet = two.exported().keepSorted(key).copy(key, null);
    sheet.set(null, "Title", "New above").set(null, "Revision", null).set(null, "Digest", null);
    ImportRun run = two.planned(sheet);
    two.apply(run);
    String made = two.rows(run).getLast().key().toString();
    String below = two.created(draft.with("title", "Below").below(made));

    UndoOutcome kept = imports.undo(run.id(), TwoPeople.MEMBER);

    assertThat(((UndoOutcome.BuiltOn) kept).findings())
        .extracting(f -> f.code() + " " + f.found() + " " + f.expected())
        .containsExactly(
            "BAD_STAGE Withdrawn a stage in which the record stays proposed, as long as "
                + below
                + " stands below it");
    two.theirs(below, it -> it.at("WITHDRAWN"));
    assertThat(imports.undo(run.id(), TwoPeople.MEMBER)).isInstanceOf(UndoOutcome.Undone.class);
    assertThat(two.record(made).stage()).isEqualTo("WITHDRAWN");
  }

  @Test
  void aMovedRecordGoesBackToItsOldPlace() throws IOException {
    String first = two.created(draft.with("title", "Before").below("C.4.1.b"));
    String moved = two.created(draft.with("title", "Between").below("C.4.1.b"));
    String last = two.created(draft.with("title", "Behind").below("C.4.1.b"));
    EditedSheet sheet = two.exported().keepSorted(moved).set(moved, "Section", "C.4.1.c");
    ImportRun run = two.planned(sheet);
    two.apply(run);
    assertThat(two.record(moved).parent()).hasToString(two.key("C.4.1.c"));

    assertThat(imports.undo(run.id(), TwoPeople.MEMBER)).isInstanceOf(UndoOutcome.Undone.class);

    assertThat(two.record(moved).parent()).hasToString(two.key("C.4.1.b"));
    given()
        .get("/records/" + moved)
        .then()
        .body(containsString("Moved back by an undo from C.4.1.c to C.4.1.b"))
        .body(containsString("Moved from C.4.1.b to C.4.1.c"));
    given()
        .get("/api/v1/records/" + moved + "/history")
        .then()
        .body("items.findAll { it.kind == 'MOVED' }.undone", contains(true, null));
    assertThat(
            List.of(
                two.record(first).head().path(),
                two.record(moved).head().path(),
                two.record(last).head().path()))
        .isSorted();
  }

  @Test
  void whereItsOldPlaceIsTakenItGoesBehindTheOneThere() throws IOException {
    String first = two.created(draft.with("title", "Stays").below("C.4.1.b"));
    String moved = two.created(draft.with("title", "Goes").below("C.4.1.b"));
    EditedSheet sheet = two.exported().keepSorted(moved).set(moved, "Section", "C.4.1.c");
    ImportRun run = two.planned(sheet);
    two.apply(run);
    String taken = two.created(draft.with("title", "Sits there now").below("C.4.1.b"));
    String last = two.created(draft.with("title", "Comes after").below("C.4.1.b"));

    assertThat(imports.undo(run.id(), TwoPeople.MEMBER)).isInstanceOf(UndoOutcome.Undone.class);

    assertThat(
            List.of(
                two.record(first).head().path(),
                two.record(taken).head().path(),
                two.record(moved).head().path(),
                two.record(last).head().path()))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void whatWasUndoneIsBroughtBackWhenItIsImportedAgain() throws IOException {
    String key = two.created(draft.with("title", "Model"));
    EditedSheet sheet = two.exported().keepSorted(key).copy(key, null).delete(key);
    sheet.set(null, "Title", "Comes again").set(null, "Revision", null).set(null, "Digest", null);
    sheet.set(null, "Stage", null);
    ImportRun run = two.planned(sheet);
    two.apply(run);
    String made = two.rows(run).getFirst().key().toString();
    assertThat(imports.undo(run.id(), TwoPeople.MEMBER)).isInstanceOf(UndoOutcome.Undone.class);

    ImportRun again = two.planned(sheet);

    assertThat(two.outcome(again)).containsExactly("CHANGED " + made + " [stage] []");
    assertThat(imports.findings(again.id(), 0, 10))
        .extracting(f -> f.severity() + " " + f.code() + " " + f.expected())
        .containsExactly(
            "WARNING WITHDRAWN a record that is not withdrawn; "
                + made
                + " says the same and is brought back; the row is applied only if you select it");
    two.apply(again);
    assertThat(two.record(made).stage()).isEqualTo("WITHDRAWN");

    sheet.set(null, "Rationale", "Another");
    ImportRun differing = two.planned(sheet);
    assertThat(imports.findings(differing.id(), 0, 10))
        .extracting(f -> f.code() + " " + f.expected())
        .anyMatch(f -> f.contains(made + " is brought back with other words in: Rationale; the"));
    imports.choose(differing.id(), List.of(1), true);
    two.apply(differing);
    assertThat(two.record(made).stage()).isEqualTo("DRAFT");
  }

  @Test
  void whatWasWithdrawnByAnImportIsBackAfterItsUndo() throws IOException {
    String kept = two.created(draft.with("title", "In the workbook").below("C.4.1.d"));
    String gone = two.created(draft.with("title", "Not in it").below("C.4.1.d").at("PEER"));
    ImportRun run = two.planned(two.exported().keepSorted(kept));
    PlannedChange missing = imports.changes(run.id(), null, 1, 10).getFirst();
    assertThat(missing.key()).hasToString(gone);
    imports.choose(run.id(), List.of(missing.number()), true);
    two.apply(run);
    assertThat(two.record(gone).stage()).isEqualTo("WITHDRAWN");

    assertThat(imports.undo(run.id(), TwoPeople.MEMBER)).isInstanceOf(UndoOutcome.Undone.class);

    assertThat(two.record(gone).stage()).isEqualTo("PEER");
    assertThat(two.record(gone).head().revision()).isEqualTo(1);
    assertThat(two.record(kept).version().version()).isEqualTo(1);
  }

  @Test
  void newWordsFallToTheirStageAndComeBackToTheOneTheyHadReached() throws IOException {
    String key = two.created(draft.with("title", "Reviewed"));
    two.theirs(key, record -> record.at("PEER"));
    ImportRun run =
        two.planned(two.exported().keepSorted(key).set(key, "Title", "Reviewed, reworded"));

    assertThat(two.rows(run).getFirst().effect().fallsTo()).isEqualTo("DRAFT");
    two.apply(run);
    assertThat(two.record(key).stage()).isEqualTo("DRAFT");

    assertThat(imports.undo(run.id(), TwoPeople.MEMBER)).isInstanceOf(UndoOutcome.Undone.class);
    assertThat(two.record(key).stage()).isEqualTo("PEER");
    assertThat(two.attribute(key, "title")).isEqualTo("Reviewed");
  }

  @Test
  void editorialWordsKeepTheirStageWhereTheWorkflowLetsThem() throws IOException {
    String key = two.created(draft.with("title", "Editorial"));
    two.theirs(key, record -> record.at("PEER"));
    ImportRun run =
        two.planned(two.exported().keepSorted(key).set(key, "Title", "Editorial words"));

    assertThat(imports.apply(run.id(), TwoPeople.MEMBER, true))
        .isInstanceOf(ApplyOutcome.Applied.class);
    assertThat(two.record(key).stage()).isEqualTo("PEER");
  }
}
