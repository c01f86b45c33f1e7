package org.seccatalogue.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.mapping.HeaderText;
import org.seccatalogue.plan.rows.Conflict;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.testkit.Drafts;

/// Two people: one takes a workbook away and edits it, another changes the catalogue meanwhile.
@QuarkusTest
@NullUnmarked
class MergeIT {

  @Inject TwoPeople two;
  @Inject Imports imports;

  @TempDir Path folder;

  private final Drafts draft = Drafts.meter("Clock").below("C.4.1.a").with("rationale", "Because");

  @Test
  void whatOnlyTheWorkbookChangedIsTheOnlyChange() throws IOException {
    String key = two.created(draft);
    EditedSheet sheet = two.exported().keepSorted(key);
    two.theirs(key, it -> it.with("title", "Clock and calendar"));

    ImportRun run = two.planned(sheet.set(key, "Rationale", "Because of the hothouse"));

    assertThat(two.outcome(run)).containsExactly("CHANGED " + key + " [rationale] []");
    two.apply(run);
    assertThat(two.attribute(key, "title")).isEqualTo("Clock and calendar");
    assertThat(two.attribute(key, "rationale")).isEqualTo("Because of the hothouse");
    assertThat(two.record(key).head().revision()).isEqualTo(3);
  }

  @Test
  void whatOnlyTheCatalogueChangedStays() throws IOException {
    String key = two.created(draft.linked("derives_from", "B.1.1").at("DRAFT"));
    EditedSheet sheet = two.exported().keepSorted(key);
    two.theirs(
        key,
        it ->
            it.with("title", "Timekeeping")
                .with("interfaces", List.of("WAN", "HAN"))
                .below("C.4.1.b")
                .at("PEER")
                .linked("derives_from", "B.1.2"));

    ImportRun run = two.planned(sheet);

    assertThat(two.outcome(run)).containsExactly("SAME " + key + " [] []");
    assertThat(List.of(run.counts().changed(), run.counts().conflicts(), run.counts().same()))
        .containsExactly(0, 0, 1);
  }

  @Test
  void aStageThatMovedWithoutARevisionStays() throws IOException {
    String key = two.created(draft.at("DRAFT"));
    EditedSheet sheet = two.exported().keepSorted(key);
    two.theirs(key, it -> it.at("PEER"));
    assertThat(two.record(key).head().revision()).isEqualTo(1);

    assertThat(two.outcome(two.planned(sheet))).containsExactly("SAME " + key + " [] []");

    EditedSheet later = two.exported().keepSorted(key);
    assertThat(two.outcome(two.planned(later.set(key, "Stage", "Draft"))))
        .containsExactly("CHANGED " + key + " [stage] []");
  }

  @Test
  void aPureMoveIsNoConflictWithAnEditElsewhere() throws IOException {
    String key = two.created(draft.below("C.4.1.b"));
    two.theirs(key, it -> it.below("C.4.1.a"));
    EditedSheet sheet = two.exported().keepSorted(key);
    two.theirs(key, it -> it.below("C.4.1.c"));
    assertThat(two.record(key).head().revision()).isEqualTo(1);

    assertThat(two.outcome(two.planned(sheet))).containsExactly("SAME " + key + " [] []");
    assertThat(two.outcome(two.planned(sheet.set(key, "Rationale", "Another"))))
        .containsExactly("CHANGED " + key + " [rationale] []");
    EditedSheet later = two.exported().keepSorted(key).set(key, "Section", "C.4.1.d");
    ImportRun moving = two.planned(later);
    assertThat(imports.edits(moving.id(), two.rows(moving)).get(1))
        .containsExactly(new PlannedChange.Edit("section", "C.4.1.c", "C.4.1.d"));
    assertThat(two.rows(two.planned(sheet.set(key, "Section", "C.4.1.b"))).getFirst().conflicts())
        .containsExactly(
            undecided("section", two.key("C.4.1.a"), two.key("C.4.1.c"), two.key("C.4.1.b")));
  }

  @Test
  void referencesThatWereExchangedMeanWhatTheyMeant() throws IOException {
    String clause = clause("A.9000.1");
    String other = clause("A.9000.2");
    String section = section("C.9000.1");
    String next = section("C.9000.2");
    String key = two.created(draft.below("C.9000.1").linked("derives_from", "A.9000.1"));
    EditedSheet sheet = two.exported().keepSorted(key);
    exchange(clause, other);
    exchange(section, next);

    assertThat(two.outcome(two.planned(sheet))).containsExactly("SAME " + key + " [] []");

    two.theirs(key, it -> it.with("title", "Timekeeping"));
    assertThat(two.outcome(two.planned(sheet))).containsExactly("SAME " + key + " [] []");
  }

  @Test
  void anEditedCellMeansWhatItMeantAtTheExportAndItsEditorIsTold() throws IOException {
    String clause = clause("A.9000.3");
    String other = clause("A.9000.4");
    String key = two.created(draft.below("C.4.1.a").linked("derives_from", "A.9000.3"));
    EditedSheet sheet = two.exported().keepSorted(key);
    exchange(clause, other);

    ImportRun run = two.planned(sheet.set(key, "Derives from", "A.9000.3; A.9000.4"));
    assertThat(two.outcome(run)).containsExactly("CHANGED " + key + " [derives_from] []");
    String told = cell(sheet, "Derives from") + " REFERENCE_PASSED ";
    assertThat(two.findings(run)).containsExactlyInAnyOrder(told + "A.9000.3", told + "A.9000.4");
    two.apply(run);
    assertThat(two.record(key).links())
        .extracting(link -> link.target().toString())
        .containsExactlyInAnyOrder(clause, other);

    String single = two.created(draft.below("C.4.1.a").linked("derives_from", "A.9000.3"));
    EditedSheet again = two.exported().keepSorted(single);
    exchange(clause, other);
    ImportRun same = two.planned(again.set(single, "Derives from", "A.9000.4"));
    assertThat(two.outcome(same)).containsExactly("SAME " + single + " [] []");
    assertThat(two.findings(same)).hasSize(1);
    assertThat(two.findings(two.planned(again))).isEqualTo(two.findings(same));
  }

  @Test
  void linksThatDoNotFitInACellStay() throws IOException {
    Drafts wanted = draft.with("title", "Many sources");
    for (int i = 1; i <= 17; i++) {
      clause("A.9200." + i);
      wanted =
          wanted.linked(
              new LinkDraft("derives_from", "A.9200." + i, null, "why ".repeat(500).strip()));
    }
    String key = two.created(wanted);
    EditedSheet whole = two.exported();
    assertThat((String) whole.get(key, "Derives from"))
        .startsWith("A.9200.1 (why")
        .endsWith("\n(part 1 of 2, continues in the row below)");
    assertThat(two.outcome(two.planned(whole))).contains("SAME " + key + " [] []");
    assertThat(two.findings(two.planned(whole))).isEmpty();

    // as an earlier version wrote them
    EditedSheet sheet =
        two.exported()
            .set(key, "Derives from", "(not shown: 34212 characters do not fit in a cell)")
            .keepSorted(key);
    assertThat(two.outcome(two.planned(sheet))).containsExactly("SAME " + key + " [] []");
    ImportRun run = two.planned(sheet.set(key, "Rationale", "Another"));
    assertThat(two.outcome(run)).containsExactly("CHANGED " + key + " [rationale] []");
    assertThat(two.findings(run)).isEmpty();
    two.theirs(key, it -> it.with("title", "Very many sources"));
    two.apply(two.planned(sheet));
    assertThat(two.record(key).links()).hasSize(17);
  }

  @Test
  void aLinkThatStandsInACellTwiceIsRefused() throws IOException {
    String key = two.created(draft.linked("derives_from", "B.1.2"));
    EditedSheet sheet = two.exported().keepSorted(key);
    String twice = "B.1.2; " + two.key("B.1.2");

    ImportRun run = two.planned(sheet.set(key, "Derives from", twice));
    assertThat(two.findings(run))
        .containsExactly(cell(sheet, "Derives from") + " DUPLICATE " + two.key("B.1.2"));

    two.theirs(key, it -> it.with("title", "Timekeeping"));
    assertThat(two.findings(two.planned(sheet))).isEqualTo(two.findings(run));
  }

  @Test
  void whatStandsBesideTheDigestIsCheckedWithIt() throws IOException {
    String key = two.created(draft.linked("derives_from", "B.1.2"));
    String other = two.key("B.1.1");
    String written = (String) two.exported().get(key, "Digest");
    assertThat(written).contains("B.1.2=" + two.key("B.1.2"));

    ImportRun edited = two.planned(digest(key, written.replace(two.key("B.1.2"), other)));
    assertThat(two.findings(edited))
        .containsExactly(
            cell(two.exported(), "Digest")
                + " WRONG_BASE "
                + written.substring(0, written.indexOf(' ')));
    assertThat(edited.problems().errors()).isEqualTo(1);

    String cut = written.substring(0, written.lastIndexOf(" #")).replace(two.key("B.1.2"), other);
    ImportRun unchecked = two.planned(digest(key, cut));
    assertThat(two.outcome(unchecked)).containsExactly("SAME " + key + " [] []");
    assertThat(List.of(unchecked.problems().errors(), unchecked.problems().warnings()))
        .containsExactly(0, 1);
  }

  /// A cell of the only row.
  private static String cell(EditedSheet sheet, String header) {
    return new Place.Cell(TwoPeople.SHEET, 2, sheet.columnOf(header)).text();
  }

  private EditedSheet digest(String key, String text) throws IOException {
    return two.exported().keepSorted(key).set(key, "Digest", text);
  }

  private String clause(String reference) {
    return two.created(
        Drafts.of("clause").with("reference", reference).with("title", "Clause " + reference));
  }

  private String section(String reference) {
    return two.created(
        Drafts.of("section").with("reference", reference).with("title", "Section " + reference));
  }

  private void exchange(String one, String another) {
    String first = two.attribute(one, "reference");
    String second = two.attribute(another, "reference");
    two.theirs(one, it -> it.below(null).with("reference", "Z.9000"));
    two.theirs(another, it -> it.below(null).with("reference", first));
    two.theirs(one, it -> it.below(null).with("reference", second));
  }

  @Test
  void whatBothChangedToTheSameIsTheSame() throws IOException {
    String key = two.created(draft);
    EditedSheet sheet = two.exported().keepSorted(key);
    two.theirs(key, it -> it.with("title", "Timekeeping").with("interfaces", List.of("HAN")));

    ImportRun run =
        two.planned(sheet.set(key, "Title", "Timekeeping").set(key, "Interfaces", "HAN"));

    assertThat(two.outcome(run)).containsExactly("SAME " + key + " [] []");
  }

  @Test
  void whatBothChangedDifferentlyWaitsForADecision() throws IOException {
    String key = conflicting();
    ImportRun run = two.planned(edited(key));

    PlannedChange change = two.rows(run).getFirst();
    assertThat(change.kind()).isEqualTo(PlannedChange.Kind.CONFLICT);
    assertThat(change.changed())
        .containsExactly("interfaces", "rationale", "title", "section", "derives_from", "stage");
    assertThat(change.conflicts())
        .containsExactly(
            undecided("title", "Clock", "Timekeeping", "Clocks"),
            undecided(
                "interfaces", "WAN interface", "HAN interface", "WAN interface; HAN interface"),
            undecided("section", two.key("C.4.1.a"), two.key("C.4.1.b"), two.key("C.4.1.c")),
            undecided(
                "derives_from",
                two.key("B.1.1"),
                two.key("B.1.1") + "; " + two.key("B.1.2"),
                two.key("B.1.1") + " (see there)"),
            undecided("stage", "DRAFT", "PEER", "PARKED"));
    assertThat(
            List.of(
                run.counts().changed(),
                run.selection().undecided(),
                run.counts().same(),
                run.problems().errors()))
        .containsExactly(0, 1, 0, 0);

    ApplyOutcome outcome = imports.apply(run.id(), TwoPeople.MEMBER);
    assertThat(((ApplyOutcome.Undecided) outcome).findings())
        .extracting(f -> f.place().text() + " " + f.code() + " " + f.found())
        .containsExactly("sheet “" + TwoPeople.SHEET + "”, cell A2 UNDECIDED " + key);
    assertThat(two.record(key).head().revision()).isEqualTo(2);
  }

  @Test
  void aRowCanBeDecidedAsAWhole() throws IOException {
    String key = conflicting();
    ImportRun run = two.planned(edited(key));

    ImportRun theirs = two.decided(run, new Decision(1, null, Conflict.Choice.THEIRS));
    assertThat(List.of(theirs.counts().conflicts(), theirs.selection().undecided()))
        .containsExactly(1, 0);

    ImportRun ours = two.decided(run, new Decision(1, null, Conflict.Choice.OURS));
    assertThat(List.of(ours.counts().conflicts(), ours.selection().undecided()))
        .containsExactly(1, 0);
    two.apply(ours);
    assertThat(two.outcome(ours).getFirst())
        .startsWith(
            "CHANGED "
                + key
                + " [interfaces, rationale, title, section, derives_from, stage] [title OURS,");
    assertThat(two.attribute(key, "title")).isEqualTo("Clocks");
    assertThat(two.record(key).attributes().get("interfaces")).hasToString("[\"WAN\",\"HAN\"]");
    assertThat(two.record(key).parent()).hasToString(two.key("C.4.1.c"));
    assertThat(two.record(key).stage()).isEqualTo("PARKED");
    assertThat(two.record(key).links())
        .containsExactly(new Link("derives_from", RecordKey.of(two.key("B.1.1")), 1, "see there"));
  }

  /// A stage that cannot be come to any more is decided like anything else, not an error: it may be
  /// left to the catalogue.
  @Test
  void aStageThatTheCataloguePassedWaitsForADecision() throws IOException {
    String key = two.created(draft.at("DRAFT"));
    two.theirs(key, it -> it.at("PEER"));
    EditedSheet sheet = two.exported().keepSorted(key);
    two.theirs(key, it -> it.at("WITHDRAWN"));
    ImportRun run = two.planned(sheet.set(key, "Stage", "Blocked"));
    assertThat(two.findings(run)).isEmpty();
    assertThat(two.outcome(run)).containsExactly("CONFLICT " + key + " [stage] [stage UNDECIDED]");
    assertThat(two.rows(run).getFirst().conflicts())
        .containsExactly(undecided("stage", "PEER", "WITHDRAWN", "BLOCKED"));

    ImportRun ours = two.decided(run, new Decision(1, null, Conflict.Choice.OURS));
    assertThat(imports.apply(ours.id(), TwoPeople.MEMBER))
        .isNotInstanceOf(ApplyOutcome.Applied.class);
    assertThat(two.record(key).stage()).isEqualTo("WITHDRAWN");

    two.apply(two.decided(run, new Decision(1, null, Conflict.Choice.THEIRS)));
    assertThat(two.outcome(run)).containsExactly("SAME " + key + " [] [stage THEIRS]");
    assertThat(two.record(key).stage()).isEqualTo("WITHDRAWN");
  }

  @Test
  void aRowThatKeepsAllOfTheCatalogueChangesNothing() throws IOException {
    String key = two.created(draft);
    EditedSheet sheet = two.exported().keepSorted(key);
    two.theirs(key, it -> it.with("title", "Timekeeping"));
    ImportRun run = two.planned(sheet.set(key, "Title", "Clocks"));

    two.apply(two.decided(run, new Decision(1, null, Conflict.Choice.THEIRS)));

    assertThat(two.outcome(run)).containsExactly("SAME " + key + " [] [title THEIRS]");
    assertThat(two.attribute(key, "title")).isEqualTo("Timekeeping");
    assertThat(two.record(key).head().revision()).isEqualTo(2);
  }

  @Test
  void aDefaultDecidesAllThatIsUndecided() throws IOException {
    String first = two.created(draft.with("title", "One"));
    String second = two.created(draft.with("title", "Two"));
    EditedSheet sheet = two.exported().keepSorted(first, second);
    two.theirs(first, it -> it.with("title", "One by Drafter"));
    two.theirs(second, it -> it.with("title", "Two by Drafter"));
    ImportRun run =
        two.planned(
            sheet.set(first, "Title", "One by Member").set(second, "Title", "Two by Member"));
    assertThat(run.selection().undecided()).isEqualTo(2);

    two.decided(run, new Decision(1, "title", Conflict.Choice.THEIRS));
    ImportRun all =
        ((DecideOutcome.Decided) imports.decideAll(run.id(), Conflict.Choice.OURS, true)).run();

    assertThat(all.selection().undecided()).isZero();
    two.apply(all);
    assertThat(two.attribute(second, "title")).isEqualTo("Two by Drafter");
    assertThat(two.attribute(first, "title")).isEqualTo("One by Member");
  }

  @Test
  void eachCellCanBeDecidedAndDecidedAnew() throws IOException {
    String key = conflicting();
    ImportRun run = two.planned(edited(key));

    ImportRun some =
        two.decided(
            run,
            new Decision(1, null, Conflict.Choice.THEIRS),
            new Decision(1, "title", Conflict.Choice.OURS),
            new Decision(1, "stage", Conflict.Choice.UNDECIDED));
    assertThat(some.selection().undecided()).isEqualTo(1);
    ImportRun all = two.decided(run, new Decision(1, "stage", Conflict.Choice.THEIRS));
    assertThat(all.selection().undecided()).isZero();
    two.apply(all);
    assertThat(two.outcome(all))
        .containsExactly(
            "CHANGED "
                + key
                + " [rationale, title] [title OURS, interfaces THEIRS, section THEIRS,"
                + " derives_from THEIRS, stage THEIRS]");
    assertThat(two.attribute(key, "title")).isEqualTo("Clocks");
    assertThat(two.attribute(key, "rationale")).isEqualTo("Nobody else said why");
    assertThat(two.record(key).attributes().get("interfaces")).hasToString("[\"HAN\"]");
    assertThat(two.record(key).stage()).isEqualTo("DRAFT");
    assertThat(two.record(key).parent()).hasToString(two.key("C.4.1.b"));
    assertThat(two.record(key).links())
        .extracting(link -> link.target().toString())
        .containsExactly(two.key("B.1.1"), two.key("B.1.2"));
  }

  @Test
  void wrongDecisionsAreRefusedTogether() throws IOException {
    String key = conflicting();
    ImportRun run = two.planned(edited(key));

    DecideOutcome outcome =
        imports.decide(
            run.id(),
            List.of(
                new Decision(9, null, Conflict.Choice.OURS),
                new Decision(1, "rationale", Conflict.Choice.OURS),
                new Decision(1, "stage", Conflict.Choice.OURS)));

    assertThat(((DecideOutcome.Refused) outcome).findings())
        .extracting(f -> f.place().text() + " " + f.code() + " " + f.found())
        .containsExactly(
            "/decisions/0/row BAD_VALUE 9", "/decisions/1/field UNKNOWN_FIELD rationale");
    assertThat(imports.find(run.id()).orElseThrow().selection().undecided()).isEqualTo(1);
    assertThat(imports.decide(99999, List.of())).isEqualTo(new DecideOutcome.NotFound(99999));
  }

  @Test
  void deletedSortedAndInsertedRowsDoNotConfuseIt() throws IOException {
    String first = two.created(draft.with("title", "First"));
    String second = two.created(draft.with("title", "Second"));
    String third = two.created(draft.with("title", "Third"));
    EditedSheet sheet = two.exported().keepSorted(first, second, third);
    two.theirs(second, it -> it.with("title", "Second by Drafter"));
    sheet.delete(third).set(first, "Rationale", "By Member").copy(first, null);
    sheet.set(null, "Title", "Inserted").set(null, "Revision", null).set(null, "Digest", null);

    ImportRun run = two.planned(sheet);

    assertThat(two.outcome(run))
        .containsExactly(
            "SAME " + second + " [] []", "CHANGED " + first + " [rationale] []", "NEW null [] []");
    assertThat(imports.missing(run.id(), 1000)).contains(RecordKey.of(third));
    two.apply(run);
    assertThat(two.attribute(second, "title")).isEqualTo("Second by Drafter");
    assertThat(two.record(third).head().revision()).isEqualTo(1);
  }

  private static Finding copied(String key, int row, int other) {
    return Finding.error(
        FindingCode.DUPLICATE,
        new Place.Cell(TwoPeople.SHEET, row, 0),
        key,
        "one row for each record; row "
            + other
            + " of “Electricity meter specs” means this one too."
            + " A copied row makes a new record if its key is empty and its title another one");
  }

  @Test
  void aCopiedRowIsFoundWithBothRows() throws IOException {
    String key = two.created(draft.with("title", "Copied"));
    EditedSheet sheet =
        two.exported().keepSorted(key).copy(key, key).set(key, "Rationale", "First");

    ImportRun run = two.planned(sheet);

    assertThat(run.state()).isEqualTo(ImportState.REFUSED);
    assertThat(imports.findings(run.id(), 0, 10))
        .containsExactly(copied(key, 2, 3), copied(key, 3, 2));
    assertThat(imports.decide(run.id(), List.of())).isEqualTo(new DecideOutcome.NotDecidable(run));
  }

  @Test
  void aKeyThatWasTypedOverAnotherOneIsToldInWords() throws IOException {
    String first = two.created(draft.with("title", "Right row"));
    String second = two.created(draft.with("title", "Wrong row"));
    EditedSheet sheet = two.exported().keepSorted(first, second).delete(second);
    sheet.copy(first, second).delete(first);

    ImportRun run = two.planned(sheet);

    assertThat(two.outcome(run)).isEmpty();
    assertThat(imports.findings(run.id(), 0, 10))
        .containsExactly(
            Finding.error(
                FindingCode.WRONG_BASE,
                new Place.Cell(TwoPeople.SHEET, 2, 0),
                second,
                "a row that was exported as "
                    + second
                    + "; this one was exported as "
                    + first
                    + ", revision 1, and another key was typed over it. Put the right key back, or"
                    + " leave key and revision empty for a new record"));
  }

  @Test
  void aRevisionThatIsNotThereAndADigestThatDoesNotMatchAreFound() throws IOException {
    String first = two.created(draft.with("title", "Later"));
    String second = two.created(draft.with("title", "Other"));
    EditedSheet sheet = two.exported().keepSorted(first, second);
    sheet.set(first, "Revision", 7).set(second, "Digest", "0".repeat(64) + " DRAFT");

    ImportRun run = two.planned(sheet);

    int revision = sheet.columnOf("Revision");
    assertThat(imports.findings(run.id(), 0, 10))
        .extracting(f -> f.place() + " " + f.code() + " " + f.found() + ": " + f.expected())
        .containsExactly(
            new Place.Cell(TwoPeople.SHEET, 3, revision)
                + " WRONG_BASE 7: the number of a revision of "
                + first
                + ": 1",
            new Place.Cell(TwoPeople.SHEET, 2, 0)
                + " WRONG_BASE "
                + second
                + ": a row that was exported as "
                + second
                + "; its digest matches no record of this catalogue, so its key, revision"
                + " or digest was changed, or it comes from another catalogue. Put the right key"
                + " back, or leave key and revision empty for a new record");
  }

  @Test
  void aRowWithoutItsRevisionIsWarnedOf() throws IOException {
    String key = two.created(draft);
    EditedSheet sheet = two.exported().keepSorted(key);
    two.theirs(key, it -> it.with("title", "Timekeeping"));

    ImportRun run = two.planned(sheet.set(key, "Revision", null));

    assertThat(two.outcome(run)).containsExactly("CHANGED " + key + " [title] []");
    assertThat(two.findings(run))
        .containsExactlyInAnyOrder(
            cell(sheet, "Title") + " TAKES_BACK Clock",
            cell(sheet, "Revision") + " WRONG_BASE null");
  }

  @Test
  void whatWasWithdrawnMeanwhileIsAConflictWhereItWasEdited() throws IOException {
    String edited = two.created(draft.with("title", "Edited"));
    String left = two.created(draft.with("title", "Left alone"));
    EditedSheet sheet = two.exported().keepSorted(edited, left);
    two.theirs(edited, it -> it.at("WITHDRAWN"));
    two.theirs(left, it -> it.at("WITHDRAWN"));

    ImportRun run = two.planned(sheet.set(edited, "Rationale", "Still wanted"));

    assertThat(two.outcome(run))
        .containsExactly(
            "SAME " + left + " [] []",
            "CONFLICT " + edited + " [rationale, stage] [stage UNDECIDED]");
    two.apply(two.decided(run, new Decision(2, null, Conflict.Choice.OURS)));
    assertThat(two.record(edited).stage()).isEqualTo("DRAFT");
    assertThat(two.record(left).stage()).isEqualTo("WITHDRAWN");
  }

  @Test
  void aWorkbookThatALibraryEditedInPlaceIsMerged() throws IOException {
    String key = two.created(draft.with("title", "Edited in place"));
    Path file = two.exportedFile();
    two.theirs(key, it -> it.with("title", "Edited by Drafter"));
    Path edited = folder.resolve("edited-in-place.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file));
        OutputStream out = Files.newOutputStream(edited)) {
      XSSFSheet sheet = workbook.getSheet(TwoPeople.SHEET);
      Row row = row(sheet, key);
      // POI leaves the text that it found in the cell beside the value that it sets.
      row.getCell(cell(sheet.getRow(0), "Rationale")).setCellValue("By a script");
      workbook.write(out);
    }

    ImportRun run = two.planned(edited);

    assertThat(two.findings(run)).isEmpty();
    assertThat(two.outcome(run)).contains("CHANGED " + key + " [rationale] []");
    assertThat(run.counts().changed()).isEqualTo(1);
    two.apply(run);
    assertThat(two.attribute(key, "title")).isEqualTo("Edited by Drafter");
    assertThat(two.attribute(key, "rationale")).isEqualTo("By a script");
  }

  private static Row row(XSSFSheet sheet, String key) {
    for (Row row : sheet) {
      if (row.getCell(0).getStringCellValue().equals(key)) {
        return row;
      }
    }
    throw new AssertionError(key);
  }

  private static int cell(Row header, String name) {
    for (Cell cell : header) {
      if (HeaderText.folded(cell.getStringCellValue()).equals(HeaderText.folded(name))) {
        return cell.getColumnIndex();
      }
    }
    throw new AssertionError(name);
  }

  /// A record that the drafter changed in every way after the member had taken it away.
  private String conflicting() throws IOException {
    String key = two.created(draft.linked("derives_from", "B.1.1").at("DRAFT"));
    taken = two.exported().keepSorted(key);
    two.theirs(
        key,
        it ->
            it.with("title", "Timekeeping")
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
}
