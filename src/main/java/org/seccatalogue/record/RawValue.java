package org.seccatalogue.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CodeList;

/// Text that a person typed, into a cell or a field, as the raw value that it means.
///
/// It guesses and never refuses: what it cannot understand stays text, and [RecordReader] says
/// what was expected there.
public final class RawValue {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern MEASURE =
      Pattern.compile("([-+]?[0-9]+(?:\\.[0-9]+)?)(?![0-9.:])(.*)", Pattern.DOTALL);
  private static final Pattern IN_BRACKETS = Pattern.compile("\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,60}(\\.[0-9]{1,30})?");
  /// In a field that has a line for each part there is nothing to escape.
  private static final String LINES = "\\R";

  private static final Set<String> YES = Set.of("y", "yes", "true", "1", "x", "✓");
  private static final Set<String> NO = Set.of("n", "no", "false", "0");

  /// What separates the parts of a value that has several. A backslash before a separator makes it
  /// part of the text: [Separated].
  ///
  /// @param items regular expression between the items of a list or the entries of a map
  /// @param rows regular expression between the rows of a table
  /// @param cells regular expression between the cells of a row
  public record Separators(String items, String rows, String cells) {
    /// As people write into cells: `a; b`, `k=v; k=v`, `a|b // a|b`.
    public static final Separators IN_CELL = new Separators(";", "//|\\R", "\\|");

    /// As people write into a field of several lines.
    public static final Separators IN_LINES = new Separators(LINES, LINES, "\\|");
  }

  private RawValue() {}

  public static JsonNode of(AttributeType type, String text, Separators separators) {
    if (VisibleText.isBlank(text)) {
      return NODES.nullNode();
    }
    String given = VisibleText.strip(text);
    return switch (type) {
      case AttributeType.Line _, AttributeType.Text _ -> TextNode.valueOf(given);
      case AttributeType.Date() -> TextNode.valueOf(DateText.iso(VisibleText.plain(given)));
      case AttributeType.Reference _ -> TextNode.valueOf(ReferenceUse.plain(given));
      case AttributeType.Numeric number -> number(number, VisibleText.plain(given));
      case AttributeType.Flag() -> flag(VisibleText.plain(given));
      case AttributeType.Code code -> code(code.codes(), VisibleText.plain(given));
      case AttributeType.Measure measure -> quantity(measure, given);
      case AttributeType.ListOf list -> list(list, given, separators);
      case AttributeType.CodeMap map -> map(map, given, separators);
      case AttributeType.Table table -> table(table, given, separators);
    };
  }

  private static JsonNode number(AttributeType.Numeric type, String text) {
    String bare = text.replace(",", "");
    if (type.unit() != null && bare.endsWith(type.unit())) {
      bare = bare.substring(0, bare.length() - type.unit().length()).strip();
    }
    return NUMBER.matcher(bare).matches()
        ? DecimalNode.valueOf(new BigDecimal(bare))
        : TextNode.valueOf(text);
  }

  private static JsonNode flag(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return BooleanNode.TRUE;
    }
    return NO.contains(word) ? BooleanNode.FALSE : TextNode.valueOf(text);
  }

  private static JsonNode code(CodeList codes, String text) {
    return TextNode.valueOf(codes.find(text).map(CodeList.Value::code).orElse(text));
  }

  /// Whether words alone, without a quantity, need a backslash before them to be read as that.
  static boolean readsAsQuantity(String words) {
    return words.startsWith("\\")
        || MEASURE.matcher(words).matches()
        || MEASURE.matcher(VisibleText.plain(words)).matches();
  }

  /// Words keep their spaces as they are; between a number and its unit any space will do.
  private static JsonNode quantity(AttributeType.Measure type, String text) {
    JsonNode exact = measure(type, text);
    JsonNode plain = exact.has("unit") ? exact : measure(type, VisibleText.plain(text));
    return plain.has("unit") ? plain : exact;
  }

  private static JsonNode measure(AttributeType.Measure type, String text) {
    if (type.condition() && text.startsWith("\\") && readsAsQuantity(text.substring(1))) {
      return NODES.objectNode().put("condition", text.substring(1));
    }
    Matcher matcher = MEASURE.matcher(text);
    if (!matcher.matches()) {
      return type.condition() ? NODES.objectNode().put("condition", text) : TextNode.valueOf(text);
    }
    String tail = matcher.group(2).strip();
    return type.units().stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .filter(unit -> tail.equals(unit) || tail.startsWith(unit + " "))
        .findFirst()
        .map(unit -> measure(matcher.group(1), unit, tail.substring(unit.length())))
        .orElse(TextNode.valueOf(text));
  }

  private static JsonNode measure(String value, String unit, String rest) {
    ObjectNode node = NODES.objectNode();
    if (NUMBER.matcher(value).matches()) {
      node.set("value", DecimalNode.valueOf(new BigDecimal(value)));
    } else {
      node.put("value", value);
    }
    Matcher bracketed = IN_BRACKETS.matcher(rest.strip());
    String condition = bracketed.matches() ? bracketed.group(1) : rest.strip();
    node.put("unit", unit);
    return condition.isEmpty() ? node : node.put("condition", condition);
  }

  private static JsonNode list(AttributeType.ListOf type, String text, Separators separators) {
    ArrayNode items = NODES.arrayNode();
    parts(text, separators.items()).forEach(part -> items.add(of(type.item(), part, separators)));
    return items;
  }

  private static JsonNode map(AttributeType.CodeMap type, String text, Separators separators) {
    ObjectNode entries = NODES.objectNode();
    for (String part : parts(text, separators.items()).toList()) {
      List<String> sides = Separated.parts(part, "[=:]", 2);
      if (sides.size() < 2) {
        return TextNode.valueOf(text);
      }
      String key = type.keys().find(sides.get(0)).map(CodeList.Value::code).orElse(sides.get(0));
      entries.set(key, code(type.values(), sides.get(1)));
    }
    return entries;
  }

  private static JsonNode table(AttributeType.Table type, String text, Separators separators) {
    ArrayNode rows = NODES.arrayNode();
    parts(text, separators.rows()).forEach(part -> rows.add(row(type, part, separators)));
    return rows;
  }

  private static ObjectNode row(AttributeType.Table type, String text, Separators separators) {
    ObjectNode row = NODES.objectNode();
    List<String> cells = Separated.parts(text, separators.cells());
    for (int i = 0; i < cells.size(); i++) {
      Attribute column = i < type.columns().size() ? type.columns().get(i) : null;
      if (column == null) {
        row.put("column " + (i + 1), cells.get(i));
      } else {
        row.set(column.name(), of(column.type(), cells.get(i), separators));
      }
    }
    return row;
  }

  private static Stream<String> parts(String text, String separator) {
    Stream<String> parts =
        separator.equals(LINES)
            ? Stream.of(text.split(LINES))
            : Separated.parts(text, separator).stream();
    return parts.map(String::strip).filter(part -> !part.isEmpty());
  }
}
