package org.seccatalogue.mapping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.seccatalogue.workbook.NotAWorkbook;
import org.seccatalogue.workbook.SheetLayout;
import org.seccatalogue.workbook.SheetRow;
import org.seccatalogue.workbook.Workbook;

/// Which tables of a sheet are read: what a profile says, or else those whose headers are known.
public final class SheetTables {

  private static final int FIRST = 1000;
  private static final int FEWEST_HEADERS = 2;

  /// A table, and how many of its headers are known.
  private record Known(TableFound table, int headers) {}

  private SheetTables() {}

  public static TableFound of(Profile.SheetProfile sheetProfile) {
    int last = sheetProfile.headerRows().getLast();
    return new TableFound(
        sheetProfile.headerRows(),
        sheetProfile.firstRow() == 0 ? last + 1 : sheetProfile.firstRow(),
        0,
        0,
        Integer.MAX_VALUE,
        List.of());
  }

  /// The tables whose headers are known, each to where the next begins; where no headers are, what
  /// begins in the first row.
  ///
  /// @param known tells how many headers of a row mean something
  public static List<TableFound> of(Workbook.Sheet sheet, ToIntFunction<SheetRow> known)
      throws IOException {
    List<SheetRow> start = start(sheet);
    List<Known> tables = new ArrayList<>();
    TableFound top = new TableFound(List.of(1), 2, 0, 0, Integer.MAX_VALUE, List.of());
    ToIntFunction<TableFound> headers =
        table -> known.applyAsInt(header(start, table, layout(sheet)));
    add(top, headers, tables);
    for (TableFound table : TableFinder.find(start, layout(sheet))) {
      if (!table.headerRows().equals(top.headerRows())) {
        add(table.withColumns(0, Integer.MAX_VALUE).withLastRow(0), headers, tables);
      }
    }
    int most = tables.stream().mapToInt(Known::headers).max().orElse(0);
    int needed = Math.min(most, Math.max(FEWEST_HEADERS, (most + 1) / 2));
    tables.removeIf(table -> table.headers() < needed);
    return most == 0 ? List.of(top) : ended(apart(tables));
  }

  /// Of tables that have a header row in common, the one of which most is known.
  private static List<TableFound> apart(List<Known> tables) {
    List<TableFound> apart = new ArrayList<>();
    tables.sort(
        Comparator.comparingInt(Known::headers)
            .reversed()
            .thenComparingInt(table -> table.table().headerRows().getFirst()));
    for (Known table : tables) {
      if (apart.stream()
          .allMatch(
              other -> Collections.disjoint(other.headerRows(), table.table().headerRows()))) {
        apart.add(table.table());
      }
    }
    apart.sort(Comparator.comparingInt(table -> table.headerRows().getFirst()));
    return apart;
  }

  private static void add(TableFound table, ToIntFunction<TableFound> headers, List<Known> tables) {
    boolean seen =
        tables.stream().anyMatch(other -> other.table().headerRows().equals(table.headerRows()));
    if (!seen) {
      tables.add(new Known(table, headers.applyAsInt(table)));
    }
  }

  /// The first rows with data of a sheet, in which its tables are looked for.
  private static List<SheetRow> start(Workbook.Sheet sheet) throws IOException {
    try (Stream<SheetRow> rows = sheet.rows()) {
      return rows.filter(row -> !row.isBlank()).limit(FIRST).toList();
    }
  }

  private static SheetLayout layout(Workbook.Sheet sheet) {
    return NotAWorkbook.guarded("a sheet whose layout cannot be read", sheet::layout);
  }

  /// Each table ends where the next one below begins.
  private static List<TableFound> ended(List<TableFound> tables) {
    List<TableFound> ended = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      int next = i + 1 < tables.size() ? tables.get(i + 1).headerRows().getFirst() - 1 : 0;
      ended.add(tables.get(i).withLastRow(next));
    }
    return ended;
  }

  /// The headers of a table and the first of its rows with data.
  public static List<SheetRow> firstRows(Workbook.Sheet sheet, TableFound table)
      throws IOException {
    int first = table.headerRows().getFirst();
    try (Stream<SheetRow> rows = sheet.rows()) {
      return new ArrayList<>(
          rows.filter(row -> row.number() >= first && !row.isBlank())
              .takeWhile(row -> table.lastRow() == 0 || row.number() <= table.lastRow())
              .limit(FIRST)
              .toList());
    }
  }

  /// The headers that stand in these rows of a sheet.
  public static SheetRow header(Workbook.Sheet sheet, List<Integer> numbers) throws IOException {
    try (Stream<SheetRow> rows = sheet.rows()) {
      List<SheetRow> headers =
          rows.takeWhile(row -> row.number() <= numbers.getLast())
              .filter(row -> numbers.contains(row.number()))
              .toList();
      return new SheetRow(numbers.getLast(), Headers.of(headers, numbers, sheet.layout()));
    }
  }

  public static SheetRow header(List<SheetRow> rows, TableFound table, SheetLayout layout) {
    List<String> headers = new ArrayList<>(Headers.of(rows, table.headerRows(), layout));
    for (int column = 0; column < headers.size(); column++) {
      if (column < table.firstColumn() || column > table.lastColumn()) {
        headers.set(column, "");
      }
    }
    return new SheetRow(table.headerRows().getLast(), headers);
  }
}
