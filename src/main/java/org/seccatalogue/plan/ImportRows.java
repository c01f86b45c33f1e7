package org.seccatalogue.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordKey;

/// The rows of imports as they were planned, with what is in conflict in them.
@ApplicationScoped
public class ImportRows {

  /// Of a row `c` of an import: whether an error was found in it.
  public static final String HAS_ERROR =
      """
      exists (select 1 from import_finding f where f.import_id = c.import_id
        and f.severity = 'ERROR' and f.sheet = c.sheet and f.sheet_row = c.sheet_row)
      """;

  private final Session database;

  ImportRows(Session database) {
    this.database = database;
  }

  public List<PlannedChange> changes(
      long id, PlannedChange.@Nullable Filter filter, int after, int limit) {
    List<Object[]> rows =
        rows(id, filter == null ? PlannedChange.Filter.ALL : filter, after, limit);
    Map<Integer, List<Conflict>> conflicts =
        conflicts(id, rows.stream().map(row -> (Integer) row[0]).toList());
    return rows.stream()
        .map(row -> change(row, conflicts.getOrDefault((Integer) row[0], List.of())))
        .toList();
  }

  private List<Object[]> rows(long id, PlannedChange.Filter filter, int after, int limit) {
    NativeQuery<Object[]> select =
        database.createNativeQuery(
            """
            select c.row_number, c.sheet, c.sheet_row, c.outcome, c.type, c.key, c.title,
              c.changed, c.chosen, %s
            from import_change c where c.import_id = :id and c.row_number > :after
            """
                    .formatted(HAS_ERROR)
                + RowFilter.where(filter)
                + " order by c.row_number limit :limit",
            Object[].class);
    RowFilter.give(filter, select);
    return select
        .setParameter("id", id)
        .setParameter("after", after)
        .setParameter("limit", limit)
        .getResultList();
  }

  private static PlannedChange change(Object[] row, List<Conflict> conflicts) {
    return new PlannedChange(
        (Integer) row[0],
        (String) row[1],
        (Integer) row[2],
        PlannedChange.Kind.valueOf((String) row[3]),
        (String) row[4],
        row[5] == null ? null : RecordKey.of((String) row[5]),
        (String) row[6],
        texts(row[7]),
        (Boolean) row[8],
        (Boolean) row[9],
        conflicts);
  }

  private static List<String> texts(Object array) {
    try {
      return List.of(array instanceof Array sql ? (String[]) sql.getArray() : (String[]) array);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Which of these rows there are.
  ///
  /// @param sound whether only those without errors are meant
  public List<Integer> known(long id, List<Integer> numbers, boolean sound) {
    return database
        .createNativeQuery(
            "select c.row_number from import_change c"
                + " where c.import_id = :id and c.row_number = any(:numbers)"
                + (sound ? " and not " + HAS_ERROR : ""),
            Integer.class)
        .setParameter("id", id)
        .setParameter("numbers", numbers.toArray(Integer[]::new))
        .getResultList();
  }

  /// How many rows a filter finds.
  public int count(long id, PlannedChange.Filter filter) {
    NativeQuery<Integer> select =
        database.createNativeQuery(
            "select cast(count(*) as integer) from import_change c where c.import_id = :id"
                + RowFilter.where(filter),
            Integer.class);
    RowFilter.give(filter, select);
    return select.setParameter("id", id).getSingleResult();
  }

  /// What is in conflict in rows, by their numbers.
  public Map<Integer, List<Conflict>> conflicts(long id, List<Integer> numbers) {
    Map<Integer, List<Conflict>> conflicts = new HashMap<>();
    database
        .createNativeQuery(
            "select row_number, field, base, theirs, ours, choice from import_conflict"
                + " where import_id = :id and row_number = any(:numbers)"
                + " order by row_number, ordinal",
            Object[].class)
        .setParameter("id", id)
        .setParameter("numbers", numbers.toArray(Integer[]::new))
        .getResultList()
        .stream()
        .forEach(
            row ->
                conflicts
                    .computeIfAbsent((Integer) row[0], _ -> new ArrayList<>())
                    .add(conflict(row)));
    return conflicts;
  }

  private static Conflict conflict(Object[] row) {
    return new Conflict(
        (String) row[1],
        (String) row[2],
        (String) row[3],
        (String) row[4],
        Conflict.Choice.valueOf((String) row[5]));
  }

  /// Where records stand that rows of an import make or change, in the order of the outline.
  public List<RecordKey> sections(long id, int limit) {
    return database
        .createNativeQuery(
            "select r.key from record r where r.key in (select parent from import_change"
                + " where import_id = :id) order by r.path limit :limit",
            String.class)
        .setParameter("id", id)
        .setParameter("limit", limit)
        .getResultList()
        .stream()
        .map(RecordKey::of)
        .toList();
  }

  /// Keys of records that no row names, in the order of the outline.
  public List<RecordKey> missing(long id, int limit) {
    return database
        .createNativeQuery(
            "select key from import_change where import_id = :id and outcome = 'MISSING'"
                + " order by row_number limit :limit",
            String.class)
        .setParameter("id", id)
        .setParameter("limit", limit)
        .getResultList()
        .stream()
        .map(RecordKey::of)
        .toList();
  }
}
