package org.seccatalogue.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CodeList;

/// Reads one raw value of each kind into its normal form, or adds what is wrong with it.
///
/// Absent, null and empty values have no normal form: they are left out.
final class ValueReader {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /// More digits than any quantity of ours has; keeps a hostile exponent from filling the memory.
  private static final int MOST_DIGITS = 30;

  private static final int MOST_ITEMS = 1_000;

  private final List<Finding> findings;
  private final List<ReferenceUse> references;

  ValueReader(List<Finding> findings, List<ReferenceUse> references) {
    this.findings = findings;
    this.references = references;
  }

  @Nullable JsonNode read(AttributeType type, JsonNode raw, String pointer) {
    if (raw.isMissingNode()
        || raw.isNull()
        || (raw.isTextual() && VisibleText.isBlank(raw.textValue()))) {
      return null;
    }
    return switch (type) {
      case AttributeType.Line line -> line(line, raw, pointer);
      case AttributeType.Text text -> text(text, raw, pointer);
      case AttributeType.Numeric number -> number(number, raw, pointer);
      case AttributeType.Flag() -> flag(raw, pointer);
      case AttributeType.Date() -> date(raw, pointer);
      case AttributeType.Code code -> code(code.codes(), raw, pointer);
      case AttributeType.Measure measure -> measure(measure, raw, pointer);
      case AttributeType.Reference reference -> reference(reference, raw, pointer);
      case AttributeType.ListOf list -> list(list, raw, pointer);
      case AttributeType.CodeMap map -> map(map, raw, pointer);
      case AttributeType.Table table -> table(table, raw, pointer);
    };
  }

  private @Nullable JsonNode line(AttributeType.Line line, JsonNode raw, String pointer) {
    String text = string(raw, line.maxLength(), pointer);
    if (text == null) {
      return null;
    }
    String collapsed = isCollapsed(text) ? text : SPACES.matcher(text).replaceAll(" ");
    if (line.pattern() != null && !line.pattern().matches(collapsed)) {
      return wrong(pointer, collapsed, line.pattern().hint());
    }
    return TextNode.valueOf(collapsed);
  }

  /// Whether no space follows another, and none is anything but a plain one.
  private static boolean isCollapsed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c == ' ' && i > 0 && text.charAt(i - 1) == ' ')) {
        return false;
      }
    }
    return true;
  }

  private @Nullable JsonNode text(AttributeType.Text type, JsonNode raw, String pointer) {
    String text = string(raw, type.maxLength(), pointer);
    return text == null ? null : TextNode.valueOf(text.replace("\r\n", "\n").replace('\r', '\n'));
  }

  private @Nullable String string(JsonNode raw, int maxLength, String pointer) {
    if (!raw.isTextual()) {
      wrong(pointer, raw.toString(), "text");
      return null;
    }
    String text = VisibleText.strip(raw.textValue());
    if (text.length() > maxLength) {
      wrong(pointer, text, "at most " + maxLength + " characters, not " + text.length());
      return null;
    }
    if (hasControls(text)) {
      wrong(pointer, text.replaceAll("\\p{Cntrl}", "�"), "text without control characters");
      return null;
    }
    return text;
  }

  private static boolean hasControls(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\n' && c != '\r' && c != '\t') || c >= '\uFFFE') {
        return true;
      }
    }
    return false;
  }

  private @Nullable JsonNode number(AttributeType.Numeric type, JsonNode raw, String pointer) {
    String expected = range(type);
    if (!raw.isNumber()) {
      return wrong(pointer, raw.asText(), expected);
    }
    BigDecimal value = bounded(raw);
    boolean fits =
        value != null
            && (type.decimals() == null || value.scale() <= type.decimals())
            && (type.minimum() == null || value.doubleValue() >= type.minimum())
            && (type.maximum() == null || value.doubleValue() <= type.maximum());
    return fits && value != null
        ? DecimalNode.valueOf(value)
        : wrong(pointer, raw.asText(), expected);
  }

  /// The number in its shortest plain form, or null when it has more digits than is sensible.
  private static @Nullable BigDecimal bounded(JsonNode raw) {
    if (raw.isFloatingPointNumber() && !Double.isFinite(raw.doubleValue())) {
      return null;
    }
    BigDecimal value = raw.decimalValue();
    if (value.precision() > MOST_DIGITS || Math.abs(value.scale()) > MOST_DIGITS) {
      return null;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static String range(AttributeType.Numeric type) {
    StringBuilder words = new StringBuilder(type.whole() ? "a whole number" : "a number");
    if (type.decimals() != null && type.decimals() > 0) {
      words.append(" with at most ").append(type.decimals()).append(" decimals");
    }
    if (type.minimum() != null) {
      words
          .append(" from ")
          .append(BigDecimal.valueOf(type.minimum()).stripTrailingZeros().toPlainString());
    }
    if (type.maximum() != null) {
      words
          .append(" to ")
          .append(BigDecimal.valueOf(type.maximum()).stripTrailingZeros().toPlainString());
    }
    return type.unit() == null ? words.toString() : words + " (" + type.unit() + ")";
  }

  private @Nullable JsonNode flag(JsonNode raw, String pointer) {
    return raw.isBoolean()
        ? BooleanNode.valueOf(raw.booleanValue())
        : wrong(pointer, raw.asText(), "yes or no");
  }

  private @Nullable JsonNode date(JsonNode raw, String pointer) {
    try {
      return TextNode.valueOf(LocalDate.parse(raw.asText().strip()).toString());
    } catch (DateTimeParseException e) {
      return wrong(pointer, raw.asText(), DateText.expected(raw.asText()));
    }
  }

  private @Nullable JsonNode code(CodeList codes, JsonNode raw, String pointer) {
    Optional<CodeList.Value> value =
        raw.isTextual() ? codes.byCode(raw.textValue().strip()) : Optional.empty();
    if (value.isEmpty()) {
      add(FindingCode.UNKNOWN_CODE, pointer, raw.asText(), "one of " + codes.listed());
      return null;
    }
    return TextNode.valueOf(value.get().code());
  }

  private @Nullable JsonNode measure(AttributeType.Measure type, JsonNode raw, String pointer) {
    String expected =
        "a value with its unit ("
            + String.join(", ", type.units())
            + (type.condition() ? "), or words" : ")");
    if (!raw.isObject()) {
      return wrong(pointer, raw.asText(), expected);
    }
    for (String name : (Iterable<String>) raw::fieldNames) {
      if (!List.of("value", "unit", "condition").contains(name)) {
        add(FindingCode.UNKNOWN_ATTRIBUTE, pointer + "/" + name, name, expected);
        return null;
      }
    }
    JsonNode value = raw.path("value");
    String unit = raw.path("unit").asText().strip();
    String condition = VisibleText.strip(raw.path("condition").asText());
    boolean valued = value.isNumber() && bounded(value) != null && type.units().contains(unit);
    boolean bare = (value.isMissingNode() || value.isNull()) && unit.isEmpty();
    boolean worded = !condition.isEmpty();
    if ((worded && !type.condition()) || !(valued || (bare && worded))) {
      return wrong(pointer, ValueText.of(type, raw), expected);
    }
    return measure(valued ? bounded(value) : null, unit, condition);
  }

  private static JsonNode measure(@Nullable BigDecimal value, String unit, String condition) {
    ObjectNode node = NODES.objectNode();
    if (value != null) {
      node.set("value", DecimalNode.valueOf(value));
      node.put("unit", unit);
    }
    if (!condition.isEmpty()) {
      node.put("condition", condition);
    }
    return node;
  }

  private @Nullable JsonNode reference(AttributeType.Reference type, JsonNode raw, String pointer) {
    Optional<RecordKey> key = RecordKey.parse(raw.asText().strip());
    if (key.isEmpty()) {
      return wrong(pointer, raw.asText(), "the key of a record, such as ABC-0001");
    }
    references.add(new ReferenceUse(pointer, key.get(), type.types()));
    return TextNode.valueOf(key.get().toString());
  }

  private @Nullable JsonNode list(AttributeType.ListOf type, JsonNode raw, String pointer) {
    if (!isList(raw, pointer, "a list of values")) {
      return null;
    }
    ArrayNode items = NODES.arrayNode();
    for (int i = 0; i < raw.size(); i++) {
      JsonNode item = read(type.item(), raw.get(i), pointer + "/" + i);
      if (item != null) {
        items.add(item);
      }
    }
    return items.isEmpty() ? null : inOrder(type.item(), items);
  }

  /// Codes stand in the order of their list and once each, so that the same choice is equal.
  private static JsonNode inOrder(AttributeType item, ArrayNode items) {
    if (!(item instanceof AttributeType.Code code)) {
      return items;
    }
    List<String> chosen = new ArrayList<>();
    items.forEach(node -> chosen.add(node.asText()));
    ArrayNode ordered = NODES.arrayNode();
    code.codes().codes().stream().filter(chosen::contains).forEach(ordered::add);
    return ordered;
  }

  private @Nullable JsonNode map(AttributeType.CodeMap type, JsonNode raw, String pointer) {
    if (!raw.isObject()) {
      return wrong(pointer, raw.asText(), "a value for each of " + type.keys().listed());
    }
    ObjectNode entries = NODES.objectNode();
    raw.fieldNames()
        .forEachRemaining(
            key -> code(type.keys(), TextNode.valueOf(key), pointer + "/" + escaped(key)));
    for (String key : type.keys().codes()) {
      JsonNode value = raw.path(key);
      if (!value.isMissingNode() && !value.asText().isBlank()) {
        JsonNode code = code(type.values(), value, pointer + "/" + escaped(key));
        if (code != null) {
          entries.set(key, code);
        }
      }
    }
    return entries.isEmpty() ? null : entries;
  }

  private @Nullable JsonNode table(AttributeType.Table type, JsonNode raw, String pointer) {
    if (!isList(raw, pointer, "a list of rows")) {
      return null;
    }
    ArrayNode rows = NODES.arrayNode();
    for (int i = 0; i < raw.size(); i++) {
      ObjectNode row = row(type, raw.get(i), pointer + "/" + i);
      if (row != null && !row.isEmpty()) {
        rows.add(row);
      }
    }
    return rows.isEmpty() ? null : rows;
  }

  private @Nullable ObjectNode row(AttributeType.Table type, JsonNode raw, String pointer) {
    if (!raw.isObject()) {
      wrong(pointer, raw.asText(), "a row with its columns");
      return null;
    }
    ObjectNode row = NODES.objectNode();
    for (Attribute column : type.columns()) {
      JsonNode cell = read(column.type(), raw.path(column.name()), pointer + "/" + column.name());
      if (cell != null) {
        row.set(column.name(), cell);
      } else if (column.required() && raw.path(column.name()).asText().isBlank()) {
        String expected = "a value for “" + column.label() + "”";
        add(FindingCode.MISSING_VALUE, pointer + "/" + column.name(), null, expected);
      }
    }
    raw.fieldNames()
        .forEachRemaining(
            name -> {
              if (type.columns().stream().noneMatch(c -> c.name().equals(name))) {
                add(FindingCode.UNKNOWN_ATTRIBUTE, pointer + "/" + escaped(name), name, "a column");
              }
            });
    return row;
  }

  private boolean isList(JsonNode raw, String pointer, String expected) {
    if (!raw.isArray()) {
      wrong(pointer, raw.asText(), expected);
      return false;
    }
    if (raw.size() > MOST_ITEMS) {
      wrong(pointer, String.valueOf(raw.size()), "at most " + MOST_ITEMS + " entries");
      return false;
    }
    return true;
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private @Nullable JsonNode wrong(String pointer, String found, String expected) {
    add(FindingCode.BAD_VALUE, pointer, found, expected);
    return null;
  }

  private void add(FindingCode code, String pointer, @Nullable String found, String expected) {
    findings.add(Finding.error(code, new Place.Pointer(pointer), found, expected));
  }
}
