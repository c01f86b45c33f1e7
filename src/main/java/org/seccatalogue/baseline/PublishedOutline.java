package org.seccatalogue.baseline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.sql.Query;

/// What stands around a record of a baseline.
@ApplicationScoped
public class PublishedOutline {

  private static final Query<RecordHead> BEFORE =
      EntryRow.heads("e.baseline = :baseline and e.path < :path order by e.path desc limit 1");
  private static final Query<RecordHead> AFTER =
      EntryRow.heads("e.baseline = :baseline and e.path > :path order by e.path limit 1");
  private static final Query<EntryRow> CHILDREN =
      EntryRow.where(
          "e.baseline = :baseline and e.parent = :parent and e.path > :after"
              + " order by e.path limit :limit");

  private final PublicDatabase database;
  private final PublishedRecords records;

  PublishedOutline(PublicDatabase database, PublishedRecords records) {
    this.database = database;
    this.records = records;
  }

  /// The record before another in the order of the outline.
  public Optional<RecordHead> before(Baseline baseline, RecordHead head) {
    return beside(baseline, head, BEFORE);
  }

  /// The record after another.
  public Optional<RecordHead> after(Baseline baseline, RecordHead head) {
    return beside(baseline, head, AFTER);
  }

  private Optional<RecordHead> beside(Baseline baseline, RecordHead head, Query<RecordHead> query) {
    return database.first(query.with("baseline", baseline.number()).with("path", head.path()));
  }

  /// The records directly below a record, in their order; those behind the path `after`.
  public List<PublishedRecord> children(
      Baseline baseline, RecordKey parent, String after, int limit) {
    return records.records(
        baseline,
        CHILDREN.with("parent", parent.toString()).with("after", after).with("limit", limit));
  }
}
