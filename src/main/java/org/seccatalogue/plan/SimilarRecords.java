package org.seccatalogue.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.plan.rows.FindingLog;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;

/// Finds new rows that say nearly what a record of the catalogue says already.
///
/// The work is bounded: the first `most` new rows of an import are compared, as far as they are not
/// very long, and the records of their types are read once, whatever the number of rows.
public final class SimilarRecords {

  /// Characters of all new rows that are compared: what is kept of each takes many times as much.
  private static final int MOST_CHARACTERS = 5_000_000;

  /// How similar texts must be to be told of, and for how many new rows of an import it is asked.
  ///
  /// @param least from 0 to 1; more than 1 finds nothing
  public record Bounds(double least, int most) {}

  /// A new row with the cell of what it says.
  private record Stated(int number, Place place, String text) {}

  /// The record that is nearest to a row.
  private record Nearest(RecordKey key, double similarity) {}

  private final Catalogue catalogue;
  private final Bounds bounds;
  private final Map<String, List<Stated>> byType = new LinkedHashMap<>();
  private int compared;
  private int characters;

  SimilarRecords(Catalogue catalogue, Bounds bounds) {
    this.catalogue = catalogue;
    this.bounds = bounds;
  }

  /// Takes a new row to be compared, if there is room.
  void add(StagedChange change, Attribute statement) {
    String text = change.attributes().displayText(statement);
    if (!text.isEmpty() && hasRoom(text)) {
      compared++;
      characters += text.length();
      int column = change.table().columnOf(statement.name()).orElse(0);
      Place place = change.table().cell(change.row(), column);
      byType
          .computeIfAbsent(change.table().type().name(), _ -> new ArrayList<>())
          .add(new Stated(change.row().number(), place, text));
    }
  }

  private boolean hasRoom(String text) {
    return compared < bounds.most()
        && bounds.least() <= 1
        && characters + text.length() <= MOST_CHARACTERS;
  }

  /// A warning for each row that is nearly the same as a record.
  void find(FindingLog log) {
    byType.forEach(
        (type, rows) -> {
          Map<Stated, Nearest> nearest = nearest(type, rows);
          Function<RecordKey, String> names =
              catalogue.names().of(nearest.values().stream().map(Nearest::key).toList());
          for (Stated row : rows) {
            Nearest found = nearest.get(row);
            if (found != null) {
              log.add(warning(row, found, names.apply(found.key())));
            }
          }
        });
  }

  private Map<Stated, Nearest> nearest(String type, List<Stated> rows) {
    SimilarTexts<Stated> texts = new SimilarTexts<>();
    rows.forEach(row -> texts.add(row, row.text()));
    Map<Stated, Nearest> nearest = new LinkedHashMap<>();
    CatalogueSchema schema = catalogue.schema();
    Attribute statement = schema.typeOf(type).playing(AttributeRole.STATEMENT).orElseThrow();
    catalogue
        .lookup()
        .texts(
            type,
            statement.name(),
            schema.workflow().withdrawn(),
            (key, text) ->
                texts
                    .similar(text, bounds.least())
                    .forEach(
                        match ->
                            nearest.merge(
                                match.of(),
                                new Nearest(key, match.similarity()),
                                (one, other) ->
                                    other.similarity() > one.similarity() ? other : one)));
    return nearest;
  }

  private static Finding warning(Stated row, Nearest nearest, String name) {
    String expected =
        "a new requirement; "
            + name
            + " says nearly the same ("
            + (int) Math.floor(nearest.similarity() * 100)
            + " per cent alike)";
    return Finding.warning(FindingCode.SIMILAR, row.place(), row.text(), expected);
  }
}
