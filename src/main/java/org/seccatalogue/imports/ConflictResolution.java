package org.seccatalogue.imports;

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
import org.hibernate.Session;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.plan.Conflict;
import org.seccatalogue.plan.ImportRows;
import org.seccatalogue.plan.PlannedChange;
import org.seccatalogue.plan.RowPlace;
import org.seccatalogue.plan.StagedJson;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.Reading;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.RecordReader;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.CatalogueSchema;

/// Makes of rows in conflict what was decided: rows that change their record, or leave it as it is.
/// A plan holds what the workbook says; what the catalogue is to keep is put in its place.
@ApplicationScoped
class ConflictResolution {

  private static final int BATCH = 500;

  private final ImportRows rows;
  private final BulkLookup lookup;
  private final CatalogueSchema schema;
  private final Session database;

  ConflictResolution(ImportRows rows, BulkLookup lookup, CatalogueSchema schema, Session database) {
    this.rows = rows;
    this.lookup = lookup;
    this.schema = schema;
    this.database = database;
  }

  /// A row in conflict, with the record as it is.
  private record Row(PlannedChange change, StoredRecord record, String stage, ObjectNode ours) {

    Set<String> theirs() {
      return change.conflicts().stream()
          .filter(conflict -> conflict.choice() == Conflict.Choice.THEIRS)
          .map(Conflict::field)
          .collect(Collectors.toSet());
    }

    String settledStage() {
      return theirs().contains("stage") ? record.stage() : stage;
    }

    ObjectNode settledAttributes() {
      ObjectNode settled = ours.deepCopy();
      for (String field : theirs()) {
        JsonNode value = record.attributes().get(field);
        if (value != null) {
          settled.set(field, value);
        } else {
          settled.remove(field);
        }
      }
      return settled;
    }

    List<String> settledChanges() {
      Set<String> theirs = theirs();
      return change.changed().stream().filter(field -> !theirs.contains(field)).toList();
    }
  }

  /// Settles all rows that are chosen. Every conflict is decided, and no record has moved on.
  ///
  /// @return the rows whose values do not go together as they were decided; nothing is settled then
  List<Finding> settle(long id) {
    List<Finding> findings = new ArrayList<>();
    each(id, row -> findings.addAll(check(row)));
    if (findings.isEmpty()) {
      each(id, row -> write(id, row));
    }
    return findings;
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
    Map<Integer, Object[]> staged =
        database
            .createNativeQuery(
                "select row_number, stage, cast(attributes as text) from import_change"
                    + " where import_id = :id and row_number = any(:numbers)",
                Object[].class)
            .setParameter("id", id)
            .setParameter(
                "numbers", changes.stream().map(PlannedChange::number).toArray(Integer[]::new))
            .getResultList()
            .stream()
            .collect(Collectors.toMap(row -> (Integer) row[0], row -> row));
    List<Row> read = new ArrayList<>();
    for (PlannedChange change : changes) {
      Object[] row = Objects.requireNonNull(staged.get(change.number()));
      read.add(
          new Row(
              change,
              Objects.requireNonNull(records.get(key(change))),
              (String) row[1],
              StagedJson.object((String) row[2])));
    }
    return read;
  }

  private static RecordKey key(PlannedChange change) {
    return Objects.requireNonNull(change.key());
  }

  private List<Finding> check(Row row) {
    return switch (RecordReader.read(
        row.record().type(), row.settledAttributes(), row.settledStage(), schema.workflow())) {
      case Reading.Valid _ -> List.of();
      case Reading.Invalid invalid ->
          invalid.findings().stream()
              .map(
                  finding ->
                      Finding.error(
                          FindingCode.UNDECIDED,
                          RowPlace.of(
                              row.change().sheet(),
                              row.change().row(),
                              key(row.change()).toString()),
                          finding.found(),
                          "decisions that go together: " + finding.expected()))
              .toList();
    };
  }

  private void write(long id, Row row) {
    List<String> changed = row.settledChanges();
    boolean makesRevision = changed.stream().anyMatch(field -> !field.equals("stage"));
    database
        .createNativeMutationQuery(
            """
            update import_change set outcome = :outcome, stage = :stage, changed = :changed,
              makes_revision = :makes, attributes = cast(:attributes as jsonb),
              parent = case when :keeps then cast(:parent as text) else parent end,
              parent_row = case when :keeps then null else parent_row end
            where import_id = :id and row_number = :row
            """)
        .setParameter("outcome", changed.isEmpty() ? "SAME" : "CHANGED")
        .setParameter("stage", row.settledStage())
        .setParameter("changed", changed.toArray(String[]::new))
        .setParameter("makes", makesRevision)
        .setParameter("attributes", row.settledAttributes().toString())
        .setParameter("parent", Objects.toString(row.record().parent(), null))
        .setParameter("keeps", row.theirs().contains("section"))
        .setParameter("id", id)
        .setParameter("row", row.change().number())
        .executeUpdate();
    links(id, row);
  }

  private void links(long id, Row row) {
    Set<String> kept = new HashSet<>(row.theirs());
    kept.removeIf(field -> schema.link(field).isEmpty());
    if (kept.isEmpty()) {
      return;
    }
    database
        .createNativeMutationQuery(
            "delete from import_link"
                + " where import_id = :id and row_number = :row and type = any(:types)")
        .setParameter("id", id)
        .setParameter("row", row.change().number())
        .setParameter("types", kept.toArray(String[]::new))
        .executeUpdate();
    row.record().links().stream()
        .filter(link -> kept.contains(link.type()))
        .forEach(link -> insert(id, row, link));
  }

  private void insert(long id, Row row, Link link) {
    database
        .createNativeMutationQuery(
            """
            insert into import_link (import_id, row_number, sheet, sheet_row, source_type, ordinal,
              type, target_text, target, target_revision, note, sheet_column)
            select :id, :row, :sheet, :sheetRow, :source, coalesce(max(ordinal), 0) + 1, :type,
              :target, :target, :revision, :note, 0
            from import_link where import_id = :id and row_number = :row
            """)
        .setParameter("id", id)
        .setParameter("row", row.change().number())
        .setParameter("sheet", row.change().sheet())
        .setParameter("sheetRow", row.change().row())
        .setParameter("source", row.change().type())
        .setParameter("type", link.type())
        .setParameter("target", link.target().toString())
        .setParameter("revision", link.targetRevision())
        .setParameter("note", link.note())
        .executeUpdate();
  }
}
