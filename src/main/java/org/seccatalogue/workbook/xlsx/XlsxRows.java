package org.seccatalogue.workbook.xlsx;

import java.io.IOException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.CellKind;
import org.seccatalogue.workbook.SheetRow;
import org.seccatalogue.workbook.reading.EscapedText;
import org.seccatalogue.workbook.reading.NumberFormat;
import org.seccatalogue.workbook.reading.PulledRows;
import org.seccatalogue.workbook.reading.RowBuilder;
import org.seccatalogue.workbook.reading.SharedTexts;
import org.seccatalogue.workbook.reading.XmlPart;

/// The rows of a sheet of an Excel workbook.
final class XlsxRows extends PulledRows {

  private static final int MOST_LETTERS = 3;

  private final XmlPart xml;
  private final XMLStreamReader reader;
  private final SharedTexts texts;
  private final CellStyles styles;
  private final RowBuilder row;

  // The attributes and elements of the cell that is being read.
  private int column;
  private String type = "";
  private NumberFormat format = CellStyles.NONE.format(0);
  private @Nullable String value;
  private @Nullable String inline;
  private boolean formula;
  private boolean struck;

  XlsxRows(XmlPart xml, SharedTexts texts, CellStyles styles, RowBuilder row) {
    this.xml = xml;
    this.reader = xml.reader();
    this.texts = texts;
    this.styles = styles;
    this.row = row;
  }

  @Override
  protected @Nullable SheetRow read() {
    while (xml.next()) {
      if (xml.isStart()) {
        switch (xml.name()) {
          case "row" -> {
            return readRow();
          }
          case "worksheet", "sheetData", "dimension", "sheetFormatPr" -> {}
          default -> xml.unknown(true);
        }
      } else if (xml.isEnd("sheetData")) {
        return null;
      }
    }
    throw xml.damaged(null);
  }

  private SheetRow readRow() {
    int number = number(xml.attribute("r"));
    if (number <= row.number()) {
      throw xml.damaged(null);
    }
    row.begin(number, xml.isTrue("hidden"));
    column = -1;
    while (xml.next() && !xml.isEnd("row")) {
      if (xml.isStart() && xml.name().equals("c")) {
        readCell();
      } else {
        xml.unknown(xml.isStart());
      }
    }
    return row.build();
  }

  private int number(@Nullable String given) {
    try {
      return given == null ? row.number() + 1 : Integer.parseInt(given);
    } catch (NumberFormatException e) {
      throw xml.damaged(e);
    }
  }

  private void readCell() {
    begin();
    while (xml.next() && !xml.isEnd("c")) {
      if (xml.isStart()) {
        switch (xml.name()) {
          case "v" -> value = xml.text("");
          case "is" -> inline = StruckText.read(xml, () -> struck = true);
          case "f" -> {
            formula = true;
            xml.skip();
          }
          default -> xml.unknown(true);
        }
      }
    }
    put();
    if (struck) {
      row.strike(column);
    }
  }

  private void begin() {
    column++;
    type = "";
    format = CellStyles.NONE.format(0);
    struck = false;
    value = null;
    inline = null;
    formula = false;
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      switch (reader.getAttributeLocalName(i)) {
        case "r" -> column = column(reader.getAttributeValue(i));
        case "t" -> type = reader.getAttributeValue(i);
        case "s" -> style(reader.getAttributeValue(i));
        default -> {}
      }
    }
  }

  private int column(String address) {
    int found = 0;
    int letters = 0;
    while (letters < address.length() && Character.isLetter(address.charAt(letters))) {
      found = found * 26 + Character.toUpperCase(address.charAt(letters++)) - 'A' + 1;
      if (letters > MOST_LETTERS) {
        throw xml.damaged(null);
      }
    }
    if (found < 1) {
      throw xml.damaged(null);
    }
    return found - 1;
  }

  private void style(String given) {
    try {
      int style = Integer.parseInt(given);
      format = styles.format(style);
      struck = styles.isStruck(style);
    } catch (NumberFormatException e) {
      throw xml.damaged(e);
    }
  }

  private void put() {
    switch (type) {
      case "s" -> text(shared());
      case "str" -> text(EscapedText.plain(value == null ? "" : value));
      case "inlineStr" ->
          // Where both are there, a program left the inline text that it found beside the one it
          // set.
          text(EscapedText.plain(value != null ? value : inline == null ? "" : inline));
      case "b" -> valued(CellKind.BOOLEAN, isOne() ? "Yes" : "No");
      case "e" -> valued(CellKind.ERROR, value == null ? "" : value);
      case "d" -> valued(CellKind.DATE, NumberFormat.day(value == null ? "" : value.strip()));
      default -> number();
    }
  }

  private void text(String text) {
    row.put(column, text, CellKind.TEXT);
    if (formula && value == null && inline == null) {
      row.put(column, "", CellKind.FORMULA_WITHOUT_VALUE);
    }
  }

  private boolean isOne() {
    return value != null && (value.equals("1") || value.equals("true"));
  }

  private void valued(CellKind kind, String text) {
    if (value != null && !value.isEmpty()) {
      row.put(column, text, kind);
    } else if (formula) {
      row.put(column, "", CellKind.FORMULA_WITHOUT_VALUE);
    }
  }

  private void number() {
    if (value != null && !value.isBlank()) {
      format.read(value.strip(), (text, kind) -> row.put(column, text, kind));
    } else if (formula) {
      row.put(column, "", CellKind.FORMULA_WITHOUT_VALUE);
    }
  }

  private String shared() {
    if (value == null || value.isEmpty()) {
      return "";
    }
    try {
      int index = Integer.parseInt(value.strip());
      if (index >= 0 && index < texts.size()) {
        struck |= texts.isStruck(index);
        return texts.get(index);
      }
      throw xml.damaged(null);
    } catch (NumberFormatException e) {
      throw xml.damaged(e);
    }
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
