package org.seccatalogue.plan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.plan.rows.FindingLog;
import org.seccatalogue.plan.rows.ImportRows;
import org.seccatalogue.plan.rows.StagedJson;
import org.seccatalogue.rules.Late;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;

/// Tells which rows of an import others name, and which of them mean the same record, when all of
/// them are there. Whether one may name another was judged before.
final class RowResolution {

  private static final int BATCH = 1000;

  private static final Command ANALYZE = Command.of("call analyze_imports()");

  private static final Command PARENTS =
      Command.of(
          """
          update import_change c set parent_row = p.row_number
          from import_change p
          where c.import_id = :id and c.parent_text is not null and p.import_id = c.import_id
            and (p.reference = c.parent_text or p.key = c.parent_text)
          """);

  /// Rows that want for their records the places that they have: no change.
  private static final Command STAYING =
      Command.of(
          """
          update import_change set place = null, changed = array_remove(changed, 'place'),
            outcome = case when outcome = 'CHANGED' and changed = '{place}' then 'SAME'
              else outcome end
          where import_id = :id and row_number = any(:rows)
          """);

  private static final Command TARGETS =
      Command.of(
          """
          update import_link l set target_row = t.row_number
          from import_change t
          where l.import_id = :id and l.target is null and t.import_id = l.import_id
            and (t.reference = l.target_text or t.key = l.target_text)
          """);

  /// The rows that need others: what stands below their records, or names them.
  private static final String NEEDED =
      """
      select row_number, parent_row as needed, true as below from import_change
      where import_id = :id and parent_row is not null
      union
      select row_number, target_row, false from import_link
      where import_id = :id and target_row is not null
      """;

  /// Rows that need those of new records which are chosen by themselves are chosen so too.
  private static final Command WAITING =
      Command.of(
          "with need as ("
              + NEEDED
              + """
              ), more as (
                select c.row_number, array_agg(distinct g.guard) as guards
                from import_change n join need on need.needed = n.row_number
                join import_change c on c.import_id = n.import_id
                  and c.row_number = need.row_number
                cross join lateral unnest(n.guards || array['NEEDS_ROW']) g (guard)
                where n.import_id = :id and n.outcome = 'NEW' and n.guards <> '{}'
                  and c.outcome in ('NEW', 'CHANGED', 'CONFLICT') and g.guard <> all (c.guards)
                group by c.row_number)
              update import_change c set chosen = false, guards = c.guards || more.guards
              from more where c.import_id = :id and c.row_number = more.row_number
              """);

  /// A row with one that it needs.
  private record Waits(int rowNumber, boolean below, String title, String sheet, int sheetRow) {

    Late.Wrong told() {
      return new Late.Wrong(
          rowNumber,
          Finding.warning(
              FindingCode.LEFT_OUT,
              new Place.Pointer(below ? "/parent" : ""),
              title,
              "row %d of “%s” to be selected too: this row %s, and is applied only if you select both"
                  .formatted(sheetRow, sheet, below ? "stands below it" : "names it")));
    }
  }

  private static final Query<Waits> WAITS =
      Query.of(
          Waits.class,
          "select c.row_number, need.below, n.title, n.sheet, n.sheet_row from ("
              + NEEDED
              + """
              ) need
              join import_change n on n.import_id = :id and n.row_number = need.needed
              join import_change c on c.import_id = :id and c.row_number = need.row_number
              where n.outcome = 'NEW' and n.guards <> '{}' and 'NEEDS_ROW' = any (c.guards)
              order by c.row_number, need.below desc, n.row_number
              """);

  /// A name that only a row with errors would give to a record.
  private record Lost(String sheet, int sheetRow, String name) {}

  private static final Query<Lost> LOST =
      Query.of(
          Lost.class,
          """
          select distinct c.sheet, c.sheet_row, named.name from import_change c
          cross join lateral (
            select c.parent_text where c.parent_row is null
            union all
            select l.target_text from import_link l
            where l.import_id = c.import_id and l.row_number = c.row_number
              and l.target is null and l.target_row is null) named (name)
          where c.import_id = :id and named.name is not null
          """
              + " and not "
              + ImportRows.HAS_ERROR
              + " order by 1, 2, 3");

  /// A row that means the same record as another one: both are wrong, for nobody said which of them
  /// is meant.
  private record Again(
      String sheet, int sheetRow, String type, String again, String otherSheet, int otherRow) {}

  private static final Query<Again> KEYS = again("key");
  private static final Query<Again> IDENTITIES = again("identity");

  private static Query<Again> again(String column) {
    return Query.of(
        Again.class,
        """
        select sheet, sheet_row, type, again, other_sheet, other_row from (
          select sheet, sheet_row, row_number, type, %1$s as again, count(*) over all_same as rows_of_it,
            coalesce(lag(sheet) over same, lead(sheet) over same) as other_sheet,
            coalesce(lag(sheet_row) over same, lead(sheet_row) over same) as other_row
          from import_change where import_id = :id and %1$s is not null
          window all_same as (partition by type, %1$s), same as (all_same order by row_number)) numbered
        where rows_of_it > 1 order by row_number
        """
            .formatted(column));
  }

  private final long importId;
  private final CatalogueSchema schema;
  private final Connection connection;
  private final FindingLog log;

  RowResolution(long importId, CatalogueSchema schema, Connection connection, FindingLog log) {
    this.importId = importId;
    this.schema = schema;
    this.connection = connection;
    this.log = log;
  }

  void analyze() throws SQLException {
    ANALYZE.run(connection);
  }

  void repeatedKeys() throws SQLException {
    repeated(
        KEYS,
        "one row for each record; row %d of “%s” means this one too. A copied row makes a new"
            + " record if its key is empty and its title another one");
  }

  /// Rows without a key that say the same.
  void repeatedRows() throws SQLException {
    repeated(IDENTITIES, "one row for each new record; row %d of “%s” has the same");
  }

  void staying(Set<Integer> rows) throws SQLException {
    STAYING.with("id", importId).with("rows", rows.toArray(Integer[]::new)).run(connection);
  }

  void names() throws SQLException {
    PARENTS.with("id", importId).run(connection);
    TARGETS.with("id", importId).run(connection);
  }

  /// Rows that need those which are chosen by themselves, row by row down the outline and along the
  /// links.
  ///
  /// @return what is to be told of each
  List<Late.Wrong> waiting() throws SQLException {
    int more;
    do {
      more = WAITING.with("id", importId).run(connection);
    } while (more > 0);
    return WAITS.with("id", importId).list(connection).stream().map(Waits::told).toList();
  }

  /// Rows that name what only rows with errors would make.
  void lostNames() throws SQLException {
    LOST.with("id", importId)
        .each(
            connection,
            BATCH,
            rows ->
                rows.forEach(
                    row ->
                        log.add(
                            Finding.error(
                                FindingCode.UNKNOWN_RECORD,
                                new Place.Cell(row.sheet(), row.sheetRow(), 0),
                                row.name(),
                                "a record that there is; the row that makes it has errors"))));
  }

  private void repeated(Query<Again> query, String expected) throws SQLException {
    query
        .with("id", importId)
        .each(
            connection,
            BATCH,
            rows ->
                rows.forEach(
                    row ->
                        log.add(
                            Finding.error(
                                FindingCode.DUPLICATE,
                                new Place.Cell(row.sheet(), row.sheetRow(), 0),
                                identity(schema.typeOf(row.type()), row.again()),
                                expected.formatted(row.otherRow(), row.otherSheet())))));
  }

  /// A key as it is; the values that tell a record of this type as people write them.
  private static String identity(RecordType type, String again) {
    return again.startsWith("{") ? StagedJson.displayText(type, again) : again;
  }
}
