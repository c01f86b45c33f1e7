package org.seccatalogue.workbook.ods;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Place;
import org.seccatalogue.workbook.CellKind;
import org.seccatalogue.workbook.NotAWorkbook;
import org.seccatalogue.workbook.SheetRow;
import org.seccatalogue.workbook.Workbook;
import org.seccatalogue.workbook.reading.NumberFormat;
import org.seccatalogue.workbook.reading.PulledRows;
import org.seccatalogue.workbook.reading.RowBuilder;
import org.seccatalogue.workbook.reading.XmlPart;

/// The rows of one sheet of an OpenDocument spreadsheet. A row or cell that stands for many is
/// repeated as it is asked for, never beforehand.
final class OdsRows extends PulledRows {

  private static final int MOST_SPACES = 32_767;

  private final XmlPart xml;
  private final String sheet;
  private final Workbook.Limits limits;
  private final RowBuilder row;
  private long nextRow = 1;
  private @Nullable SheetRow repeated;
  private int repeats;

  OdsRows(XmlPart xml, int index, String sheet, Workbook.Limits limits) {
    this.xml = xml;
    this.sheet = sheet;
    this.limits = limits;
    this.row = new RowBuilder(sheet, limits);
    for (int i = 0; i <= index; i++) {
      if (i > 0) {
        xml.skip();
      }
      xml.goTo("table");
    }
  }

  @Override
  protected @Nullable SheetRow read() {
    if (repeated != null && repeats > 0) {
      repeats--;
      SheetRow last = repeated;
      repeated = new SheetRow(last.number() + 1, last.cells(), last.kinds(), last.hidden());
      return repeated;
    }
    while (xml.next() && !xml.isEnd("table")) {
      if (xml.isStart()) {
        switch (xml.name()) {
          case "table-row" -> {
            return readRow();
          }
          case "shapes", "table" -> xml.skip();
          default -> xml.unknown(true);
        }
      }
    }
    return null;
  }

  /// A number of a row or column, however large it is said to be.
  static int bounded(long number) {
    return (int) Math.min(Integer.MAX_VALUE / 2, number);
  }

  private SheetRow readRow() {
    int count = xml.count("number-rows-repeated");
    row.begin(bounded(nextRow), !xml.attribute("visibility", "visible").equals("visible"));
    nextRow += count;
    long column = 0;
    while (xml.next() && !xml.isEnd("table-row")) {
      if (xml.isStart()) {
        int columns = xml.count("number-columns-repeated");
        switch (xml.name()) {
          case "table-cell" -> readCell(column, columns);
          case "covered-table-cell" -> xml.skip();
          default -> throw xml.damaged(null);
        }
        column += columns;
      }
    }
    SheetRow read = row.build();
    repeated = read;
    repeats = read.isBlank() ? 0 : Math.min(count - 1, limits.rows());
    return read;
  }

  private void readCell(long column, int columns) {
    String type = xml.attribute("value-type", "");
    String value = value(type);
    boolean error = isError();
    boolean formula = xml.attribute("formula") != null;
    String shown = text();
    CellKind kind = kind(type, value, shown, error, formula);
    String text = text(type, value, shown, error);
    boolean something = !text.isEmpty() || kind == CellKind.FORMULA_WITHOUT_VALUE;
    if (something && column + columns > limits.columns()) {
      throw NotAWorkbook.tooLarge(
          new Place.Cell(sheet, row.number(), bounded(column)),
          text,
          "at most " + limits.columns() + " columns with data (catalogue.import.columns)");
    }
    for (int i = 0; something && i < columns; i++) {
      row.put((int) column + i, text, kind);
    }
  }

  /// LibreOffice writes a text for an error, and says beside it that it is one.
  private boolean isError() {
    boolean error = false;
    for (int i = 0; i < xml.reader().getAttributeCount(); i++) {
      error |=
          xml.reader().getAttributeLocalName(i).equals("value-type")
              && xml.reader().getAttributeValue(i).equals("error");
    }
    return error;
  }

  private @Nullable String value(String type) {
    return switch (type) {
      case "date" -> xml.attribute("date-value");
      case "time" -> xml.attribute("time-value");
      case "boolean" -> xml.attribute("boolean-value");
      case "string" -> xml.attribute("string-value");
      default -> xml.attribute("value");
    };
  }

  private static CellKind kind(
      String type, @Nullable String value, String shown, boolean error, boolean formula) {
    if (error) {
      return CellKind.ERROR;
    }
    return switch (type) {
      case "date", "time" -> CellKind.DATE;
      case "boolean" -> CellKind.BOOLEAN;
      case "float", "percentage", "currency" -> CellKind.NUMBER;
      default ->
          formula && type.isEmpty() && value == null && shown.isEmpty()
              ? CellKind.FORMULA_WITHOUT_VALUE
              : CellKind.TEXT;
    };
  }

  private static String text(String type, @Nullable String value, String shown, boolean error) {
    if (error) {
      return shown.isEmpty() ? "an error" : shown;
    }
    if (value == null) {
      return shown;
    }
    return switch (type) {
      case "date" -> NumberFormat.day(value);
      case "time" -> time(value);
      case "boolean" -> value.equals("true") ? "Yes" : "No";
      case "percentage" -> NumberFormat.perCent(value);
      case "float", "currency" -> number(value, shown);
      default -> shown.isEmpty() ? value : shown;
    };
  }

  private static String time(String value) {
    try {
      Duration time = Duration.parse(value.replaceFirst("([0-9])[.,][0-9]+S$", "$1S"));
      String text = "%02d:%02d".formatted(time.toHours(), time.toMinutesPart());
      return time.toSecondsPart() == 0 ? text : text + ":%02d".formatted(time.toSecondsPart());
    } catch (DateTimeParseException e) {
      return value;
    }
  }

  /// The number with the zeros that are shown, where it is shown as the same number.
  private static String number(String value, String shown) {
    try {
      BigDecimal number = new BigDecimal(value);
      if (shown.matches("0[0-9]+|[0-9]+\\.[0-9]*0")
          && number.compareTo(new BigDecimal(shown)) == 0) {
        return shown;
      }
      return NumberFormat.general(value);
    } catch (NumberFormatException | ArithmeticException e) {
      return value;
    }
  }

  /// The paragraphs of the cell at whose start we are, one below the other; without its comments.
  private String text() {
    StringBuilder text = new StringBuilder();
    boolean first = true;
    int depth = 1;
    while (depth > 0 && xml.next()) {
      if (xml.isEnd()) {
        depth--;
      } else if (xml.isText()) {
        if (depth > 1) {
          xml.append(text);
        }
      } else if (xml.name().equals("annotation") || xml.name().equals("shapes")) {
        xml.skip();
      } else {
        if (depth == 1 && xml.name().equals("p")) {
          text.append(first ? "" : "\n");
          first = false;
        }
        text.append(mark());
        depth++;
      }
    }
    return text.toString();
  }

  /// What an element within a paragraph stands for.
  private String mark() {
    return switch (xml.name()) {
      case "s" -> " ".repeat(Math.min(MOST_SPACES, xml.count("c")));
      case "tab" -> "\t";
      case "line-break" -> "\n";
      default -> "";
    };
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
