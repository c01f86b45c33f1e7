package org.seccatalogue.revision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.sql.Query;

/// Reads many rows of the table `record` at once, for whoever only looks at them: nobody keeps
/// account of what becomes of them.
final class BulkRows {

  /// The content of a revision tells the attributes and links at once.
  static final Query<Read> CURRENT =
      Query.of(
          Read.class,
          """
          select r.key, r.type, r.parent, r.path, r.reference, r.title, r.stage, r.revision,
            r.version, r.changed_at, v.content
          from record r join revision v on v.key = r.key and v.number = r.revision
          where r.key = any(:keys)
          """);

  /// A row, without its attributes, and the canonical form of its current revision.
  record Current(RecordEntity row, String content) {}

  record Spot(
      String key,
      String type,
      @Nullable String parent,
      String path,
      @Nullable String reference,
      String title,
      String stage,
      int revision) {

    RecordEntity row(long version, Instant changedAt) {
      RecordEntity row = new RecordEntity();
      row.key = key;
      row.type = type;
      row.parent = parent;
      row.path = path;
      row.reference = reference;
      row.title = title;
      row.stage = stage;
      row.revision = revision;
      row.version = version;
      row.changedAt = changedAt;
      return row;
    }
  }

  record Words(long version, Instant changedAt, String content, String digest) {}

  /// A row of the outline with what its current revision says.
  record Said(Spot spot, Words words) {
    Current current() {
      return new Current(spot.row(words.version(), words.changedAt()), words.content());
    }
  }

  /// A record with what its current revision says.
  record Read(Spot spot, long version, Instant changedAt, String content) {
    Current current() {
      return new Current(spot.row(version, changedAt), content);
    }
  }

  private BulkRows() {}
}
