package org.seccatalogue.revision.writing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.seccatalogue.schema.Workflow;
import org.seccatalogue.sql.Query;

/// The sections into which one act puts records, or in which it brings records back. Whoever ends a
/// section holds it and looks what stands in it; this looks from the other side, so that of two who
/// do both at once one is refused.
final class Sections {

  /// In one order, so that two acts do not wait for each other.
  private static final Query<Held> HOLD =
      Query.of(
          Held.class,
          "select key, stage from record where key = any(:keys) order by key for share");

  private static final Query<String> PROPOSED =
      Query.of(
          String.class,
          """
          select key from record
          where parent = any(:sections) and changed_at = :at and stage <> all(:ends)
          order by key limit 1
          """);

  private record Held(String key, String stage) {}

  private final Workflow workflow;
  private final WrittenBy by;
  private final Set<String> keys = new HashSet<>();

  Sections(Workflow workflow, WrittenBy by) {
    this.workflow = workflow;
    this.by = by;
  }

  /// Takes in records that are new, or were moved.
  void entered(List<RecordChange> changes) {
    changes.stream()
        .map(RecordChange::parent)
        .filter(Objects::nonNull)
        .forEach(parent -> keys.add(parent.toString()));
  }

  /// Takes in those that are brought back.
  void broughtBack(List<RecordChange> changes) {
    entered(
        changes.stream()
            .filter(
                change ->
                    change.course().steps().stream().anyMatch(step -> workflow.isEnd(step.from())))
            .toList());
  }

  /// @throws SectionAtEnd when something stands below what is at an end by now
  void check(Connection connection) throws SQLException {
    if (keys.isEmpty()) {
      return;
    }
    List<String> ended =
        HOLD.with("keys", keys).list(connection).stream()
            .filter(held -> workflow.isEnd(held.stage()))
            .map(Held::key)
            .toList();
    if (!ended.isEmpty()) {
      PROPOSED
          .with("sections", ended)
          .with("at", by.at())
          .with("ends", workflow.codes(Workflow.StageKind.END))
          .first(connection)
          .ifPresent(
              key -> {
                throw new SectionAtEnd(key);
              });
    }
  }
}
