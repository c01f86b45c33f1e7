package org.seccatalogue.revision.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.sql.Sql;

/// Where the attributes of records hold references to others.
///
/// @param attribute in which they are, at any depth
/// @param path in the language of PostgreSQL for paths in JSON
record ReferencePath(String attribute, String path) {

  /// The keys that a record `r` names in its attributes, as an array in JSON; null where it has
  /// none of those attributes.
  static Sql named(Collection<RecordType> types) {
    Map<ReferencePath, List<String>> paths = new LinkedHashMap<>();
    for (RecordType type : types) {
      of(type).forEach(one -> paths.computeIfAbsent(one, _ -> new ArrayList<>()).add(type.name()));
    }
    if (paths.isEmpty()) {
      return new Sql().add("null");
    }
    List<String> attributes = paths.keySet().stream().map(ReferencePath::attribute).toList();
    Sql named = new Sql().add("case when jsonb_exists_any(r.attributes, ?) then '[]'", attributes);
    paths.forEach((path, names) -> named.add(path.named(names)));
    return named.add(" end");
  }

  private Sql named(List<String> types) {
    return new Sql()
        .add(
            " || case when r.type = any(?)"
                + " then jsonb_path_query_array(r.attributes, cast(? as jsonpath)) else '[]' end",
            types,
            path);
  }

  private static Stream<ReferencePath> of(RecordType type) {
    return type.attributes().stream()
        .flatMap(
            attribute ->
                below("$", attribute).map(path -> new ReferencePath(attribute.name(), path)));
  }

  private static Stream<String> below(String above, Attribute attribute) {
    return paths(above + ".\"" + attribute.name() + "\"", attribute.type());
  }

  private static Stream<String> paths(String path, AttributeType type) {
    return switch (type) {
      case AttributeType.Reference _ -> Stream.of(path);
      case AttributeType.ListOf list -> paths(path + "[*]", list.item());
      case AttributeType.Table(List<Attribute> columns) ->
          columns.stream().flatMap(column -> below(path + "[*]", column));
      case AttributeType.Code _,
          AttributeType.CodeMap _,
          AttributeType.Flag _,
          AttributeType.Line _,
          AttributeType.Text _,
          AttributeType.Numeric _,
          AttributeType.Date _,
          AttributeType.Measure _ ->
          Stream.empty();
    };
  }
}
