package org.seccatalogue.revision.writing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Content;
import org.seccatalogue.rules.StageCourse;
import org.seccatalogue.sql.Command;

/// Writes what happened: revisions, and the tables `stage_move` and `place_move`.
final class HistoryRows {

  private static final Command MOVED =
      Command.of(
          """
          insert into place_move (key, from_parent, from_name, from_position, from_after, to_parent,
            to_name, to_position, to_after, moved_at, moved_by, note)
          values (:key, :fromParent, :fromName, :fromPosition, :fromAfter, nullif(:toParent, ''),
            :toName, :toPosition, :toAfter, :at, :by, :note)
          """);

  private final Connection connection;
  private final WrittenBy by;

  HistoryRows(Connection connection, WrittenBy by) {
    this.connection = connection;
    this.by = by;
  }

  void revisions(List<RecordChange> changes) throws SQLException {
    TableCopy copy =
        new TableCopy(
            "revision (key, number, stage, content, digest, made_at, made_by, note, making)");
    for (RecordChange change : changes) {
      StageCourse.Words words = Objects.requireNonNull(change.course().words());
      String canonical =
          new Content(change.type().name(), change.parent(), change.attributes(), change.links())
              .canonical();
      copy.add(change.key()).add(change.revision()).add(words.stage()).add(canonical);
      copy.addBytes(Content.digest(canonical)).add(by.at()).add(by.author());
      copy.add(by.note().reason()).add(words.making()).end();
    }
    copy.send(connection);
  }

  void steps(List<RecordChange> changes) throws SQLException {
    TableCopy copy =
        new TableCopy(
            "stage_move (key, revision, from_stage, to_stage, moved_at, moved_by, note, kind,"
                + " replacement, source)");
    for (RecordChange change : changes) {
      for (StageCourse.Step step : change.course().steps()) {
        copy.add(change.key()).add(change.revision()).add(step.from()).add(step.to());
        copy.add(by.at()).add(by.author()).add(by.note().reason()).add(step.kind());
        copy.add(step.replacement()).add(step.source()).end();
      }
    }
    copy.send(connection);
  }

  /// Where a record stands now.
  ///
  /// @param after what people call the record before it, of a move among the same siblings
  record To(Branch parent, int position, @Nullable String after) {}

  static void place(
      Connection connection, WrittenBy by, Standing from, @Nullable String after, To to)
      throws SQLException {
    MOVED
        .with("key", from.key())
        .with("fromParent", from.parent())
        .with("fromName", from.parentName())
        .with("fromPosition", from.position())
        .with("fromAfter", after)
        .with("toParent", to.parent().key())
        .with("toName", to.parent().name())
        .with("toPosition", to.position())
        .with("toAfter", to.after())
        .with("at", by.at())
        .with("by", by.author())
        .with("note", by.note().reason())
        .run(connection);
  }
}
