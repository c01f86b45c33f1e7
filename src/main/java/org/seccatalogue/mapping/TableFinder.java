package org.seccatalogue.mapping;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.seccatalogue.record.VisibleText;
import org.seccatalogue.workbook.CellKind;
import org.seccatalogue.workbook.MergedRegion;
import org.seccatalogue.workbook.SheetLayout;
import org.seccatalogue.workbook.SheetRow;

/// Finds the tables of a sheet in its first rows: blocks of cells between blank rows and columns,
/// and in each the first row that looks like headers.
final class TableFinder {

  private static final int ROWS = 1000;
  private static final int LONGEST_HEADER = 200;
  private static final int DEEPEST_HEADER = 4;
  private static final double FILLED = 0.6;
  private static final Pattern VALUE =
      Pattern.compile("[-+]?[0-9.,:/ -]+%?|(?i)(yes|no|true|false|n/a|tbc)");

  private final List<SheetRow> rows;
  private final SheetLayout layout;
  private final List<TableFound> tables = new ArrayList<>();

  private TableFinder(List<SheetRow> rows, SheetLayout layout) {
    this.rows = rows;
    this.layout = layout;
  }

  /// The tables of a sheet, from the top and the left; those that begin behind the first thousand
  /// rows with data are not found.
  ///
  /// @param start the first rows with data, at most a thousand
  static List<TableFound> find(List<SheetRow> start, SheetLayout layout) {
    return new TableFinder(start, layout).find(start.size() == ROWS);
  }

  private List<TableFound> find(boolean goesOn) {
    for (List<SheetRow> block : blocks()) {
      for (int[] columns : columns(block)) {
        addBlock(block, columns);
      }
    }
    open(goesOn);
    return tables;
  }

  /// Rows that follow one another without a gap.
  private List<List<SheetRow>> blocks() {
    List<List<SheetRow>> blocks = new ArrayList<>();
    int last = Integer.MIN_VALUE;
    for (SheetRow row : rows) {
      if (row.number() != last + 1) {
        blocks.add(new ArrayList<>());
      }
      blocks.getLast().add(row);
      last = row.number();
    }
    return blocks;
  }

  /// Columns that follow one another without a gap, as first and last.
  private static List<int[]> columns(List<SheetRow> block) {
    BitSet filled = new BitSet();
    block.forEach(row -> filled(row, 0, row.cells().size()).forEach(filled::set));
    List<int[]> columns = new ArrayList<>();
    for (int first = filled.nextSetBit(0); first >= 0; ) {
      int behind = filled.nextClearBit(first);
      columns.add(new int[] {first, behind - 1});
      first = filled.nextSetBit(behind);
    }
    return columns;
  }

  private static IntStream filled(SheetRow row, int first, int behind) {
    return IntStream.range(first, Math.min(behind, row.cells().size()))
        .filter(column -> !VisibleText.isBlank(row.cell(column)));
  }

  private void addBlock(List<SheetRow> block, int[] columns) {
    Optional<TableFound> above =
        tables.stream().filter(table -> continues(table, columns)).findFirst();
    Optional<SheetRow> header = header(block, columns);
    if (above.isPresent()
        && (header.isEmpty() || !isHeaderLike(block, header.get(), above.get()))) {
      extend(above.get(), block.getLast().number());
    } else {
      header.ifPresent(row -> tables.add(table(block, row, columns)));
    }
  }

  /// Whether a block stands below a table, within its columns.
  private static boolean continues(TableFound table, int[] columns) {
    return table.firstColumn() <= columns[0] && columns[1] <= table.lastColumn();
  }

  /// Whether a block below a table has headers of its own: one that is as wide and has the same
  /// kinds of cells as the rows below it goes on with the table.
  private static boolean isHeaderLike(List<SheetRow> block, SheetRow header, TableFound above) {
    List<String> own = filled(header, 0, header.cells().size()).mapToObj(header::cell).toList();
    if (own.stream().allMatch(above.headers()::contains)) {
      return true;
    }
    return block.stream()
        .filter(row -> row.number() > header.number())
        .anyMatch(
            row ->
                filled(row, 0, row.cells().size())
                    .anyMatch(
                        column ->
                            isValue(row, column) && !VisibleText.isBlank(header.cell(column))));
  }

  private void extend(TableFound table, int lastRow) {
    tables.set(tables.indexOf(table), table.withLastRow(lastRow));
  }

  /// The first row that is as full as most, and whose cells are short, different texts.
  private static Optional<SheetRow> header(List<SheetRow> block, int[] columns) {
    long usual = usual(block, columns);
    return block.stream()
        .filter(row -> filled(row, columns[0], columns[1] + 1).count() >= FILLED * usual)
        .filter(row -> isHeader(row, columns))
        .findFirst();
  }

  private static long usual(List<SheetRow> block, int[] columns) {
    Map<Long, Integer> counts = new HashMap<>();
    block.forEach(
        row -> counts.merge(filled(row, columns[0], columns[1] + 1).count(), 1, Integer::sum));
    int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() == most)
        .mapToLong(Map.Entry::getKey)
        .max()
        .orElse(0);
  }

  private static boolean isHeader(SheetRow row, int[] columns) {
    return filled(row, columns[0], columns[1] + 1)
        .allMatch(column -> !isValue(row, column) && row.cell(column).length() <= LONGEST_HEADER);
  }

  private static boolean isValue(SheetRow row, int column) {
    return row.kind(column) != CellKind.TEXT
        || VALUE.matcher(VisibleText.plain(row.cell(column))).matches();
  }

  private TableFound table(List<SheetRow> block, SheetRow header, int[] columns) {
    List<Integer> numbers = headerRows(header.number(), block.getLast().number(), columns);
    List<String> headers = Headers.of(rows, numbers, layout);
    return new TableFound(
        numbers,
        numbers.getLast() + 1,
        block.getLast().number(),
        columns[0],
        columns[1],
        headers.subList(columns[0], Math.min(headers.size(), columns[1] + 1)));
  }

  /// A header that spans columns has those of the columns below it; one that spans rows ends with
  /// them.
  private List<Integer> headerRows(int first, int lastOfBlock, int[] columns) {
    int last = first;
    Set<Integer> seen = new HashSet<>();
    for (MergedRegion region : layout.merged()) {
      boolean within = columns[0] <= region.firstColumn() && region.firstColumn() <= columns[1];
      if (within
          && region.firstRow() >= first
          && region.firstRow() <= last
          && seen.add(region.firstColumn())) {
        int behind = region.isWide() ? region.lastRow() + 1 : region.lastRow();
        last = Math.max(last, Math.min(behind, lastOfBlock));
      }
    }
    last = Math.min(last, first + DEEPEST_HEADER - 1);
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  /// Tables with nothing below them go on to the end of the sheet, when it was not seen.
  private void open(boolean goesOn) {
    if (goesOn && !rows.isEmpty()) {
      int end = rows.getLast().number();
      tables.replaceAll(table -> table.lastRow() == end ? table.withLastRow(0) : table);
    }
  }
}
