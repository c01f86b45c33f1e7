package org.seccatalogue.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;

/// Values as people read them: labels instead of codes, numbers with their units.
public final class ValueText {

  private ValueText() {}

  /// A value in words, on one line unless it is text of several lines.
  public static String of(AttributeType type, JsonNode value) {
    return switch (type) {
      case AttributeType.Line _, AttributeType.Text _, AttributeType.Reference _ -> value.asText();
      case AttributeType.Numeric number -> number(value) + unit(number);
      case AttributeType.Flag() -> value.asBoolean() ? "Yes" : "No";
      case AttributeType.Date() -> value.asText();
      case AttributeType.Code code -> code.codes().labelOf(value.asText());
      case AttributeType.Measure _ -> measure(value);
      case AttributeType.ListOf list ->
          value.valueStream().map(item -> of(list.item(), item)).collect(Collectors.joining("; "));
      case AttributeType.CodeMap map -> String.join("; ", entries(map, value));
      case AttributeType.Table table ->
          rows(table, value).stream()
              .map(cells -> String.join(", ", cells.stream().filter(c -> !c.isEmpty()).toList()))
              .collect(Collectors.joining("; "));
    };
  }

  /// The items of a value with several, each in words; one item for any other value.
  public static List<String> items(AttributeType type, JsonNode value) {
    return switch (type) {
      case AttributeType.ListOf list ->
          value.valueStream().map(item -> of(list.item(), item)).toList();
      case AttributeType.CodeMap map -> entries(map, value);
      default -> List.of(of(type, value));
    };
  }

  /// The cells of a table in words, row by row, a text for each column.
  public static List<List<String>> rows(AttributeType.Table table, JsonNode value) {
    List<List<String>> rows = new ArrayList<>();
    value.forEach(
        row -> rows.add(table.columns().stream().map(column -> cell(column, row)).toList()));
    return rows;
  }

  static String cell(Attribute column, JsonNode row) {
    JsonNode value = row.get(column.name());
    return value == null ? "" : of(column.type(), value);
  }

  private static List<String> entries(AttributeType.CodeMap map, JsonNode value) {
    return map.keys().values().stream()
        .filter(key -> value.has(key.code()))
        .map(key -> key.label() + ": " + map.values().labelOf(value.path(key.code()).asText()))
        .toList();
  }

  static String measure(JsonNode value) {
    String number =
        Stream.of(number(value.path("value")), value.path("unit").asText())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" "));
    String condition = value.path("condition").asText();
    if (number.isEmpty() || condition.isEmpty()) {
      return number + condition;
    }
    return number + " (" + condition + ")";
  }

  static String number(JsonNode value) {
    return value.isNumber()
        ? value.decimalValue().stripTrailingZeros().toPlainString()
        : value.asText();
  }

  private static String unit(AttributeType.Numeric number) {
    return number.unit() == null ? "" : " " + number.unit();
  }
}
