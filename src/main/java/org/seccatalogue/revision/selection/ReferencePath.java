package org.seccatalogue.revision.selection;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.RecordType;

/// Where the attributes of a record hold references to others.
///
/// @param type name of the record type
/// @param path in the language of PostgreSQL for paths in JSON
record ReferencePath(String type, String path) {

  static List<ReferencePath> of(Collection<RecordType> types) {
    return types.stream().flatMap(ReferencePath::of).toList();
  }

  private static Stream<ReferencePath> of(RecordType type) {
    return type.attributes().stream()
        .flatMap(attribute -> below("$", attribute))
        .map(path -> new ReferencePath(type.name(), path));
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
