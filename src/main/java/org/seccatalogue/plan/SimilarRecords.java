package org.seccatalogue.plan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.mapping.SheetMapping;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;

/// Finds new rows that say nearly what a record of the catalogue says already.
///
/// The work is bounded: the first `most` new rows of an import are compared, and the records of
/// their types are read once, whatever the number of rows.
public final class SimilarRecords {

  private static final int FETCH = 2000;

  /// How similar texts must be to be told of, and for how many new rows of an import it is asked.
  ///
  /// @param least from 0 to 1; more than 1 finds nothing
  public record Bounds(double least, int most) {}

  /// A new row with the cell of what it says.
  private record Said(int number, Place.Cell place, String text) {}

  /// The record that is nearest to a row.
  private record Nearest(RecordKey key, double similarity) {}

  private final CatalogueSchema schema;
  private final Bounds bounds;
  private final Map<String, List<Said>> byType = new LinkedHashMap<>();
  private int compared;

  public SimilarRecords(CatalogueSchema schema, Bounds bounds) {
    this.schema = schema;
    this.bounds = bounds;
  }

  /// Takes a row to be compared, if it is new and there is room.
  void add(SheetMapping mapping, StagedChange change) {
    Optional<Attribute> statement = mapping.type().playing(AttributeRole.STATEMENT);
    if (change.kind() == PlannedChange.Kind.NEW
        && compared < bounds.most()
        && bounds.least() <= 1
        && statement.isPresent()) {
      String text = change.attributes().inWords(statement.get());
      int column = mapping.columnOf(statement.get().name()).orElse(0);
      if (!text.isEmpty()) {
        compared++;
        Place.Cell place = new Place.Cell(mapping.sheet(), change.row().row(), column);
        byType
            .computeIfAbsent(change.type(), _ -> new ArrayList<>())
            .add(new Said(change.row().number(), place, text));
      }
    }
  }

  /// A warning for each row that is nearly the same as a record.
  void find(Connection connection, FindingLog log) throws SQLException {
    for (Map.Entry<String, List<Said>> rows : byType.entrySet()) {
      Map<Said, Nearest> nearest = nearest(connection, rows.getKey(), rows.getValue());
      for (Said row : rows.getValue()) {
        Nearest found = nearest.get(row);
        if (found != null) {
          log.add(warning(row, found));
        }
      }
    }
  }

  private Map<Said, Nearest> nearest(Connection connection, String type, List<Said> rows)
      throws SQLException {
    SimilarTexts<Said> texts = new SimilarTexts<>();
    rows.forEach(row -> texts.add(row, row.text()));
    Map<Said, Nearest> nearest = new LinkedHashMap<>();
    Attribute statement = schema.typeOf(type).playing(AttributeRole.STATEMENT).orElseThrow();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select key, attributes ->> ? from record"
                + " where type = ? and stage <> ? and attributes ->> ? is not null order by key")) {
      select.setString(1, statement.name());
      select.setString(2, type);
      select.setString(3, schema.workflow().withdrawn());
      select.setString(4, statement.name());
      select.setFetchSize(FETCH);
      try (ResultSet records = select.executeQuery()) {
        while (records.next()) {
          RecordKey key = RecordKey.of(records.getString(1));
          texts
              .similar(records.getString(2), bounds.least())
              .forEach(
                  match ->
                      nearest.merge(
                          match.of(),
                          new Nearest(key, match.similarity()),
                          (one, other) -> other.similarity() > one.similarity() ? other : one));
        }
      }
    }
    return nearest;
  }

  private static Finding warning(Said row, Nearest nearest) {
    String expected =
        "a new requirement; "
            + nearest.key()
            + " says nearly the same ("
            + (int) Math.floor(nearest.similarity() * 100)
            + " per cent alike)";
    return Finding.warning(FindingCode.SIMILAR, row.place(), row.text(), expected);
  }
}
