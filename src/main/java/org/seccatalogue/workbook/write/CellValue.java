package org.seccatalogue.workbook.write;

import java.math.BigDecimal;
import java.time.LocalDate;

/// What a cell of a workbook holds.
public sealed interface CellValue {

  /// Text, which is nothing but text whatever it begins with.
  record Words(String text) implements CellValue {}

  /// A number that a spreadsheet keeps exactly.
  record Amount(BigDecimal number) implements CellValue {}

  /// A calendar day that a spreadsheet knows.
  record Day(LocalDate day) implements CellValue {}

  /// The cell as text.
  default String asText() {
    return switch (this) {
      case Words(String text) -> text;
      case Amount(BigDecimal number) -> number.toPlainString();
      case Day(LocalDate day) -> day.toString();
    };
  }
}
