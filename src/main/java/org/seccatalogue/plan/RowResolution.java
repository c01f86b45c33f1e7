package org.seccatalogue.plan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.schema.RecordType;

/// Resolves what the rows of an import say of each other, when all of them are there.
public final class RowResolution {

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

  /// Rows that say the same, or have the same value where no two records may.
  void repeatedRows() throws SQLException {
    duplicates("identity", "one row for each record; row %d of “%s” is the same");
    uniques();
  }

  void parents() throws SQLException {
    execute(
        """
        update import_change c set parent_row = p.row_number
        from import_change p
        where c.import_id = ? and c.parent_text is not null and p.import_id = c.import_id
          and (p.reference = c.parent_text or p.key = c.parent_text)
        """);
    query(
        """
        select sheet, sheet_row, parent_text, parent_row is not null
        from import_change where import_id = ? and parent_text is not null
          and (parent_row is null or parent_row >= row_number)
        order by row_number
        """,
        row ->
            log.add(
                Finding.error(
                    row.getBoolean(4) ? FindingCode.BAD_PLACE : FindingCode.UNKNOWN_RECORD,
                    new Place.Cell(row.getString(1), row.getInt(2), 0),
                    row.getString(3),
                    row.getBoolean(4)
                        ? "a section that stands in a row above"
                        : "the key or reference of a section")));
  }

  void links() throws SQLException {
    execute(
        """
        update import_link l set target_row = t.row_number
        from import_change t
        where l.import_id = ? and l.target is null and t.import_id = l.import_id
          and (t.reference = l.target_text or t.key = l.target_text)
        """);
    query(
        """
        select l.sheet, l.sheet_row, l.sheet_column, l.target_text, l.type, l.source_type,
          coalesce(t.type, r.type), l.allowed
        from import_link l
        left join import_change t on t.import_id = l.import_id and t.row_number = l.target_row
        left join record r on r.key = l.target
        where l.import_id = ? and (l.target is null or l.type is null)
        order by l.row_number, l.ordinal
        """,
        this::link);
  }

  private void link(ResultSet row) throws SQLException {
    Place place = new Place.Cell(row.getString(1), row.getInt(2), row.getInt(3));
    String text = row.getString(4);
    String linkType = row.getString(5);
    String targetType = row.getString(7);
    String[] allowed = (String[]) row.getArray(8).getArray();
    if (targetType == null) {
      String expected = "the key or reference of a record";
      log.add(Finding.error(FindingCode.UNKNOWN_RECORD, place, text, expected));
    } else if (linkType == null) {
      if (allowed.length > 0 && !List.of(allowed).contains(targetType)) {
        String expected = "a record of type " + String.join(" or ", allowed);
        log.add(Finding.error(FindingCode.WRONG_TYPE, place, text, expected));
      }
    } else {
      LinkRule rule = schema.link(linkType).orElseThrow();
      if (!rule.allows(row.getString(6), targetType)) {
        log.add(RowComparison.badLink(rule, schema.typeOf(row.getString(6)), place, text));
      }
    }
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

  private void uniques() throws SQLException {
    query(
        """
        select sheet, sheet_row, value, first_sheet, first_row from (
          select c.sheet, c.sheet_row, c.row_number, u.value,
            min(c.row_number) over same as first,
            first_value(c.sheet) over same as first_sheet,
            first_value(c.sheet_row) over same as first_row
          from import_change c, unnest(c.uniques) u (value)
          where c.import_id = ? and c.uniques <> '{}'
          window same as (partition by u.value order by c.row_number)) rows
        where row_number > first order by row_number
        """,
        row -> {
          String[] parts = row.getString(3).split(" ", 3);
          Attribute attribute = schema.typeOf(parts[0]).attribute(parts[1]).orElseThrow();
          Place place = new Place.Cell(row.getString(1), row.getInt(2), 0);
          String expected =
              "“%s” with a value that no other row has; row %d of “%s” has it"
                  .formatted(attribute.label(), row.getInt(5), row.getString(4));
          String found = StagedJson.inWords(attribute, parts[2]);
          log.add(Finding.error(FindingCode.DUPLICATE, place, found, expected));
        });
  }

  /// What is done with each row of a result.
  public interface Reader {
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
