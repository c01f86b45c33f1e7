package org.seccatalogue.imports.writing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.Place;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.plan.rows.RowPlace;
import org.seccatalogue.record.Content;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.record.RecordDraft;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.Revision;
import org.seccatalogue.revision.RevisionId;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.revision.writing.DraftWriting;
import org.seccatalogue.revision.writing.RecordChange;
import org.seccatalogue.revision.writing.Renumbered;
import org.seccatalogue.rules.CheckedDraft;
import org.seccatalogue.rules.Draft;
import org.seccatalogue.rules.DraftBase;
import org.seccatalogue.rules.DraftRules;
import org.seccatalogue.rules.Intent;
import org.seccatalogue.rules.Late;
import org.seccatalogue.rules.Slot;
import org.seccatalogue.rules.Verdict;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.sql.Query;

/// Takes back what an import did, as one act: its changed records say again what they said before,
/// in new revisions and at the stage that those words had reached, and its new records are
/// withdrawn. Runs within the transaction of its caller.
@ApplicationScoped
public class ImportUndo {

  private static final int BATCH = 1000;

  /// A row that did something.
  ///
  /// @param back where its record is put back to
  record Done(
      int rowNumber,
      Spot spot,
      PlannedChange.Kind outcome,
      RecordKey key,
      Before before,
      Back back) {

    /// Where it stands in its source.
    record Spot(String sheet, int sheetRow) {}

    /// The record before it.
    ///
    /// @param baseReference its number then, empty if it had none; absent in imports of earlier
    ///     versions
    record Before(
        int baseRevision,
        boolean makesRevision,
        @Nullable String baseStage,
        @Nullable String baseReference) {}

    /// The place of the record before it, when it was moved.
    record Back(@Nullable RecordKey baseParent, @Nullable Integer basePosition, boolean moved) {}

    boolean hasOldWords() {
      return outcome == PlannedChange.Kind.CHANGED && before.makesRevision();
    }

    RevisionId base() {
      return new RevisionId(key, hasOldWords() ? before.baseRevision() : 0);
    }

    Place place() {
      return RowPlace.of(spot.sheet(), spot.sheetRow(), key.toString());
    }
  }

  private static final Query<Done> DONE =
      Query.of(
          Done.class,
          """
          select row_number, sheet, sheet_row, outcome, key, base_revision, makes_revision,
            base_stage, base_reference, base_parent, base_position, base_position is not null as moved
          from import_change
          where import_id = :id and row_number < :before and chosen
            and outcome in ('NEW', 'CHANGED', 'MISSING')
          order by row_number desc limit :batch
          """);

  private final UndoCheck check;
  private final WritingDoor door;

  ImportUndo(UndoCheck check, WritingDoor door) {
    this.check = check;
    this.door = door;
  }

  /// Takes back what an import did.
  ///
  /// @return what speaks against it; then nothing may be kept of what was written
  public List<Finding> undo(long id, ChangeNote note) {
    door.holdMoves(id);
    List<Finding> findings = new ArrayList<>();
    each(id, batch -> findings.addAll(0, check.builtOn(id, batch.reversed())));
    return findings.isEmpty() ? write(id, note) : findings;
  }

  /// Gives all rows that did something, the last one first: what came later goes first.
  private void each(long id, Consumer<List<Done>> work) {
    int before = Integer.MAX_VALUE;
    List<Done> rows = done(id, before);
    while (!rows.isEmpty()) {
      work.accept(rows);
      before = rows.getLast().rowNumber();
      rows = done(id, before);
    }
  }

  private List<Done> done(long id, int before) {
    return DONE.with("id", id).with("before", before).with("batch", BATCH).list(door.database());
  }

  private List<Finding> write(long id, ChangeNote note) {
    DraftRules rules =
        new DraftRules(
            door.schema(), check.known(id, door.forWriting()), _ -> "another record of the import");
    door.letExchange();
    DraftWriting writing = door.writer().begin(note);
    each(id, batch -> writing.giveBack(passed(batch)));
    List<Finding> findings = new ArrayList<>();
    each(
        id,
        batch -> {
          List<RecordChange> changes = judged(batch, rules, note, findings);
          if (findings.isEmpty()) {
            rules.names().forEach(late -> told(id, late, findings));
          }
          if (findings.isEmpty()) {
            writing.write(changes);
          }
        });
    if (findings.isEmpty()) {
      rules.close().forEach(late -> told(id, late, findings));
    }
    if (findings.isEmpty()) {
      writing.end();
      writing.refreshStatistics();
      door.checkAll();
    }
    return door.called(findings, Map.of());
  }

  /// New records with references that others had before: these lead there again.
  private List<Renumbered> passed(List<Done> batch) {
    List<RecordKey> fresh =
        batch.stream()
            .filter(row -> row.outcome() == PlannedChange.Kind.NEW)
            .map(Done::key)
            .toList();
    return door.withPassedReferences(fresh).stream()
        .map(one -> Renumbered.givingUp(one.key(), one.type(), one.head().name()))
        .toList();
  }

  /// Undoing makes no records: a name that none has now is wrong.
  private void told(long id, Late late, List<Finding> findings) {
    if (late instanceof Late.Wrong(int number, Finding finding)) {
      int row = Integer.MAX_VALUE - number;
      DONE.with("id", id).with("before", row + 1).with("batch", 1).list(door.database()).stream()
          .map(done -> finding.at(done.place()))
          .forEach(findings::add);
    }
  }

  private List<RecordChange> judged(
      List<Done> batch, DraftRules rules, ChangeNote note, List<Finding> findings) {
    List<Draft> drafts = drafts(batch, note);
    List<Verdict> verdicts = rules.judge(drafts);
    List<RecordChange> changes = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      Done row = batch.get(i);
      switch (verdicts.get(i)) {
        case Verdict.Faulty(List<Finding> wrong) ->
            wrong.forEach(finding -> findings.add(finding.at(row.place())));
        case Verdict.Sound(CheckedDraft checked, List<Finding> _) ->
            changes.add(CheckedWrites.of(row.key(), checked, slot(row, checked), List.of()));
      }
    }
    return changes;
  }

  private static Slot slot(Done row, CheckedDraft checked) {
    Integer position = row.back().basePosition();
    return position == null ? checked.slot() : new Slot.Exactly(position);
  }

  private List<Draft> drafts(List<Done> batch, ChangeNote note) {
    Map<RecordKey, StoredRecord> records =
        door.lookup().records(batch.stream().map(Done::key).toList());
    Map<RevisionId, Revision> bases =
        door.lookup().revisions(batch.stream().filter(Done::hasOldWords).map(Done::base).toList());
    return batch.stream()
        .map(
            row ->
                draft(
                    row,
                    Objects.requireNonNull(records.get(row.key())),
                    bases.get(row.base()),
                    note))
        .toList();
  }

  /// What came later comes first here, and drafts are numbered in the order in which they come.
  private Draft draft(Done row, StoredRecord now, @Nullable Revision base, ChangeNote note) {
    int number = Integer.MAX_VALUE - row.rowNumber();
    DraftBase as = new DraftBase(now.head(), now.attributes(), now.links());
    if (row.outcome() == PlannedChange.Kind.NEW) {
      return Draft.withdrawn(number, as, new Intent.Withdrawal(note.reason(), null));
    }
    String stage = row.before().baseStage();
    Intent restored = new Intent.Restoration(stage == null ? now.stage() : stage);
    return Draft.changed(number, as, wish(row, now, base, as), restored);
  }

  private static RecordDraft wish(
      Done row, StoredRecord now, @Nullable Revision base, DraftBase as) {
    RecordDraft unchanged = Draft.unchanged(as);
    RecordKey parent = row.back().moved() ? row.back().baseParent() : now.parent();
    Content content = base == null ? null : base.content();
    return new RecordDraft(
        unchanged.type(),
        parent == null ? null : parent.toString(),
        PlaceWish.NONE,
        null,
        numbered(row, now, content == null ? as.attributes().json() : content.attributes().json()),
        content == null
            ? unchanged.links()
            : content.links().stream()
                .map(
                    link ->
                        new LinkDraft(
                            link.type(),
                            link.target().toString(),
                            link.targetRevision(),
                            link.note()))
                .toList());
  }

  /// The words with the number that the record had then: its revision may have been written under
  /// another one.
  private static ObjectNode numbered(Done row, StoredRecord now, ObjectNode words) {
    String number = row.before().baseReference();
    now.type()
        .playing(AttributeRole.REFERENCE)
        .filter(_ -> number != null)
        .ifPresent(reference -> words.put(reference.name(), number));
    return words;
  }

  /// The keys of rows.
  static Set<RecordKey> keys(List<Done> rows) {
    Set<RecordKey> keys = new HashSet<>();
    rows.forEach(row -> keys.add(row.key()));
    return keys;
  }
}
