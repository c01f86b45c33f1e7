package org.seccatalogue.workbook.write;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.seccatalogue.workbook.OmittedValue;
import org.seccatalogue.workbook.continued.ContinuedText;
import org.seccatalogue.workbook.write.SheetForm.Look;
import org.seccatalogue.workbook.xlsx.XlsxText;
import org.seccatalogue.xml.XmlWriter;

/// Writes the cells of a sheet. There are millions of them: what is the same in many is put
/// together once.
final class CellWriter {

  static final int LONGEST = ContinuedText.LONGEST_CELL;

  /// Day 0 of the spreadsheets that count from 1900, for the days that all of them agree on.
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private final XmlWriter xml;
  private final String[] begins;
  private final Map<Look, String> texts = new EnumMap<>(Look.class);
  private final Map<Look, String> numbers = new EnumMap<>(Look.class);

  /// @param columns how many columns most rows have
  /// @param formats where the formats of [XlsxStyles] stand among those of the workbook
  CellWriter(XmlWriter xml, int columns, IntUnaryOperator formats) {
    this.xml = xml;
    this.begins = IntStream.range(0, columns).mapToObj(CellWriter::begin).toArray(String[]::new);
    for (Look look : Look.values()) {
      String format = "\" s=\"" + formats.applyAsInt(look.format()) + "\"";
      texts.put(look, format + " t=\"inlineStr\"><is><t xml:space=\"preserve\">");
      numbers.put(look, format + "><v>");
    }
  }

  private static String begin(int column) {
    return "<c r=\"" + SheetForm.letters(column);
  }

  /// Writes a cell of a row.
  void write(int column, String row, Look look, CellValue value) {
    xml.markup(column < begins.length ? begins[column] : begin(column)).markup(row);
    switch (value) {
      case CellValue.Words(String text) -> text(look, text);
      case CellValue.Amount(java.math.BigDecimal number) -> number(look, number.toPlainString());
      case CellValue.Day(LocalDate day) ->
          number(look, String.valueOf(ChronoUnit.DAYS.between(DAY_ZERO, day)));
    }
  }

  private void text(Look look, String text) {
    xml.markup(texts.getOrDefault(look, "")).text(XlsxText.written(fitting(text)));
    xml.markup("</t></is></c>");
  }

  private static String fitting(String text) {
    return text.length() <= LONGEST ? text : OmittedValue.mark(text.length());
  }

  private void number(Look look, String number) {
    xml.markup(numbers.getOrDefault(look, "")).markup(number).markup("</v></c>");
  }
}
