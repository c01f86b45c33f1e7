package org.seccatalogue.plan.rows;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Sql;

/// Keeps with planned rows what people decide of them: which are chosen, and what becomes of a
/// conflict.
@ApplicationScoped
public class RowDecisions {

  private static final Command DECIDE_ALL =
      Command.of("update import_conflict set choice = :choice where import_id = :id");
  private static final Command DECIDE_UNDECIDED =
      Command.of(
          "update import_conflict set choice = :choice"
              + " where import_id = :id and choice = 'UNDECIDED'");
  private static final Command DECIDE_ROW =
      Command.of(
          "update import_conflict set choice = :choice"
              + " where import_id = :id and row_number = :row");
  private static final Command DECIDE_FIELD =
      Command.of(
          "update import_conflict set choice = :choice"
              + " where import_id = :id and row_number = :row and field = :field");
  private static final Command CHOOSE =
      Command.of(
          "update import_change set chosen = :chosen"
              + " where import_id = :id and row_number = any(cast(:numbers as integer[]))");

  private static final Command LEAVE_OUT_ERRORS =
      Command.of(
          "update import_change c set chosen = false where c.import_id = :id and "
              + ImportRows.HAS_ERROR);
  private static final Command LEAVE_OUT_WHAT_NEEDS_THEM =
      Command.of(
          """
          with lost as (
            select row_number from import_change
            where import_id = :id and outcome = 'NEW' and not chosen)
          update import_change c set chosen = false
          where c.import_id = :id and c.chosen and c.outcome in ('NEW', 'CHANGED', 'CONFLICT')
            and (c.parent_row in (select row_number from lost)
              or (c.parent_text is not null and c.parent_row is null)
              or c.row_number in (
                select l.row_number from import_link l
                where l.import_id = :id and ((l.target is null and l.target_row is null)
                  or l.target_row in (select row_number from lost))))
          """);
  private static final Command FORGET_MISSING =
      Command.of("delete from import_change where import_id = :id and outcome = 'MISSING'");
  private static final Command FORGET_LINKS_OF_ERRORS =
      Command.of(
          """
          delete from import_link l where l.import_id = :id and not exists (
            select 1 from import_change c where c.import_id = l.import_id
              and c.row_number = l.row_number and not
          """
              + ImportRows.HAS_ERROR
              + ")");

  private final Session database;

  RowDecisions(Session database) {
    this.database = database;
  }

  /// Decides all conflicts of an import in the same way.
  ///
  /// @param onlyUndecided whether what was decided before stays
  public void decideAll(long id, Conflict.Choice choice, boolean onlyUndecided) {
    (onlyUndecided ? DECIDE_UNDECIDED : DECIDE_ALL)
        .with("choice", choice)
        .with("id", id)
        .run(database);
  }

  /// Decides the conflicts of a row.
  ///
  /// @param field which of them; absent: all
  public void decide(long id, int row, @Nullable String field, Conflict.Choice choice) {
    (field == null ? DECIDE_ROW : DECIDE_FIELD.with("field", field))
        .with("choice", choice)
        .with("id", id)
        .with("row", row)
        .run(database);
  }

  /// Chooses rows to be applied, or leaves them out.
  public void choose(long id, Collection<Integer> numbers, boolean chosen) {
    CHOOSE.with("chosen", chosen).with("id", id).with("numbers", numbers).run(database);
  }

  /// Chooses all rows of a filter, or leaves them out. What is not in the workbook is chosen only
  /// when the filter asks for nothing else. A row that withdraws its record, or lowers its marking,
  /// is chosen only when the filter asks for such rows, and not when it is guarded for both; a row
  /// that needs one is chosen with it; a row with an error never.
  public void choose(long id, PlannedChange.Filter filter, boolean chosen) {
    Sql sql =
        new Sql()
            .add("update import_change c set chosen = ? where ", chosen)
            .add(RowFilter.of(id, filter));
    if (chosen && filter.kind() != PlannedChange.Kind.MISSING) {
      sql.add(" and c.outcome <> 'MISSING'");
    }
    if (chosen) {
      sql.add(" and c.guards <@ cast(? as text[])", asked(filter.guard()))
          .add(" and not " + ImportRows.HAS_ERROR);
    }
    sql.command().run(database);
  }

  private static List<String> asked(@Nullable Guard guard) {
    return guard == null ? List.of() : List.of(guard.name(), Guard.NEEDS_ROW.name());
  }

  /// Leaves out the rows with errors, and those that need them. Records that no row names are
  /// forgotten: a row that is left out may name them.
  public void leaveOutErrors(long id) {
    LEAVE_OUT_ERRORS.with("id", id).run(database);
    leaveOutWhatNeedsThem(id);
    FORGET_MISSING.with("id", id).run(database);
    FORGET_LINKS_OF_ERRORS.with("id", id).run(database);
  }

  /// Row by row down the outline and along the links, until nothing is chosen that needs what is
  /// not.
  private void leaveOutWhatNeedsThem(long id) {
    int more;
    do {
      more = LEAVE_OUT_WHAT_NEEDS_THEM.with("id", id).run(database);
    } while (more > 0);
  }
}
