package org.seccatalogue.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CodeList;

/// Reads one raw value of each kind into its normal form, or adds what is wrong with it.
///
/// Absent, null and empty values have no normal form: they are left out.
final class ValueReader {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final int MOST_ITEMS = 1_000;
  private static final int LAST_YEAR = 9999;

  /// Of paths, which have no limit but those of their numbers.
  private static final int LONGEST_NAME = 1_000;

  private final ValueFindings findings;
  private final TextReader texts;
  private final QuantityReader quantities;
  private final List<ReferenceUse> references;

  ValueReader(List<Finding> findings, List<ReferenceUse> references) {
    this.findings = new ValueFindings(findings);
    this.texts = new TextReader(this.findings);
    this.quantities = new QuantityReader(this.findings, texts);
    this.references = references;
  }

  @Nullable JsonNode read(AttributeType type, JsonNode raw, String pointer) {
    if (raw.isMissingNode()
        || raw.isNull()
        || (raw.isTextual() && VisibleText.isBlank(raw.textValue()))) {
      return null;
    }
    return switch (type) {
      case AttributeType.Line line -> texts.line(line, raw, pointer);
      case AttributeType.Text text -> texts.text(text, raw, pointer);
      case AttributeType.Numeric number -> quantities.number(number, raw, pointer);
      case AttributeType.Flag() -> flag(raw, pointer);
      case AttributeType.Date() -> date(raw, pointer);
      case AttributeType.Code code -> code(code.codes(), raw, pointer);
      case AttributeType.Measure measure -> quantities.measure(measure, raw, pointer);
      case AttributeType.Reference reference -> reference(reference, raw, pointer);
      case AttributeType.ListOf list -> list(list, raw, pointer);
      case AttributeType.CodeMap map -> map(map, raw, pointer);
      case AttributeType.Table table -> table(table, raw, pointer);
    };
  }

  private @Nullable JsonNode flag(JsonNode raw, String pointer) {
    return raw.isBoolean()
        ? BooleanNode.valueOf(raw.booleanValue())
        : findings.wrong(pointer, raw.asText(), "yes or no");
  }

  private @Nullable JsonNode date(JsonNode raw, String pointer) {
    try {
      LocalDate day = LocalDate.parse(raw.asText().strip());
      if (day.getYear() >= 1 && day.getYear() <= LAST_YEAR) {
        return TextNode.valueOf(day.toString());
      }
    } catch (DateTimeParseException e) {
      // Told below, like a day that no calendar in a form has.
    }
    return findings.wrong(pointer, raw.asText(), DateText.expected(raw.asText()));
  }

  private @Nullable JsonNode code(CodeList codes, JsonNode raw, String pointer) {
    Optional<CodeList.Value> value =
        raw.isTextual() ? codes.byCode(raw.textValue().strip()) : Optional.empty();
    if (value.isEmpty()) {
      findings.add(FindingCode.UNKNOWN_CODE, pointer, raw.asText(), "one of " + codes.listed());
      return null;
    }
    return TextNode.valueOf(value.get().code());
  }

  private @Nullable JsonNode reference(AttributeType.Reference type, JsonNode raw, String pointer) {
    String name = raw.isValueNode() ? ReferenceUse.plain(raw.asText()) : "";
    if (name.isEmpty() || name.length() > LONGEST_NAME || !VisibleText.isStorable(name)) {
      String found = raw.isValueNode() ? VisibleText.storable(raw.asText()) : raw.toString();
      return findings.wrong(pointer, found, "the key or reference of a record");
    }
    references.add(new ReferenceUse(pointer, name, type.types()));
    return TextNode.valueOf(name);
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
      return findings.wrong(pointer, raw.asText(), "a value for each of " + type.keys().listed());
    }
    ObjectNode entries = NODES.objectNode();
    raw.fieldNames()
        .forEachRemaining(
            key -> code(type.keys(), TextNode.valueOf(key), pointer + "/" + escaped(key)));
    for (String key : type.keys().codes()) {
      JsonNode value = raw.path(key);
      if (!value.isMissingNode() && !VisibleText.isBlank(value.asText())) {
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
      findings.wrong(pointer, raw.asText(), "a row with its columns");
      return null;
    }
    ObjectNode row = NODES.objectNode();
    for (Attribute column : type.columns()) {
      JsonNode cell = read(column.type(), raw.path(column.name()), pointer + "/" + column.name());
      if (cell != null) {
        row.set(column.name(), cell);
      } else if (column.required() && VisibleText.isBlank(raw.path(column.name()).asText())) {
        String expected = "a value for “" + column.label() + "”";
        findings.add(FindingCode.MISSING_VALUE, pointer + "/" + column.name(), null, expected);
      }
    }
    raw.fieldNames()
        .forEachRemaining(
            name -> {
              if (type.columns().stream().noneMatch(c -> c.name().equals(name))) {
                findings.add(
                    FindingCode.UNKNOWN_ATTRIBUTE, pointer + "/" + escaped(name), name, "a column");
              }
            });
    return row;
  }

  private boolean isList(JsonNode raw, String pointer, String expected) {
    if (!raw.isArray()) {
      findings.wrong(pointer, raw.asText(), expected);
      return false;
    }
    if (raw.size() > MOST_ITEMS) {
      findings.wrong(pointer, String.valueOf(raw.size()), "at most " + MOST_ITEMS + " entries");
      return false;
    }
    return true;
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
