package org.seccatalogue.workbook.write;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.seccatalogue.workbook.OmittedValue;
import org.seccatalogue.workbook.xlsx.XlsxText;
import org.seccatalogue.xml.XmlWriter;

/// Writes the cells of a sheet, each as what it holds.
final class CellWriter {

  static final int LONGEST = 32_767;

  /// Day 0 of the spreadsheets that count from 1900, for the days that all of them agree on.
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private final XmlWriter xml;

  CellWriter(XmlWriter xml) {
    this.xml = xml;
  }

  void write(String at, String format, CellValue value) {
    switch (value) {
      case CellValue.Words(String text) -> text(at, format, text);
      case CellValue.Amount(java.math.BigDecimal number) ->
          number(at, format, number.toPlainString());
      case CellValue.Day(LocalDate day) ->
          number(at, format, String.valueOf(ChronoUnit.DAYS.between(DAY_ZERO, day)));
    }
  }

  private void text(String at, String format, String text) {
    xml.open("c", "r", at, "s", format, "t", "inlineStr").open("is");
    xml.open("t", "xml:space", "preserve").text(XlsxText.written(fitting(text)));
    xml.close("t").close("is").close("c");
  }

  private static String fitting(String text) {
    return text.length() <= LONGEST ? text : OmittedValue.mark(text.length());
  }

  private void number(String at, String format, String number) {
    xml.open("c", "r", at, "s", format).open("v").text(number).close("v").close("c");
  }
}
