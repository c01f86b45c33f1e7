package org.seccatalogue.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordReader;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CodeList;

/// Values of every kind as the store may hold them, among them those that spreadsheets like to
/// break. The same seed gives the same values.
public final class GeneratedValues {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> PIECES =
      List.of(
          "=1+1",
          "+44",
          "-5",
          "@SUM(A1)",
          "'",
          "''=x",
          "007",
          "1.100",
          "A1E5",
          "0x1F",
          "TRUE",
          "#N/A",
          "2011-11-30",
          "1/2",
          ";",
          "; ",
          "\\",
          "\\;",
          "\\\\",
          "|",
          " | ",
          "//",
          "http://a.b/c",
          "=",
          ":",
          " = ",
          "(",
          ")",
          "(why)",
          "a (b; c) d",
          "\n",
          "\n\n",
          "\t",
          ",",
          "\"",
          "\"\"",
          "&amp;",
          "<b>",
          "]]>",
          "_x000D_",
          "_x005F_",
          "é",
          "e\u0301",
          "שלום",
          "مرحبا 12",
          "\u200F",
          "日本語",
          "😀",
          "\u00A0",
          "\u200B",
          "\u2028",
          "\u0085",
          "\r\n",
          "\u00AD",
          "%",
          "30 min",
          "24 hours after",
          "1,7",
          "word",
          "two words");

  private final Random random;

  public GeneratedValues(long seed) {
    this.random = new Random(seed);
  }

  /// A value in its normal form, or nothing when chance made none.
  public @Nullable JsonNode of(AttributeType type) {
    return RecordReader.normal(type, raw(type));
  }

  private JsonNode raw(AttributeType type) {
    return switch (type) {
      case AttributeType.Line line -> NODES.textNode(text(Math.min(line.maxLength(), 300), true));
      case AttributeType.Text text -> NODES.textNode(text(text.maxLength(), false));
      case AttributeType.Numeric number -> number(number);
      case AttributeType.Flag() -> NODES.booleanNode(random.nextBoolean());
      case AttributeType.Date() ->
          NODES.textNode(LocalDate.of(1850, 1, 1).plusDays(random.nextInt(90_000)).toString());
      case AttributeType.Code(CodeList codes) -> NODES.textNode(code(codes));
      case AttributeType.Measure measure -> measure(measure);
      case AttributeType.Reference _ -> NODES.textNode("ABC-" + (1000 + random.nextInt(9000)));
      case AttributeType.ListOf list -> list(list);
      case AttributeType.CodeMap map -> map(map);
      case AttributeType.Table table -> table(table);
    };
  }

  /// Text of odd pieces; now and then as long as it may be.
  public String text(int most, boolean line) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(20) == 0 ? most : 1 + random.nextInt(6);
    for (int i = 0; i < pieces && text.length() < most; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      text.append(random.nextBoolean() ? " " : "");
    }
    int end = Math.min(most, text.length());
    int whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    String cut = text.substring(0, whole);
    return line ? cut.replaceAll("\\s+", " ") : cut;
  }

  private JsonNode number(AttributeType.Numeric type) {
    double least = type.minimum() == null ? -1_000_000 : type.minimum();
    double most = type.maximum() == null ? 1_000_000 : type.maximum();
    if (type.maximum() == null && random.nextInt(4) == 0) {
      return NODES.numberNode(
          new BigDecimal(new BigInteger(80, random)).add(new BigDecimal(least)));
    }
    int decimals = type.decimals() == null ? random.nextInt(12) : type.decimals();
    double value = least + random.nextDouble() * (most - least);
    return NODES.numberNode(
        BigDecimal.valueOf(value).setScale(decimals, java.math.RoundingMode.DOWN));
  }

  private String code(CodeList codes) {
    return codes.codes().get(random.nextInt(codes.codes().size()));
  }

  private JsonNode measure(AttributeType.Measure type) {
    ObjectNode node = NODES.objectNode();
    boolean words = type.condition() && random.nextBoolean();
    if (!words || random.nextBoolean()) {
      node.put("value", BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(-30, 30)));
      node.put("unit", type.units().get(random.nextInt(type.units().size())));
    }
    return words ? node.put("condition", text(100, false)) : node;
  }

  private JsonNode list(AttributeType.ListOf type) {
    ArrayNode items = NODES.arrayNode();
    for (int i = 0; i <= random.nextInt(4); i++) {
      items.add(raw(type.item()));
    }
    return items;
  }

  private JsonNode map(AttributeType.CodeMap type) {
    ObjectNode entries = NODES.objectNode();
    for (int i = 0; i <= random.nextInt(3); i++) {
      entries.put(code(type.keys()), code(type.values()));
    }
    return entries;
  }

  private JsonNode table(AttributeType.Table type) {
    ArrayNode rows = NODES.arrayNode();
    for (int i = 0; i <= random.nextInt(3); i++) {
      ObjectNode row = rows.addObject();
      for (Attribute column : type.columns()) {
        if (column.required() || random.nextBoolean()) {
          row.set(column.name(), raw(column.type()));
        }
      }
    }
    return rows;
  }
}
