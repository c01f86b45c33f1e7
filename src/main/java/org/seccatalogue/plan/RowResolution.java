package org.seccatalogue.plan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

/// Tells which rows of an import others name, and which of them mean the same record, when all of
/// them are there. Whether one may name another was judged before.
final class RowResolution {

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
    execute("call analyze_imports()");
  }

  void repeatedKeys() throws SQLException {
    duplicates(
        "key",
        "one row for each record; row %d of “%s” has this key too. Leave it empty to make a new"
            + " record of a copied row");
  }

  /// Rows without a key that say the same.
  void repeatedRows() throws SQLException {
    duplicates("identity", "one row for each record; row %d of “%s” says the same");
  }

  void names() throws SQLException {
    execute(
        """
        update import_change c set parent_row = p.row_number
        from import_change p
        where c.import_id = ? and c.parent_text is not null and p.import_id = c.import_id
          and (p.reference = c.parent_text or p.key = c.parent_text)
        """);
    execute(
        """
        update import_link l set target_row = t.row_number
        from import_change t
        where l.import_id = ? and l.target is null and t.import_id = l.import_id
          and (t.reference = l.target_text or t.key = l.target_text)
        """);
  }

  /// Rows that name what only rows with errors would make.
  void lostNames() throws SQLException {
    query(
        """
        select distinct c.sheet, c.sheet_row, named.name from import_change c
        cross join lateral (
          select c.parent_text where c.parent_row is null
          union all
          select l.target_text from import_link l
          where l.import_id = c.import_id and l.row_number = c.row_number
            and l.target is null and l.target_row is null) named (name)
        where c.import_id = ? and named.name is not null and not\s\
        """
            + ImportRows.HAS_ERROR
            + " order by 1, 2, 3",
        row ->
            log.add(
                Finding.error(
                    FindingCode.UNKNOWN_RECORD,
                    new Place.Cell(row.getString(1), row.getInt(2), 0),
                    row.getString(3),
                    "a record that there is; the row that makes it has errors")));
  }

  private void duplicates(String column, String expected) throws SQLException {
    query(
        """
        select sheet, sheet_row, type, again, first_sheet, first_row from (
          select sheet, sheet_row, row_number, type, %1$s as again,
            min(row_number) over same as first,
            first_value(sheet) over same as first_sheet,
            first_value(sheet_row) over same as first_row
          from import_change where import_id = ? and %1$s is not null
          window same as (partition by type, %1$s order by row_number)) rows
        where row_number > first order by row_number
        """
            .formatted(column),
        row ->
            log.add(
                Finding.error(
                    FindingCode.DUPLICATE,
                    new Place.Cell(row.getString(1), row.getInt(2), 0),
                    inWords(schema.typeOf(row.getString(3)), row.getString(4)),
                    expected.formatted(row.getInt(6), row.getString(5)))));
  }

  /// A key as it is; the values that tell a record of this type as people write them.
  private static String inWords(RecordType type, String again) {
    return again.startsWith("{") ? StagedJson.inWords(type, again) : again;
  }

  /// What is done with each row of a result.
  private interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  private void query(String sql, Reader reader) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, importId);
      select.setFetchSize(1000);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      if (sql.contains("?")) {
        statement.setLong(1, importId);
      }
      statement.executeUpdate();
    }
  }
}
