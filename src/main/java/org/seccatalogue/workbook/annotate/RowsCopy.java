package org.seccatalogue.workbook.annotate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.FormulaGuard;
import org.seccatalogue.workbook.OwnSheets;
import org.seccatalogue.workbook.SheetRow;
import org.seccatalogue.workbook.Workbook;
import org.seccatalogue.workbook.write.CellValue;
import org.seccatalogue.workbook.write.SheetForm;
import org.seccatalogue.workbook.write.SheetForm.Column;
import org.seccatalogue.workbook.write.SheetForm.Look;
import org.seccatalogue.workbook.write.SheetWriter;
import org.seccatalogue.workbook.write.SheetWriter.Cell;
import org.seccatalogue.workbook.write.XlsxFile;

/// The rows of a file whose format holds no comments, as an Excel workbook: each cell at its place,
/// as text.
final class RowsCopy {

  private static final int MEASURED_ROWS = 1000;
  private static final double NARROWEST = 10;
  private static final double WIDEST = 60;
  private static final int LONGEST_NAME = 31;

  private final Workbook workbook;
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> taken = new LinkedHashSet<>();

  RowsCopy(Workbook workbook) throws IOException {
    this.workbook = workbook;
    for (Workbook.Sheet sheet : workbook.sheets()) {
      names.put(sheet.name(), allowed(sheet.name()));
    }
  }

  /// What a spreadsheet may call a sheet, and no other sheet is called.
  private String allowed(String name) {
    String plain = name.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ").replaceAll("^'+|'+$", "");
    String first = plain.isBlank() ? "Sheet" : shortened(plain, "");
    String free = first;
    for (int number = 2; !taken.add(free.toLowerCase(java.util.Locale.ROOT)); number++) {
      free = shortened(plain, " " + number);
    }
    return free;
  }

  private static String shortened(String name, String end) {
    int most = LONGEST_NAME - end.length();
    return (name.length() <= most ? name : name.substring(0, most)) + end;
  }

  /// What a sheet of the file is called in the copy.
  String name(String sheet) {
    return names.getOrDefault(sheet, sheet);
  }

  void write(OutputStream out, String title, Instant time) throws IOException {
    XlsxFile file = new XlsxFile(out, time, "");
    for (Workbook.Sheet sheet : workbook.sheets()) {
      if (!OwnSheets.isFindings(sheet)) {
        file.sheet(form(sheet), writer -> write(sheet, writer));
      }
    }
    file.finish(title);
  }

  private SheetForm form(Workbook.Sheet sheet) throws IOException {
    List<Double> widths = new ArrayList<>();
    try (Stream<SheetRow> rows = sheet.rows()) {
      rows.forEach(row -> measure(row, widths));
    }
    List<Column> columns =
        widths.stream().map(width -> new Column("", width, false, Look.TEXT, null, "")).toList();
    SheetForm.State state = sheet.hidden() ? SheetForm.State.HIDDEN : SheetForm.State.SHOWN;
    return new SheetForm(
        name(sheet.name()),
        state,
        false,
        null,
        columns.isEmpty() ? List.of(Column.plain(NARROWEST)) : columns,
        1);
  }

  private static void measure(SheetRow row, List<Double> widths) {
    for (int i = 0; i < row.cells().size(); i++) {
      if (i == widths.size()) {
        widths.add(NARROWEST);
      }
      if (row.number() <= MEASURED_ROWS) {
        widths.set(i, Math.clamp(row.cell(i).length() + 2, widths.get(i), WIDEST));
      }
    }
  }

  private static void write(Workbook.Sheet sheet, SheetWriter writer) {
    try (Stream<SheetRow> rows = sheet.rows()) {
      rows.filter(row -> !row.isBlank())
          .forEach(
              row -> {
                writer.skipTo(row.number());
                writer.row(row.cells().stream().map(RowsCopy::cell).toList());
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Cell cell(String text) {
    @Nullable CellValue value = text.isEmpty() ? null : new CellValue.Words(text);
    return new Cell(FormulaGuard.isNeeded(text) ? Look.QUOTED : Look.TEXT, value);
  }

  /// Limits for what we wrote ourselves: that it packs well is not held against it.
  static Workbook.Limits limits(Workbook.Limits limits) {
    return new Workbook.Limits(
        limits.rows(),
        limits.columns(),
        limits.cellLength(),
        limits.sheets(),
        limits.sharedTexts(),
        limits.mergedRegions(),
        Long.MAX_VALUE,
        Long.MAX_VALUE,
        Integer.MAX_VALUE,
        limits.parts(),
        limits.nesting(),
        limits.findings());
  }
}
