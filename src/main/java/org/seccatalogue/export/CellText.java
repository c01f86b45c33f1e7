package org.seccatalogue.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.QuantityText;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.Separated;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.workbook.write.CellValue;

/// Values as they stand in cells: what [org.seccatalogue.record.RawValue] and [RowMapper] read from
/// a cell that was written here is the value that was written.
final class CellText {

  /// More digits than this a spreadsheet does not keep.
  private static final int EXACT_DIGITS = 15;

  private static final int SMALLEST_SCALE = 20;

  /// Before this day spreadsheets disagree about the number of a day.
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private static final String ITEMS = ";";
  private static final String ROWS = "//|\\R";
  private static final String CELLS = "\\|";

  private CellText() {}

  static CellValue of(AttributeType type, JsonNode value) {
    return switch (type) {
      case AttributeType.Numeric _ -> number(value);
      case AttributeType.Date() -> day(value.asText());
      default -> new CellValue.Words(text(type, value));
    };
  }

  private static CellValue number(JsonNode value) {
    if (!value.isNumber()) {
      return new CellValue.Words(value.asText());
    }
    BigDecimal number = plain(value);
    return number.precision() <= EXACT_DIGITS && number.scale() <= SMALLEST_SCALE
        ? new CellValue.Amount(number)
        : new CellValue.Words(number.toPlainString());
  }

  private static BigDecimal plain(JsonNode value) {
    BigDecimal stripped = value.decimalValue().stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static CellValue day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      return day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)
          ? new CellValue.Words(text)
          : new CellValue.Day(day);
    } catch (DateTimeParseException e) {
      return new CellValue.Words(text);
    }
  }

  /// A value as text.
  static String text(AttributeType type, JsonNode value) {
    return switch (type) {
      case AttributeType.Line _,
          AttributeType.Text _,
          AttributeType.Date(),
          AttributeType.Reference _ ->
          value.asText();
      case AttributeType.Numeric _ ->
          value.isNumber() ? plain(value).toPlainString() : value.asText();
      case AttributeType.Flag() -> value.asBoolean() ? "Yes" : "No";
      case AttributeType.Code(CodeList codes) -> codes.wordOf(value.asText());
      case AttributeType.Measure _ -> QuantityText.of(value);
      case AttributeType.ListOf list ->
          Separated.joined(each(value, item -> text(list.item(), item)), ITEMS, "; ");
      case AttributeType.CodeMap map -> Separated.joined(entries(map, value), ITEMS, "; ");
      case AttributeType.Table table ->
          Separated.joined(each(value, row -> row(table, row)), ROWS, "\n");
    };
  }

  private static List<String> each(JsonNode values, Function<JsonNode, String> text) {
    List<String> texts = new ArrayList<>(values.size());
    values.forEach(value -> texts.add(text.apply(value)));
    return texts;
  }

  private static List<String> entries(AttributeType.CodeMap map, JsonNode value) {
    List<String> order = map.keys().codes();
    return value.properties().stream()
        .sorted(Comparator.comparingInt(entry -> order.indexOf(entry.getKey())))
        .map(
            entry ->
                Separated.escaped(map.keys().wordOf(entry.getKey()), "[=:]")
                    + " = "
                    + map.values().wordOf(entry.getValue().asText()))
        .toList();
  }

  private static String row(AttributeType.Table table, JsonNode row) {
    List<String> cells = new ArrayList<>();
    for (Attribute column : table.columns()) {
      JsonNode cell = row.get(column.name());
      cells.add(cell == null ? "" : text(column.type(), cell));
    }
    while (!cells.isEmpty() && cells.getLast().isEmpty()) {
      cells.removeLast();
    }
    return Separated.joined(cells, CELLS, " | ");
  }

  /// Links of one type, by the names of their targets.
  static String links(List<Link> links, Function<RecordKey, String> name) {
    return String.join("; ", links.stream().map(link -> link(link, name)).toList());
  }

  private static String link(Link link, Function<RecordKey, String> name) {
    String target = name.apply(link.target());
    return link.note() == null
        ? target
        : Separated.escapedOutsideBrackets(target + " (" + link.note() + ")", ITEMS + "|\\R");
  }
}
