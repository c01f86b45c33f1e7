package org.seccatalogue.baseline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.CatalogueSchema;

/// What stands around a record of a baseline, and around it in other baselines.
@ApplicationScoped
public class PublishedOutline {

  private final PublicDatabase database;
  private final Published published;

  PublishedOutline(PublicDatabase database, Published published) {
    this.database = database;
    this.published = published;
  }

  /// A record as one of the baselines holds it.
  ///
  /// @param digest SHA-256 of what it says there, 64 hexadecimal digits
  public record Held(
      String baseline, String name, LocalDate dated, int revision, String stage, String digest) {}

  /// The baselines that hold a record, newest first.
  public List<Held> held(RecordKey key) {
    return database.list(
        "select b.id, b.name, b.dated, e.revision, e.stage, encode(e.digest, 'hex')"
            + " from entry e join baseline b on b.number = e.baseline"
            + " where e.key = ? order by b.number desc",
        row ->
            new Held(
                row.getString(1),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getInt(4),
                row.getString(5),
                row.getString(6)),
        key.toString());
  }

  /// The record before another in the order of the outline.
  public Optional<RecordHead> before(Baseline baseline, RecordHead head) {
    return beside(baseline, head, "e.path < ? order by e.path desc");
  }

  /// The record after another.
  public Optional<RecordHead> after(Baseline baseline, RecordHead head) {
    return beside(baseline, head, "e.path > ? order by e.path");
  }

  private Optional<RecordHead> beside(Baseline baseline, RecordHead head, String where) {
    return database.first(
        "select "
            + PublishedRecords.HEAD
            + " from entry e where e.baseline = ? and "
            + where
            + " limit 1",
        PublishedRecords::head,
        baseline.number(),
        head.path());
  }

  /// The records directly below a record, in their order; those behind the path `after`.
  public List<PublishedRecord> children(
      Baseline baseline, RecordKey parent, String after, int limit) {
    CatalogueSchema schema = published.schema(baseline);
    return database.list(
        PublishedRecords.RECORD
            + " where e.baseline = ? and e.parent = ? and e.path > ? order by e.path limit ?",
        row -> PublishedRecords.record(row, schema),
        baseline.number(),
        parent.toString(),
        after,
        limit);
  }
}
