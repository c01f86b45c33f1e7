package org.seccatalogue.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.NullUnmarked;
import org.seccatalogue.mapping.HeaderText;

/// One sheet of an exported workbook, to be edited as people do and written by another program.
@NullUnmarked
public final class EditedSheet {

  private final String name;
  private final List<List<Object>> rows = new ArrayList<>();

  private EditedSheet(String name) {
    this.name = name;
  }

  /// Reads a sheet of a workbook.
  public static EditedSheet of(Path workbook, String name) throws IOException {
    EditedSheet sheet = new EditedSheet(name);
    try (ReadableWorkbook read = new ReadableWorkbook(workbook.toFile());
        Stream<Row> rows = read.findSheet(name).orElseThrow().openStream()) {
      rows.forEach(
          row -> {
            List<Object> cells = new ArrayList<>();
            for (int i = 0; i < row.getCellCount(); i++) {
              cells.add(value(row.getCell(i)));
            }
            sheet.rows.add(cells);
          });
    }
    return sheet;
  }

  private static Object value(Cell cell) {
    return switch (cell == null ? null : cell.getType()) {
      case null -> null;
      case EMPTY -> null;
      case NUMBER -> cell.asNumber();
      case STRING, BOOLEAN, ERROR, FORMULA -> cell.getText();
    };
  }

  /// The column with a header, counted from 0.
  public int columnOf(String header) {
    return rows.getFirst().stream()
        .map(cell -> HeaderText.folded(String.valueOf(cell)))
        .toList()
        .indexOf(HeaderText.folded(header));
  }

  private List<Object> row(String key) {
    return rows.stream()
        .filter(row -> java.util.Objects.equals(key, row.getFirst()))
        .findFirst()
        .orElseThrow();
  }

  /// The row of the sheet where a record stands, as spreadsheets count.
  public int number(String key) {
    return rows.indexOf(row(key)) + 1;
  }

  /// What a cell says.
  public Object get(String key, String header) {
    return row(key).get(columnOf(header));
  }

  /// Writes into a cell.
  public EditedSheet set(String key, String header, Object value) {
    row(key).set(columnOf(header), value);
    return this;
  }

  /// The keys of the records, from the top.
  public List<String> keys() {
    return rows.stream().skip(1).map(row -> String.valueOf(row.getFirst())).toList();
  }

  /// Writes into the cell behind the last one of a row.
  public EditedSheet typeBeside(String key, Object value) {
    row(key).add(value);
    return this;
  }

  /// Takes a row out.
  public EditedSheet delete(String key) {
    rows.remove(row(key));
    return this;
  }

  /// Keeps the rows of these records, in the order of their keys from the last to the first.
  public EditedSheet keepSorted(String... keys) {
    List<List<Object>> kept = Stream.of(keys).map(this::row).toList();
    List<Object> header = rows.getFirst();
    rows.clear();
    rows.add(header);
    kept.stream()
        .sorted(Comparator.comparing((List<Object> row) -> (String) row.getFirst()).reversed())
        .forEach(rows::add);
    return this;
  }

  /// Copies a row to the end, with another key.
  public EditedSheet copy(String key, String newKey) {
    List<Object> copy = new ArrayList<>(row(key));
    copy.set(0, newKey);
    rows.add(copy);
    return this;
  }

  /// Writes all that is there.
  public Path write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "Test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(name);
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.get(row).size(); column++) {
          put(sheet, row, column, rows.get(row).get(column));
        }
      }
    }
    return file;
  }

  private static void put(Worksheet sheet, int row, int column, Object value) {
    if (value instanceof Number number) {
      sheet.value(row, column, number);
    } else if (value != null) {
      sheet.value(row, column, String.valueOf(value));
    }
  }
}
