package org.seccatalogue.baseline.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PublicDatabase;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.sql.Query;
import org.seccatalogue.sql.Sql;

/// Records of a baseline by the codes of their attributes, whatever those are called.
///
/// A facet is the name of an attribute, an equals sign and a code.
@ApplicationScoped
public class FacetedRecords {

  private static final Query<Count> COUNTS =
      Query.of(
          Count.class,
          "select type, facet, records from facet"
              + " where baseline = :baseline and facet = any(:facets) order by type, facet");

  private final PublicDatabase database;
  private final PublishedRecords records;

  FacetedRecords(PublicDatabase database, PublishedRecords records) {
    this.database = database;
    this.records = records;
  }

  /// How many records of a type have a facet.
  public record Count(String type, String facet, int records) {}

  /// How often some facets occur, by type and facet.
  public List<Count> counts(Baseline baseline, List<String> facets) {
    return database.list(COUNTS.with("baseline", baseline.number()).with("facets", facets));
  }

  /// The records of some types that have one facet of each group, in the order of the outline.
  ///
  /// @param groups of facets
  /// @param after the path of the record before the first
  public List<PublishedRecord> find(
      Baseline baseline, List<String> types, List<List<String>> groups, String after, int limit) {
    Sql sql = new Sql().add(" and e.type = any(?)", types);
    groups.forEach(group -> sql.add(" and c.facets && ?", group));
    return records.records(
        baseline, sql.add(" and e.path > ? order by e.path limit ?", after, limit));
  }
}
