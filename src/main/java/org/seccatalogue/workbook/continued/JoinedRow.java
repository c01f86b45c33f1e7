package org.seccatalogue.workbook.continued;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.record.VisibleText;
import org.seccatalogue.workbook.CellKind;
import org.seccatalogue.workbook.SheetRow;

/// Puts a row together with those below it that go on with its texts.
final class JoinedRow {

  /// Characters of a joined text; a longer one is of nothing that was exported.
  private static final int LONGEST = 10_000_000;

  private final String sheet;
  private final int key;
  private final SheetRow first;
  private final Map<Integer, Parts> parts = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private int rows = 1;

  /// The parts of a text as far as they were read.
  private static final class Parts {
    private final StringBuilder text;
    private final int of;
    private int last = 1;

    Parts(ContinuedText.Part part) {
      this.text = new StringBuilder(part.text());
      this.of = part.of();
    }

    boolean isOpen() {
      return last < of;
    }
  }

  JoinedRow(String sheet, int key, SheetRow first) {
    this.sheet = sheet;
    this.key = key;
    this.first = first;
    for (int column = 0; column < first.cells().size(); column++) {
      int at = column;
      ContinuedText.part(first.cell(column)).ifPresent(part -> begin(at, part));
    }
  }

  private void begin(int column, ContinuedText.Part part) {
    if (part.number() == 1 && part.of() > 1) {
      parts.put(column, new Parts(part));
    } else {
      wrong(column, ContinuedText.mark(part.number(), part.of()), "the first part of the text");
    }
  }

  /// Whether a row that says so belongs below this one.
  boolean isOf(ContinuedText.Label label) {
    String own = key < first.cells().size() ? first.cell(key).strip() : "";
    return own.equals(label.key());
  }

  void add(ContinuedText.Label label, SheetRow row) {
    rows++;
    if (label.number() != rows) {
      String expected = ContinuedText.label(label.key(), rows, label.of());
      wrong(key, row.cell(key).strip() + in(row), "“" + expected + "” directly below");
    }
    for (int column = 0; column < row.cells().size(); column++) {
      boolean isOpen = parts.containsKey(column);
      String cell = row.cell(column);
      if (column != key && (isOpen ? !cell.isEmpty() : !VisibleText.isBlank(cell))) {
        add(column, row);
      }
    }
    parts.forEach((column, each) -> missing(column, each, row));
  }

  private void add(int column, SheetRow row) {
    Parts open = parts.get(column);
    Optional<ContinuedText.Part> part = ContinuedText.part(row.cell(column));
    if (open == null || !open.isOpen()) {
      wrong(
          column,
          "text" + in(row) + " that goes on with this cell",
          "“"
              + ContinuedText.mark(1, 2)
              + "” or the like at the end of a cell whose text goes on, and nothing below one whose"
              + " text does not");
      return;
    }
    open.last++;
    if (!row.value(column).equals(row.cell(column)) || row.kind(column) == CellKind.TOO_LONG) {
      wrong(column, "a cell without its whole text" + in(row), "part " + open.last + " there");
    }
    part.ifPresentOrElse(found -> middle(column, open, found, row), () -> last(column, open, row));
    open.text.append(part.map(ContinuedText.Part::text).orElse(row.cell(column)));
    if (open.text.length() > LONGEST) {
      open.text.setLength(LONGEST);
      wrong(column, "a text of more rows", "at most %,d characters".formatted(LONGEST));
    }
  }

  private void middle(int column, Parts open, ContinuedText.Part part, SheetRow row) {
    if (part.number() != open.last || part.of() != open.of) {
      wrong(
          column,
          ContinuedText.mark(part.number(), part.of()) + in(row),
          "“" + ContinuedText.mark(open.last, open.of) + "” there");
    }
  }

  private void last(int column, Parts open, SheetRow row) {
    if (open.isOpen()) {
      wrong(
          column,
          "the end of a text" + in(row),
          "“" + ContinuedText.mark(open.last, open.of) + "” at the end of the cell there");
    }
  }

  /// An empty cell is no part, and may have been emptied by mistake.
  private void missing(int column, Parts each, SheetRow row) {
    if (each.last < Math.min(rows, each.of)) {
      wrong(column, "an empty cell" + in(row), "part " + rows + " of the text there");
      each.last = rows;
    }
  }

  private static String in(SheetRow row) {
    return " in row " + row.number();
  }

  private void wrong(int column, String found, String expected) {
    findings.add(
        Finding.error(
            FindingCode.CONTINUATION,
            new Place.Cell(sheet, first.number(), Math.max(0, column)),
            found,
            expected));
  }

  ContinuedRow built() {
    parts.forEach(
        (column, each) -> {
          if (each.last < each.of) {
            wrong(
                column,
                "a text that ends with part " + each.last + " of " + each.of,
                "the rows with all its parts directly below, none of them left out");
          }
        });
    if (parts.isEmpty() && findings.isEmpty()) {
      return ContinuedRow.whole(first);
    }
    List<String> cells = new ArrayList<>(first.cells());
    List<CellKind> kinds = new ArrayList<>(first.kinds());
    parts.forEach(
        (column, each) -> {
          cells.set(column, each.text.toString());
          if (column < kinds.size()) {
            kinds.set(column, CellKind.TEXT);
          }
        });
    return new ContinuedRow(first.with(cells, kinds), List.copyOf(findings));
  }
}
