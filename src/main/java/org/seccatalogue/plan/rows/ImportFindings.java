package org.seccatalogue.plan.rows;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.finding.Severity;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;

/// What was found in the rows of imports. A [FindingLog] writes it.
@ApplicationScoped
public class ImportFindings {

  /// Of an error `f`: whether it is of a row, and not of a sheet or its headers.
  private static final String OF_A_ROW =
      "(f.sheet_row is not null and f.code not in ('MISSING_COLUMN', 'DUPLICATE_COLUMN', 'LONE_CONTINUATION'))";

  private static final String SELECT =
      """
      select severity, code, sheet, sheet_row, sheet_column, found, expected
      from import_finding f where import_id = :id
      """;
  private static final Query<Row> AFTER =
      Query.of(Row.class, SELECT + " and number > :after order by number limit :limit");
  private static final Query<Row> ERRORS_OF_NO_ROW =
      Query.of(
          Row.class,
          SELECT + " and severity = 'ERROR' and not " + OF_A_ROW + " order by number limit :limit");
  private static final Query<OfRows> ERRORS_OF_ROWS =
      Query.of(
          OfRows.class,
          "select count(*) as errors, count(distinct (f.sheet, f.sheet_row)) as rows"
              + " from import_finding f where import_id = :id and severity = 'ERROR' and "
              + OF_A_ROW);
  private static final Command REMOVE =
      Command.of("delete from import_finding where import_id = :id");

  private final Session database;

  ImportFindings(Session database) {
    this.database = database;
  }

  private record Row(
      Severity severity,
      FindingCode code,
      String sheet,
      @Nullable Integer sheetRow,
      @Nullable Integer sheetColumn,
      @Nullable String found,
      String expected) {
    Finding finding() {
      Place place =
          sheetRow == null || sheetColumn == null
              ? new Place.Sheet(sheet)
              : new Place.Cell(sheet, sheetRow, sheetColumn);
      return new Finding(severity, code, place, found, expected);
    }
  }

  /// Findings in the order in which they were found, those after number `after`.
  public List<Finding> find(long id, int after, int limit) {
    return list(AFTER.with("id", id).with("after", after).with("limit", limit));
  }

  /// Errors that are not of a row, in the order in which they were found.
  public List<Finding> errorsOfNoRow(long id, int limit) {
    return list(ERRORS_OF_NO_ROW.with("id", id).with("limit", limit));
  }

  private List<Finding> list(Query<Row> query) {
    return query.list(database).stream().map(Row::finding).toList();
  }

  /// How many errors are of rows, and of how many.
  public record OfRows(int errors, int rows) {}

  public OfRows errorsOfRows(long id) {
    return ERRORS_OF_ROWS.with("id", id).only(database);
  }

  public void remove(long id) {
    REMOVE.with("id", id).run(database);
  }
}
