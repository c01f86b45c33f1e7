package org.seccatalogue.baseline.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.seccatalogue.baseline.PublicDatabase;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.sql.Sql;

/// Attributes that hold a code in one record type and refer to a record in another. Who asks for
/// such a code finds both, so both are counted.
final class ReferredCodes {

  /// The types of which the attribute refers to records, by its name.
  private final Map<String, SequencedSet<String>> referring = new LinkedHashMap<>();

  private ReferredCodes(CatalogueSchema schema) {
    schema.types().forEach(this::add);
    Set<String> coded =
        schema.types().stream()
            .flatMap(type -> type.attributes().stream())
            .filter(ReferredCodes::holdsCode)
            .map(Attribute::name)
            .collect(Collectors.toSet());
    referring.keySet().retainAll(coded);
  }

  private void add(RecordType type) {
    type.attributes().stream()
        .filter(attribute -> attribute.type().refers())
        .filter(attribute -> !(attribute.type() instanceof AttributeType.Table))
        .forEach(
            attribute ->
                referring
                    .computeIfAbsent(attribute.name(), _ -> new TreeSet<>())
                    .add(type.name()));
  }

  private static boolean holdsCode(Attribute attribute) {
    AttributeType type =
        attribute.type() instanceof AttributeType.ListOf list ? list.item() : attribute.type();
    return type instanceof AttributeType.Code;
  }

  /// Whose records are counted.
  ///
  /// @param candidates a `with` that names them `candidates`, by their keys
  /// @param most of them
  record Among(int baseline, Sql candidates, int most) {}

  private record Count(String facet, int records) {}

  /// Adds to counts of codes how many of the records refer to what is called so.
  ///
  /// @param counts numbers of records by `name=code`
  static void add(
      PublicDatabase database, CatalogueSchema schema, Among among, Map<String, Integer> counts) {
    new ReferredCodes(schema)
        .referring.forEach(
            (name, types) ->
                database
                    .list(counts(name, types, among).asking(Count.class))
                    .forEach(one -> counts.merge(one.facet(), one.records(), Integer::sum)));
  }

  private static Sql counts(String name, SequencedSet<String> types, Among among) {
    return new Sql()
        .add(among.candidates())
        .add(" select ? || r.reference as facet, count(distinct e.key) as records", name + "=")
        .add(" from (select key from candidates limit ?) c", among.most())
        .add(" join entry e on e.baseline = ? and e.key = c.key", among.baseline())
        .add(" and e.type = any(?)", (Object) types.toArray(String[]::new))
        .add(" join content x on x.digest = e.digest")
        .add(" cross join lateral jsonb_path_query(x.content::jsonb -> 'attributes'")
        .add(" -> cast(? as text), '$[*]') named (key)", name)
        .add(" join entry r on r.baseline = ?", among.baseline())
        .add(" and r.key = named.key #>> '{}' where r.reference is not null group by r.reference");
  }
}
