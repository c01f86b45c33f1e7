package org.seccatalogue.imports.writing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.seccatalogue.sql.Query;

/// The chosen rows of a plan in their order, with their links.
final class AppliedRows {

  /// A row above is looked up by itself, so that the rows come in their order without being sorted.
  private static final Query<AppliedRow> ROWS =
      Query.of(
          AppliedRow.class,
          """
          select c.row_number, c.sheet, c.sheet_row, c.outcome, c.type, c.key, c.new_number,
            c.parent, p.type as parent_type, p.key as parent_key, p.new_number as parent_number,
            c.parent_text,
            c.asked_stage, c.place, cast(c.attributes as text) as attributes, c.changed,
            exists (select from import_conflict u
              where u.import_id = c.import_id and u.row_number = c.row_number) as decided
          from import_change c
          left join lateral (
            select type, key, new_number from import_change
            where import_id = c.import_id and row_number = c.parent_row offset 0) p on true
          where c.import_id = :id and c.row_number > :after and c.chosen
            and c.outcome in ('NEW', 'CHANGED', 'MISSING')
          order by c.row_number limit :most
          """);

  private static final Query<AppliedRow.LinkOf> LINKS =
      Query.of(
          AppliedRow.LinkOf.class,
          """
          select l.row_number, l.type, l.target, l.target_text, l.note, t.type as target_type,
            t.key as target_key, t.new_number as target_number,
            coalesce(l.target_revision,
              t.base_revision + cast(t.makes_revision and t.chosen as integer),
              c.base_revision + cast(c.makes_revision and c.chosen as integer)) as revision
          from import_link l
          left join import_change t on t.import_id = l.import_id and t.row_number = l.target_row
          left join import_change c on c.import_id = l.import_id and c.key = l.target
            and c.outcome <> 'SAME'
          where l.import_id = :id and l.type is not null and l.row_number between :from and :to
          order by l.row_number, l.ordinal
          """);

  private static final Query<AppliedRow.NameOf> NAMES =
      Query.of(
          AppliedRow.NameOf.class,
          """
          select l.row_number, l.target_text as name, t.type as target_type, t.key as target_key,
            t.new_number as target_number
          from import_link l
          join import_change t on t.import_id = l.import_id and t.row_number = l.target_row
          where l.import_id = :id and l.type is null and l.row_number between :from and :to
          """);

  private final Session database;
  private final long importId;
  private int after;

  AppliedRows(Session database, long importId) {
    this.database = database;
    this.importId = importId;
  }

  /// The next rows, at most so many; none at the end.
  List<AppliedRow> next(int most) {
    List<AppliedRow> rows =
        ROWS.with("id", importId).with("after", after).with("most", most).list(database);
    if (!rows.isEmpty()) {
      after = rows.getLast().rowNumber();
    }
    return rows;
  }

  /// The row of a number.
  AppliedRow at(int number) {
    return ROWS.with("id", importId).with("after", number - 1).with("most", 1).only(database);
  }

  /// The names in the values of such rows that are of other rows, by the numbers of their rows.
  Map<Integer, List<AppliedRow.NameOf>> names(List<AppliedRow> rows) {
    return NAMES
        .with("id", importId)
        .with("from", rows.getFirst().rowNumber())
        .with("to", rows.getLast().rowNumber())
        .list(database)
        .stream()
        .collect(Collectors.groupingBy(AppliedRow.NameOf::rowNumber));
  }

  /// The links of such rows, by the numbers of their rows.
  Map<Integer, List<AppliedRow.LinkOf>> links(List<AppliedRow> rows) {
    Map<Integer, List<AppliedRow.LinkOf>> links = new HashMap<>();
    LINKS
        .with("id", importId)
        .with("from", rows.getFirst().rowNumber())
        .with("to", rows.getLast().rowNumber())
        .list(database)
        .forEach(link -> links.computeIfAbsent(link.rowNumber(), _ -> new ArrayList<>()).add(link));
    return links;
  }
}
