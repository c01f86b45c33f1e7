package org.seccatalogue.revision;

import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.rules.Slot;
import org.seccatalogue.rules.StageCourse;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

/// [DraftWriter] for changes that say the stage that they want, and not how it is reached. One
/// instance serves one transaction.
@Dependent
public class BulkSave {

  /// A change that was checked before.
  ///
  /// @param baseRevision revision that the change was made on; 0 for a new record
  /// @param makesRevision whether its content differs from that revision
  public record Change(
      RecordKey key,
      RecordType type,
      @Nullable RecordKey parent,
      String stage,
      Attributes attributes,
      List<Link> links,
      int baseRevision,
      boolean makesRevision) {}

  private final CatalogueSchema schema;
  private final DraftWriter writer;
  private final BulkLookup lookup;
  private final Session database;
  private @Nullable DraftWriting writing;

  BulkSave(CatalogueSchema schema, DraftWriter writer, BulkLookup lookup, Session database) {
    this.schema = schema;
    this.writer = writer;
    this.lookup = lookup;
    this.database = database;
  }

  private DraftWriting writing(ChangeNote note) {
    if (writing == null) {
      writing = writer.begin(note);
    }
    return writing;
  }

  /// Reserves `count` numbers of a prefix.
  ///
  /// @return the last number that was given before them
  public int reserve(String prefix, int count) {
    return writer.begin(new ChangeNote("", null)).reserve(prefix, count);
  }

  /// Makes sure that a number which somebody else gave is never given again.
  public void keep(String prefix, int number) {
    writer.begin(new ChangeNote("", null)).keep(prefix, number);
  }

  /// Writes a batch. A parent must have been written before, or stand before in the batch.
  public void write(List<Change> changes, ChangeNote note) {
    Map<String, String> stages = stages(changes);
    DraftWriting act = writing(note);
    act.write(changes.stream().map(change -> change(change, stages)).toList());
    act.end();
  }

  /// The same, for whoever holds the connection of the transaction.
  public void write(Connection connection, List<Change> changes, ChangeNote note) {
    write(changes, note);
  }

  private Map<String, String> stages(List<Change> changes) {
    List<String> keys =
        changes.stream()
            .filter(change -> change.baseRevision() > 0)
            .map(change -> change.key().toString())
            .toList();
    Map<String, String> stages = new HashMap<>();
    if (!keys.isEmpty()) {
      database.doWork(
          connection ->
              JdbcRows.read(
                      connection,
                      "select key, stage from record where key = any(?)",
                      row -> new String[] {row.getString(1), row.getString(2)},
                      keys)
                  .forEach(row -> stages.put(row[0], row[1])));
    }
    return stages;
  }

  private RecordChange change(Change change, Map<String, String> stages) {
    return new RecordChange(
        change.key(),
        change.type(),
        change.parent(),
        Slot.kept(),
        change.attributes(),
        change.links(),
        change.baseRevision(),
        course(change, stages.get(change.key().toString())));
  }

  private StageCourse course(Change change, @Nullable String now) {
    List<StageCourse.Step> steps = new ArrayList<>();
    if (now != null && !now.equals(change.stage())) {
      StageCourse.Kind kind =
          change.stage().equals(schema.workflow().withdrawn())
              ? StageCourse.Kind.WITHDRAWAL
              : StageCourse.Kind.MOVE;
      steps.add(new StageCourse.Step(kind, now, change.stage(), null, null));
    }
    return new StageCourse(
        change.makesRevision()
            ? new StageCourse.Words(change.stage(), StageCourse.Making.EDIT)
            : null,
        steps);
  }

  /// Puts a record at `position` among its siblings, or after the one that stands there now.
  public void place(RecordKey key, int position) {
    StoredRecord record = Objects.requireNonNull(lookup.records(List.of(key)).get(key));
    RecordChange change =
        new RecordChange(
            key,
            record.type(),
            record.parent(),
            new Slot.Exactly(position),
            record.attributes(),
            record.links(),
            record.version().revision(),
            StageCourse.STAYS);
    writing(new ChangeNote("", null)).write(List.of(change));
  }

  /// Makes the store ready to be searched after many changes.
  public void settle() {
    writer.begin(new ChangeNote("", null)).settle();
  }
}
