package org.seccatalogue.workbook;

import java.nio.file.Path;
import java.util.stream.Stream;

/// Reads a file in a process of its own, and prints how many rows it has.
final class ReadAll {
  private static final Workbook.Limits LIMITS =
      new Workbook.Limits(
          1_000_000, 10, 100, 1, 1_000_000, 1, 100_000_000, 200_000_000, 200, 100, 64, 10);

  private ReadAll() {}

  public static void main(String[] arguments) throws Exception {
    long count = 0;
    try (Workbook workbook = WorkbookFormats.open(arguments[0], Path.of(arguments[0]), LIMITS)) {
      for (Workbook.Sheet sheet : workbook.sheets()) {
        try (Stream<SheetRow> rows = sheet.rows()) {
          count += rows.filter(row -> !row.isBlank()).count();
        }
      }
    }
    System.out.println(count);
  }
}
