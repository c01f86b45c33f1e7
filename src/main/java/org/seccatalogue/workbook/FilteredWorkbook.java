package org.seccatalogue.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;

/// A workbook of any format, read as it was chosen: with or without what is hidden, and merged
/// cells with their values where these belong.
final class FilteredWorkbook implements Workbook {

  private final Workbook workbook;
  private final ReadingChoices choices;
  private @Nullable List<Sheet> read;

  FilteredWorkbook(Workbook workbook, ReadingChoices choices) {
    this.workbook = workbook;
    this.choices = choices;
  }

  @Override
  public List<Sheet> sheets() throws IOException {
    List<Sheet> sheets = new ArrayList<>();
    for (Sheet sheet : withoutFindings()) {
      if (choices.hiddenSheets() || !sheet.hidden()) {
        sheets.add(new ChosenSheet(sheet));
      }
    }
    return sheets;
  }

  /// A list of findings that an earlier import put into the workbook is never read.
  private List<Sheet> withoutFindings() throws IOException {
    if (read == null) {
      read = new ArrayList<>();
      for (Sheet sheet : workbook.sheets()) {
        if (!sheet.name().startsWith(OwnSheets.FINDINGS) || !OwnSheets.isFindings(sheet)) {
          read.add(sheet);
        }
      }
    }
    return read;
  }

  @Override
  public RecognisedFile recognised() {
    return workbook.recognised();
  }

  /// The lists of an exported workbook are for its drop-downs.
  private boolean isOurs(Sheet sheet) {
    return sheet.name().equals(OwnSheets.LISTS)
        && NotAWorkbook.guarded(
            "a sheet that cannot be read", () -> OwnSheets.isMarked(workbook.sheets().getFirst()));
  }

  @Override
  public List<Finding> findings() {
    try {
      return withoutFindings().stream()
          .filter(sheet -> sheet.hidden() && !choices.hiddenSheets())
          .filter(sheet -> !isOurs(sheet))
          .map(
              sheet ->
                  Finding.warning(
                      FindingCode.HIDDEN,
                      new Place.Sheet(sheet.name()),
                      "a hidden sheet",
                      "a visible sheet; a hidden one is read only if you ask for it"))
          .toList();
    } catch (IOException e) {
      throw NotAWorkbook.damaged("a file that cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }

  private final class ChosenSheet implements Sheet {
    private final Sheet sheet;

    ChosenSheet(Sheet sheet) {
      this.sheet = sheet;
    }

    @Override
    public String name() {
      return sheet.name();
    }

    @Override
    public boolean hidden() {
      return sheet.hidden();
    }

    @Override
    public SheetLayout layout() {
      return NotAWorkbook.guarded("a sheet whose layout cannot be read", sheet::layout);
    }

    @Override
    public Stream<SheetRow> rows() throws IOException {
      SheetLayout layout = layout();
      Stream<SheetRow> rows = sheet.rows();
      if (choices.merged() != ReadingChoices.Merged.FIRST_CELL && !layout.merged().isEmpty()) {
        rows = rows.map(new MergedValues(layout.merged())::fill);
      }
      if (!choices.hiddenRows()) {
        rows = rows.filter(row -> !row.hidden());
      }
      if (!choices.hiddenColumns() && !layout.hiddenColumns().isEmpty()) {
        rows = rows.map(row -> withoutHidden(row, layout));
      }
      return rows;
    }

    private static SheetRow withoutHidden(SheetRow row, SheetLayout layout) {
      List<String> cells = new ArrayList<>(row.cells());
      List<CellKind> kinds = new ArrayList<>(row.kinds());
      for (int i = 0; i < cells.size(); i++) {
        if (layout.hiddenColumns().get(i)) {
          cells.set(i, "");
          if (i < kinds.size()) {
            kinds.set(i, CellKind.TEXT);
          }
        }
      }
      return row.with(cells, kinds);
    }
  }

  /// Gives the value of a merged region to its other cells, row by row as they come.
  private final class MergedValues {
    private final Iterator<MergedRegion> regions;
    private final Map<MergedRegion, Value> current = new HashMap<>();
    private @Nullable MergedRegion next;

    private record Value(String text, CellKind kind) {}

    MergedValues(List<MergedRegion> merged) {
      this.regions = merged.iterator();
      this.next = regions.next();
    }

    SheetRow fill(SheetRow row) {
      current.keySet().removeIf(region -> region.lastRow() < row.number());
      while (next != null && next.firstRow() <= row.number()) {
        if (next.has(row.number())) {
          int column = next.firstColumn();
          boolean first = next.firstRow() == row.number();
          String text = first ? row.cell(column) : "";
          current.put(next, new Value(text, first ? row.kind(column) : CellKind.TEXT));
        }
        next = regions.hasNext() ? regions.next() : null;
      }
      return current.isEmpty() || row.isBlank() ? row : filled(row);
    }

    private SheetRow filled(SheetRow row) {
      List<String> cells = new ArrayList<>(row.cells());
      List<CellKind> kinds = new ArrayList<>(row.kinds());
      current.forEach(
          (region, value) -> {
            boolean across = choices.merged() == ReadingChoices.Merged.EACH_CELL;
            int last = across ? region.lastColumn() : region.firstColumn();
            for (int column = region.firstColumn(); column <= last; column++) {
              put(cells, kinds, column, value);
            }
          });
      return row.with(cells, kinds);
    }

    private static void put(List<String> cells, List<CellKind> kinds, int column, Value value) {
      while (cells.size() <= column) {
        cells.add("");
      }
      while (kinds.size() < cells.size()) {
        kinds.add(CellKind.TEXT);
      }
      cells.set(column, value.text());
      kinds.set(column, value.kind());
    }
  }
}
