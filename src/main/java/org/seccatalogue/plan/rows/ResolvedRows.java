package org.seccatalogue.plan.rows;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.sql.Command;

/// Makes of planned rows in conflict what was decided of them.
@ApplicationScoped
public class ResolvedRows {

  private static final Command WRITE =
      Command.of(
          """
          update import_change set outcome = :outcome, stage = :stage, changed = :changed,
            asked_stage = case when :keepsStage then null else asked_stage end,
            makes_revision = :makesRevision, attributes = cast(:attributes as jsonb),
            parent = case when :keepsSection then cast(:parent as text) else parent end,
            parent_row = case when :keepsSection then null else parent_row end
          where import_id = :id and row_number = :row
          """);
  private static final Command REMOVE_LINKS =
      Command.of(
          "delete from import_link"
              + " where import_id = :id and row_number = :row and type = any(:types)");
  private static final Command ADD_LINK =
      Command.of(
          """
          insert into import_link (import_id, row_number, sheet, sheet_row, source_type, ordinal,
            type, target_text, target, target_revision, note, sheet_column)
          select :id, :row, :sheet, :sheetRow, :source, coalesce(max(ordinal), 0) + 1, :type,
            :target, :target, :revision, :note, 0
          from import_link where import_id = :id and row_number = :row
          """);

  private final Session database;

  ResolvedRows(Session database) {
    this.database = database;
  }

  /// The stage of the record afterwards.
  ///
  /// @param keeps whether that is the one it has in the catalogue
  public record Stage(String code, boolean keeps) {}

  /// What a row is after its conflicts were decided.
  ///
  /// @param attributes as JSON
  /// @param keepsSection whether the record stays where it stands in the catalogue
  /// @param parent key of the record below which it stands there
  public record Resolved(
      PlannedChange.Kind kind,
      Stage stage,
      List<String> changed,
      boolean makesRevision,
      String attributes,
      boolean keepsSection,
      @Nullable RecordKey parent) {}

  public void write(long id, int row, Resolved resolved) {
    WRITE
        .with("outcome", resolved.kind())
        .with("stage", resolved.stage().code())
        .with("keepsStage", resolved.stage().keeps())
        .with("changed", resolved.changed())
        .with("makesRevision", resolved.makesRevision())
        .with("attributes", resolved.attributes())
        .with("keepsSection", resolved.keepsSection())
        .with("parent", resolved.parent() == null ? null : resolved.parent().toString())
        .with("id", id)
        .with("row", row)
        .run(database);
  }

  /// Removes the links of some types that a row says.
  public void removeLinks(long id, int row, Collection<String> types) {
    REMOVE_LINKS.with("id", id).with("row", row).with("types", types).run(database);
  }

  /// Adds a link of the record as it is in the catalogue.
  public void addLink(long id, PlannedChange row, Link link) {
    ADD_LINK
        .with("id", id)
        .with("row", row.number())
        .with("sheet", row.sheet())
        .with("sheetRow", row.row())
        .with("source", row.type())
        .with("type", link.type())
        .with("target", link.target().toString())
        .with("revision", link.targetRevision())
        .with("note", link.note())
        .run(database);
  }
}
