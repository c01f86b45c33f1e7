package org.seccatalogue.revision.writing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Content;
import org.seccatalogue.rules.StageCourse;

/// Writes what happened: revisions, and the tables `stage_move` and `place_move`.
final class HistoryRows {

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

  /// A move in the outline.
  ///
  /// @param after what people call the record before it at its old place, of a move among the same
  ///     siblings
  /// @param undone whether an undo put the record back
  record Place(Standing from, @Nullable String after, To to, boolean undone) {}

  void places(List<Place> places) throws SQLException {
    TableCopy copy =
        new TableCopy(
            "place_move (key, from_parent, from_name, from_position, from_after, to_parent,"
                + " to_name, to_position, to_after, moved_at, moved_by, note, undone)");
    for (Place place : places) {
      Standing from = place.from();
      Branch parent = place.to().parent();
      copy.add(from.key()).add(from.parent()).add(from.parentName()).add(from.position());
      copy.add(place.after()).add(parent.key().isEmpty() ? null : parent.key());
      copy.add(parent.name()).add(place.to().position()).add(place.to().after());
      copy.add(by.at()).add(by.author()).add(by.note().reason()).add(place.undone()).end();
    }
    copy.send(connection);
  }
}
