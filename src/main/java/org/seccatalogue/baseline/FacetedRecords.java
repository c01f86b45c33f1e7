package org.seccatalogue.baseline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.seccatalogue.schema.CatalogueSchema;

/// Records of a baseline by the codes of their attributes, whatever those are called.
///
/// A facet is the name of an attribute, an equals sign and a code.
@ApplicationScoped
public class FacetedRecords {

  private final PublicDatabase database;
  private final Published published;

  FacetedRecords(PublicDatabase database, Published published) {
    this.database = database;
    this.published = published;
  }

  /// How many records of a type have a facet.
  public record Count(String type, String facet, int records) {}

  /// How often some facets occur, by type and facet.
  public List<Count> counts(Baseline baseline, List<String> facets) {
    return database.list(
        "select type, facet, records from facet where baseline = ? and facet = any(?)"
            + " order by type, facet",
        row -> new Count(row.getString(1), row.getString(2), row.getInt(3)),
        baseline.number(),
        facets.toArray(String[]::new));
  }

  /// The records of some types that have one facet of each group, in the order of the outline.
  ///
  /// @param groups of facets
  /// @param after the path of the record before the first
  public List<PublishedRecord> find(
      Baseline baseline, List<String> types, List<List<String>> groups, String after, int limit) {
    CatalogueSchema schema = published.schema(baseline);
    List<Object> parameters = new ArrayList<>();
    parameters.add(baseline.number());
    parameters.add(types.toArray(String[]::new));
    groups.forEach(group -> parameters.add(group.toArray(String[]::new)));
    parameters.add(after);
    parameters.add(limit);
    return database.list(
        PublishedRecords.RECORD
            + " where e.baseline = ? and e.type = any(?)"
            + " and c.facets && ?".repeat(groups.size())
            + " and e.path > ? order by e.path limit ?",
        row -> PublishedRecords.record(row, schema),
        parameters.toArray());
  }
}
