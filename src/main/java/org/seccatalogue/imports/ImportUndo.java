package org.seccatalogue.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.record.Content;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.BulkSave;
import org.seccatalogue.revision.ChangeNote;
import org.seccatalogue.revision.Revision;
import org.seccatalogue.revision.RevisionId;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.CatalogueSchema;

/// Takes back what an import did, as one act: its changed records say again what they said before,
/// in new revisions, and its new records are withdrawn. Runs within the transaction of its caller.
@ApplicationScoped
class ImportUndo {

  private static final int BATCH = 1000;

  private final ImportRuns runs;
  private final UndoCheck check;
  private final BulkLookup lookup;
  private final Instance<BulkSave> saves;
  private final CatalogueSchema schema;
  private final Session database;

  ImportUndo(
      ImportRuns runs,
      UndoCheck check,
      BulkLookup lookup,
      Instance<BulkSave> saves,
      CatalogueSchema schema,
      Session database) {
    this.runs = runs;
    this.check = check;
    this.lookup = lookup;
    this.saves = saves;
    this.schema = schema;
    this.database = database;
  }

  UndoOutcome undo(long id, ChangeNote note) {
    if (runs.hold(id).isEmpty()) {
      return new UndoOutcome.NotFound(id);
    }
    ImportRun run = runs.find(id).orElseThrow();
    if (run.state() != ImportState.APPLIED) {
      return new UndoOutcome.NotUndoable(run);
    }
    hold(id);
    List<Finding> findings = new ArrayList<>(check.builtOn(id));
    each(id, batch -> findings.addAll(check.taken(id, batch)));
    if (!findings.isEmpty()) {
      return new UndoOutcome.BuiltOn(run, findings);
    }
    each(id, batch -> write(batch, note));
    runs.undone(id, note);
    return new UndoOutcome.Undone(runs.find(id).orElseThrow());
  }

  private void hold(long id) {
    database
        .createNativeQuery(
            """
            select r.key from record r join import_change c on c.key = r.key
            where c.import_id = :id and c.chosen and c.outcome in ('NEW', 'CHANGED', 'MISSING')
            order by r.key for update of r
            """,
            String.class)
        .setParameter("id", id)
        .getResultList();
  }

  /// A row and the change that takes it back.
  ///
  /// @param position where the record goes back to among the children of its old parent; absent
  ///     for one that was not moved
  record Restored(String sheet, int row, BulkSave.Change change, @Nullable Integer position) {}

  /// What is done with a batch.
  private interface Work {
    void on(List<Restored> batch);
  }

  /// Gives all rows that did something, the last one first: what came later goes first.
  private void each(long id, Work work) {
    int before = Integer.MAX_VALUE;
    List<Object[]> rows = rows(id, before);
    while (!rows.isEmpty()) {
      work.on(restored(rows));
      before = (Integer) rows.getLast()[0];
      rows = rows(id, before);
    }
  }

  private List<Object[]> rows(long id, int before) {
    return database
        .createNativeQuery(
            """
            select row_number, sheet, sheet_row, key, outcome, base_revision, makes_revision,
              base_stage, base_position
            from import_change
            where import_id = :id and row_number < :before and chosen
              and outcome in ('NEW', 'CHANGED', 'MISSING')
            order by row_number desc limit :limit
            """,
            Object[].class)
        .setParameter("id", id)
        .setParameter("before", before)
        .setParameter("limit", BATCH)
        .getResultList();
  }

  private List<Restored> restored(List<Object[]> rows) {
    Map<RecordKey, StoredRecord> records =
        lookup.records(rows.stream().map(ImportUndo::key).toList());
    Map<RevisionId, Revision> bases =
        lookup.revisions(rows.stream().filter(ImportUndo::hasBase).map(ImportUndo::base).toList());
    return rows.stream()
        .map(
            row ->
                restored(row, Objects.requireNonNull(records.get(key(row))), bases.get(base(row))))
        .toList();
  }

  private Restored restored(Object[] row, StoredRecord now, @Nullable Revision base) {
    Content content =
        base == null
            ? new Content(now.type().name(), now.parent(), now.attributes(), now.links())
            : base.content();
    String stage =
        row[4].equals("NEW")
            ? schema.workflow().withdrawn()
            : row[7] == null ? now.stage() : (String) row[7];
    BulkSave.Change change =
        new BulkSave.Change(
            now.key(),
            now.type(),
            content.parent(),
            stage,
            content.attributes(),
            content.links(),
            now.head().revision(),
            base != null);
    return new Restored((String) row[1], (Integer) row[2], change, (Integer) row[8]);
  }

  private static RecordKey key(Object[] row) {
    return RecordKey.of((String) row[3]);
  }

  private static boolean hasBase(Object[] row) {
    return row[4].equals("CHANGED") && (Boolean) row[6];
  }

  private static RevisionId base(Object[] row) {
    return new RevisionId(key(row), hasBase(row) ? (Integer) row[5] : 0);
  }

  /// A move in the outline changes the paths of others, which one [BulkSave] remembers.
  private void write(List<Restored> batch, ChangeNote note) {
    List<BulkSave.Change> together = new ArrayList<>();
    for (Restored row : batch) {
      if (row.position() != null) {
        saves.get().write(List.copyOf(together), note);
        together.clear();
        BulkSave alone = saves.get();
        alone.write(List.of(row.change()), note);
        alone.place(row.change().key(), row.position());
      } else {
        together.add(row.change());
      }
    }
    saves.get().write(together, note);
  }
}
