package org.seccatalogue.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.schema.AttributeType;

/// Reads numbers, and values with their unit.
final class QuantityReader {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// More digits than any quantity of ours has; keeps a hostile exponent from filling the memory.
  private static final int MOST_DIGITS = 30;

  private final ValueFindings findings;
  private final TextReader texts;

  QuantityReader(ValueFindings findings, TextReader texts) {
    this.findings = findings;
    this.texts = texts;
  }

  @Nullable JsonNode number(AttributeType.Numeric type, JsonNode raw, String pointer) {
    String expected = range(type);
    if (!raw.isNumber()) {
      return findings.wrong(pointer, raw.asText(), expected);
    }
    BigDecimal value = bounded(raw);
    boolean fits =
        value != null
            && (type.decimals() == null || value.scale() <= type.decimals())
            && (!type.whole() || isLong(value))
            && (type.minimum() == null || value.doubleValue() >= type.minimum())
            && (type.maximum() == null || value.doubleValue() <= type.maximum());
    return fits && value != null
        ? DecimalNode.valueOf(value)
        : findings.wrong(pointer, raw.asText(), expected);
  }

  /// Whole numbers are no larger than programs can count.
  private static boolean isLong(BigDecimal value) {
    return value.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
        && value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
  }

  /// The number in its shortest plain form, or null when it has more digits than is sensible.
  private static @Nullable BigDecimal bounded(JsonNode raw) {
    if (raw.isFloatingPointNumber() && !Double.isFinite(raw.doubleValue())) {
      return null;
    }
    BigDecimal stripped = raw.decimalValue().stripTrailingZeros();
    if (stripped.precision() > MOST_DIGITS || Math.abs(stripped.scale()) > MOST_DIGITS) {
      return null;
    }
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

  @Nullable JsonNode measure(AttributeType.Measure type, JsonNode raw, String pointer) {
    String expected =
        "a value with its unit ("
            + String.join(", ", type.units())
            + (type.condition() ? "), or words" : ")");
    if (!raw.isObject()) {
      return findings.wrong(pointer, raw.asText(), expected);
    }
    for (String name : (Iterable<String>) raw::fieldNames) {
      if (!List.of("value", "unit", "condition").contains(name)) {
        findings.add(FindingCode.UNKNOWN_ATTRIBUTE, pointer + "/" + name, name, expected);
        return null;
      }
    }
    JsonNode value = raw.path("value");
    String unit = raw.path("unit").asText().strip();
    String condition = words(raw.path("condition"), pointer + "/condition");
    if (condition == null) {
      return null;
    }
    boolean valued = value.isNumber() && bounded(value) != null && type.units().contains(unit);
    boolean bare = (value.isMissingNode() || value.isNull()) && unit.isEmpty();
    boolean worded = !condition.isEmpty();
    if ((worded && !type.condition()) || !(valued || (bare && worded))) {
      return findings.wrong(pointer, ValueText.of(type, raw), expected);
    }
    return measure(valued ? bounded(value) : null, unit, condition);
  }

  /// The words of a quantity, empty where it has none; null when they cannot be kept.
  private @Nullable String words(JsonNode raw, String pointer) {
    boolean none =
        raw.isMissingNode()
            || raw.isNull()
            || (raw.isTextual() && VisibleText.isBlank(raw.textValue()));
    return none ? "" : texts.words(raw, pointer);
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
}
