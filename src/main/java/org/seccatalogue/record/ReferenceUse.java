package org.seccatalogue.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;

/// A name by which an attribute refers to another record: its key, or what people call it. Whether
/// there is such a record, only the store knows.
///
/// @param pointer JSON pointer of the value below the attributes
/// @param types names of the record types that are allowed, any when empty
public record ReferenceUse(String pointer, String name, List<String> types) {

  /// A name as records are looked up by it: a key in capitals, anything else without what nobody
  /// sees.
  public static String plain(String text) {
    String name = VisibleText.plain(text);
    String capitals = name.toUpperCase(Locale.ROOT);
    return RecordKey.parse(capitals).isPresent() ? capitals : name;
  }

  /// The name of the attribute in which it stands, also in a cell of a table.
  public String attribute() {
    int end = pointer.indexOf('/', 1);
    return end < 0 ? pointer.substring(1) : pointer.substring(1, end);
  }

  /// The list in which it stands, by its pointer; nothing where it is the only value.
  public Optional<String> list() {
    int last = pointer.lastIndexOf('/');
    boolean counted =
        last > 0
            && last + 1 < pointer.length()
            && pointer
                .substring(last + 1)
                .chars()
                .allMatch(letter -> letter >= '0' && letter <= '9');
    return counted ? Optional.of(pointer.substring(0, last)) : Optional.empty();
  }

  /// The names in a value, in their order.
  public static List<String> names(AttributeType type, JsonNode value) {
    List<String> names = new ArrayList<>();
    renamed(
        type,
        value,
        name -> {
          names.add(name);
          return name;
        });
    return names;
  }

  /// A value with others in place of the names in it.
  public static JsonNode renamed(
      AttributeType type, JsonNode value, UnaryOperator<String> otherName) {
    return switch (type) {
      case AttributeType.Reference _ when value.isValueNode() && !value.isNull() -> {
        String name = plain(value.asText());
        yield name.isEmpty() ? value : TextNode.valueOf(otherName.apply(name));
      }
      case AttributeType.ListOf(AttributeType item) when value.isArray() && item.refers() -> {
        ArrayNode items = ((ArrayNode) value).arrayNode();
        value.forEach(one -> items.add(renamed(item, one, otherName)));
        yield items;
      }
      case AttributeType.Table(List<Attribute> columns) when value.isArray() && type.refers() -> {
        ArrayNode rows = ((ArrayNode) value).arrayNode();
        value.forEach(row -> rows.add(row(columns, row, otherName)));
        yield rows;
      }
      case AttributeType.Reference _,
          AttributeType.ListOf _,
          AttributeType.Table _,
          AttributeType.Line _,
          AttributeType.Text _,
          AttributeType.Numeric _,
          AttributeType.Flag(),
          AttributeType.Date(),
          AttributeType.Code _,
          AttributeType.Measure _,
          AttributeType.CodeMap _ ->
          value;
    };
  }

  private static JsonNode row(
      List<Attribute> columns, JsonNode row, UnaryOperator<String> otherName) {
    if (!(row instanceof ObjectNode cells)) {
      return row;
    }
    ObjectNode others = cells.objectNode();
    others.setAll(cells);
    columns.stream()
        .filter(column -> column.type().refers() && cells.has(column.name()))
        .forEach(
            column ->
                others.set(
                    column.name(), renamed(column.type(), cells.path(column.name()), otherName)));
    return others;
  }
}
