package org.seccatalogue.baseline.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seccatalogue.baseline.PublicDatabase;
import org.seccatalogue.baseline.search.PublishedFacets.By;
import org.seccatalogue.baseline.search.PublishedFacets.Facet;
import org.seccatalogue.baseline.search.PublishedFacets.Value;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.sql.Sql;

/// Counts in the order and with the labels of the record types of a baseline; what no record has is
/// left out.
final class FacetCounts {

  private final CatalogueSchema schema;
  private final Map<String, Integer> counts;
  private final Map<String, Facet> facets = new LinkedHashMap<>();

  /// @param counts numbers of records by `name=code`
  private FacetCounts(CatalogueSchema schema, Map<String, Integer> counts) {
    this.schema = schema;
    this.counts = counts;
  }

  static List<Facet> of(CatalogueSchema schema, Map<String, Integer> counts) {
    return new FacetCounts(schema, counts).inOrder();
  }

  private List<Facet> inOrder() {
    List<Value> types = new ArrayList<>();
    schema.types().forEach(type -> count(types, "type", type.name(), type.label()));
    put(By.TYPE, "type", "Record type", types);
    List<Value> stages = new ArrayList<>();
    schema.workflow().stages().forEach(s -> count(stages, "stage", s.code(), s.label()));
    put(By.STAGE, "stage", "Stage", stages);
    List<Facet> first = new ArrayList<>(facets.values());
    facets.clear();
    schema.types().stream().flatMap(type -> type.attributes().stream()).forEach(this::attribute);
    first.addAll(facets.values());
    return first;
  }

  private void count(List<Value> values, String name, String code, String label) {
    Integer count = counts.get(name + "=" + code);
    if (count != null) {
      values.add(new Value(code, label, count));
    }
  }

  /// Record types may share an attribute: the label of the first one counts.
  private void put(By by, String name, String label, List<Value> values) {
    if (!values.isEmpty()) {
      facets.merge(name, new Facet(by, name, label, values), FacetCounts::joined);
    }
  }

  private static Facet joined(Facet first, Facet second) {
    List<Value> values = new ArrayList<>(first.values());
    second.values().stream()
        .filter(value -> values.stream().noneMatch(v -> v.code().equals(value.code())))
        .forEach(values::add);
    return new Facet(first.by(), first.name(), first.label(), values);
  }

  private void attribute(Attribute attribute) {
    AttributeType type =
        attribute.type() instanceof AttributeType.ListOf list ? list.item() : attribute.type();
    switch (type) {
      case AttributeType.Code(CodeList codes) -> put(attribute.name(), attribute.label(), codes);
      case AttributeType.Flag _ -> flag(attribute);
      case AttributeType.CodeMap map ->
          map.keys()
              .values()
              .forEach(
                  key ->
                      put(
                          attribute.name() + "." + key.code(),
                          attribute.label() + ": " + key.label(),
                          map.values()));
      case AttributeType.Line _,
          AttributeType.Text _,
          AttributeType.Numeric _,
          AttributeType.Date _,
          AttributeType.Measure _,
          AttributeType.Reference _,
          AttributeType.ListOf _,
          AttributeType.Table _ -> {}
    }
  }

  private void put(String name, String label, CodeList codes) {
    List<Value> values = new ArrayList<>();
    codes.values().forEach(value -> count(values, name, value.code(), value.label()));
    put(By.ATTRIBUTE, name, label, values);
  }

  private void flag(Attribute attribute) {
    List<Value> values = new ArrayList<>();
    count(values, attribute.name(), "true", "Yes");
    count(values, attribute.name(), "false", "No");
    put(By.ATTRIBUTE, attribute.name(), attribute.label(), values);
  }

  /// Reads how many records of a baseline have each facet, and under no name how many there are:
  /// of what was counted when it was frozen.
  static Map<String, Integer> frozen(PublicDatabase database, Matching matching) {
    Sql sql =
        new Sql()
            .add(
                "select facet, sum(records) as records from facet where baseline = ?",
                matching.baseline());
    if (!matching.types().isEmpty()) {
      sql.add(" and type = any(?)", (Object) matching.types().toArray(String[]::new));
    }
    Map<String, Integer> counts = read(database, sql.add(" group by facet"));
    counts.put(
        "",
        counts.entrySet().stream()
            .filter(count -> count.getKey().startsWith("type="))
            .mapToInt(Map.Entry::getValue)
            .sum());
    return counts;
  }

  /// The same of some records. The one record more than are counted is left out of the facets.
  static Map<String, Integer> among(PublicDatabase database, PageRows.Candidates candidates) {
    return read(
        database,
        new Sql()
            .add(candidates.with())
            .add(" select f.facet, count(*) as records from")
            .add(" (select * from candidates limit ?) c cross join lateral (", Matching.MOST)
            .add("select unnest(c.facets) union all select 'stage=' || c.stage")
            .add(" union all select 'type=' || c.type) f (facet) group by f.facet")
            .add(" union all select '', count(*) from " + candidates.all()));
  }

  private record Count(String facet, int records) {}

  private static Map<String, Integer> read(PublicDatabase database, Sql sql) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    database
        .list(sql.asking(Count.class))
        .forEach(count -> counts.put(count.facet(), count.records()));
    return counts;
  }
}
