package org.seccatalogue.imports;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullUnmarked;
import org.seccatalogue.export.ExportOutcome;
import org.seccatalogue.export.Exports;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.RecordQuery;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.testkit.Drafts;

/// The member takes a workbook of meter specifications away and edits it; the drafter changes the
/// catalogue meanwhile.
@Dependent
@NullUnmarked
final class TwoPeople {

  static final ChangeNote MEMBER = new ChangeNote("SMDG member", "Back from the meeting");
  static final ChangeNote DRAFTER = new ChangeNote("Metering drafter", "Meanwhile");
  static final String SHEET = "Electricity meter specs";

  private static final RecordQuery METERS =
      new RecordQuery("electricity-meter-spec", null, null, null, List.of(), null, 1);

  private final Exports exports;
  private final Imports imports;
  private final Revisions revisions;

  TwoPeople(Exports exports, Imports imports, Revisions revisions) {
    this.exports = exports;
    this.imports = imports;
    this.revisions = revisions;
  }

  /// A file that goes when the tests end.
  static Path temporary(String name, String ending) throws IOException {
    Path file = Files.createTempFile(name, ending);
    file.toFile().deleteOnExit();
    return file;
  }

  EditedSheet exported() throws IOException {
    return EditedSheet.of(exportedFile(), SHEET);
  }

  Path exportedFile() throws IOException {
    Path file = temporary("exported", ".xlsx");
    ExportOutcome.Export export =
        (ExportOutcome.Export) exports.workbook(new Exports.Wanted(METERS, false));
    try (OutputStream out = Files.newOutputStream(file)) {
      export.writer().write(out);
    }
    return file;
  }

  ImportRun planned(EditedSheet sheet) throws IOException {
    return planned(sheet.write(temporary("edited", ".xlsx")));
  }

  ImportRun planned(Path file) {
    return ((PlanOutcome.Planned) imports.plan("edited.xlsx", file, null, MEMBER)).run();
  }

  ImportRun decided(ImportRun run, Decision... decisions) {
    return ((DecideOutcome.Decided) imports.decide(run.id(), List.of(decisions))).run();
  }

  void apply(ImportRun run) {
    assertThat(imports.apply(run.id(), MEMBER)).isInstanceOf(ApplyOutcome.Applied.class);
  }

  List<String> outcome(ImportRun run) {
    return rows(run).stream()
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

  /// The changes of the rows of the workbook.
  List<PlannedChange> rows(ImportRun run) {
    return imports.changes(run.id(), null, 0, 1000).stream()
        .filter(change -> change.kind() != PlannedChange.Kind.MISSING)
        .toList();
  }

  List<String> findings(ImportRun run) {
    return imports.findings(run.id(), 0, 100).stream()
        .map(f -> f.place().text() + " " + f.code() + " " + f.found())
        .toList();
  }

  String created(Drafts wanted) {
    return ((SaveOutcome.Created) revisions.create(wanted.draft(), DRAFTER))
        .record()
        .key()
        .toString();
  }

  /// Changes a record in the catalogue.
  void theirs(String key, UnaryOperator<Drafts> change) {
    StoredRecord record = record(key);
    Drafts now =
        new Drafts(
            record.type().name(),
            record.parent() == null ? null : record.parent().toString(),
            org.seccatalogue.record.PlaceWish.NONE,
            record.stage(),
            record.attributes().json(),
            record.links().stream()
                .map(
                    l ->
                        new LinkDraft(
                            l.type(), l.target().toString(), l.targetRevision(), l.note()))
                .toList());
    assertThat(revisions.save(record.key(), record.version(), change.apply(now).draft(), DRAFTER))
        .isInstanceOfAny(SaveOutcome.Revised.class, SaveOutcome.Renumbered.class);
  }

  StoredRecord record(String key) {
    return revisions.find(RecordKey.of(key)).orElseThrow();
  }

  String attribute(String key, String name) {
    return record(key).attributes().get(name).asText();
  }

  String key(String reference) {
    return revisions.named(reference).orElseThrow().key().toString();
  }
}
