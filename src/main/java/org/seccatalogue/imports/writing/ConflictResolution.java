package org.seccatalogue.imports.writing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.seccatalogue.plan.rows.Conflict;
import org.seccatalogue.plan.rows.ImportRows;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.plan.rows.ResolvedRows;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;

/// Makes of rows in conflict what was decided: rows that change their record, or leave it as it is.
/// A plan holds what the workbook says; what the catalogue is to keep is put in its place.
@ApplicationScoped
public class ConflictResolution {

  private static final int BATCH = 500;
  private static final Set<String> NO_WORDS = Set.of("stage", "section", "place");

  private final ImportRows rows;
  private final BulkLookup lookup;
  private final CatalogueSchema schema;
  private final ResolvedRows resolved;

  ConflictResolution(
      ImportRows rows, ResolvedRows resolved, BulkLookup lookup, CatalogueSchema schema) {
    this.rows = rows;
    this.lookup = lookup;
    this.schema = schema;
    this.resolved = resolved;
  }

  /// A row in conflict, with the record as it is.
  private record Row(PlannedChange change, StoredRecord record, String stage, ObjectNode ours) {

    Set<String> theirs() {
      return change.conflicts().stream()
          .filter(conflict -> conflict.choice() == Conflict.Choice.THEIRS)
          .map(Conflict::field)
          .collect(Collectors.toSet());
    }

    boolean keepsStage() {
      return theirs().contains("stage");
    }

    String settledStage() {
      return keepsStage() ? record.stage() : stage;
    }

    ObjectNode settledAttributes() {
      ObjectNode resolved = ours.deepCopy();
      for (String field : theirs()) {
        JsonNode value = record.attributes().get(field);
        if (value != null) {
          resolved.set(field, value);
        } else {
          resolved.remove(field);
        }
      }
      return resolved;
    }

    List<String> settledChanges() {
      Set<String> theirs = theirs();
      return change.changed().stream().filter(field -> !theirs.contains(field)).toList();
    }
  }

  /// Settles all rows that are chosen. Every conflict is decided, and no record has moved on.
  /// Whether what was decided goes together is judged when it is applied.
  public void resolve(long id) {
    each(id, row -> write(id, row));
  }

  private interface Work {
    void on(Row row);
  }

  private void each(long id, Work work) {
    PlannedChange.Filter conflicts =
        new PlannedChange.Filter(PlannedChange.Kind.CONFLICT, null, null, false);
    int after = 0;
    List<PlannedChange> batch = rows.changes(id, conflicts, after, BATCH);
    while (!batch.isEmpty()) {
      read(id, batch.stream().filter(PlannedChange::chosen).toList()).forEach(work::on);
      after = batch.getLast().number();
      batch = rows.changes(id, conflicts, after, BATCH);
    }
  }

  private List<Row> read(long id, List<PlannedChange> changes) {
    Map<RecordKey, StoredRecord> records =
        lookup.records(changes.stream().map(ConflictResolution::key).toList());
    Map<Integer, ImportRows.Staged> staged =
        rows.staged(id, changes.stream().map(PlannedChange::number).toList());
    List<Row> read = new ArrayList<>();
    for (PlannedChange change : changes) {
      ImportRows.Staged row = Objects.requireNonNull(staged.get(change.number()));
      StoredRecord record = Objects.requireNonNull(records.get(key(change)));
      read.add(new Row(change, record, row.stage(), row.json()));
    }
    return read;
  }

  private static RecordKey key(PlannedChange change) {
    return Objects.requireNonNull(change.key());
  }

  private void write(long id, Row row) {
    List<String> changed = row.settledChanges();
    boolean makesRevision = changed.stream().anyMatch(field -> isOfWords(row, field));
    resolved.write(
        id,
        row.change().number(),
        new ResolvedRows.Resolved(
            changed.isEmpty() ? PlannedChange.Kind.SAME : PlannedChange.Kind.CHANGED,
            new ResolvedRows.Stage(row.settledStage(), row.keepsStage()),
            changed,
            makesRevision,
            row.settledAttributes().toString(),
            row.theirs().contains("section"),
            row.record().parent()));
    links(id, row);
  }

  /// Stage, place and number are none of the words.
  private static boolean isOfWords(Row row, String field) {
    boolean numbered =
        row.record()
            .type()
            .playing(AttributeRole.REFERENCE)
            .filter(reference -> reference.name().equals(field))
            .isPresent();
    return !numbered && !NO_WORDS.contains(field);
  }

  private void links(long id, Row row) {
    Set<String> kept = new HashSet<>(row.theirs());
    kept.removeIf(field -> schema.link(field).isEmpty());
    if (!kept.isEmpty()) {
      resolved.removeLinks(id, row.change().number(), kept);
      row.record().links().stream()
          .filter(link -> kept.contains(link.type()))
          .forEach(link -> resolved.addLink(id, row.change(), link));
    }
  }
}
