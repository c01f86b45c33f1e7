package org.seccatalogue.workbook.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.Place;
import org.seccatalogue.workbook.FormulaGuard;
import org.seccatalogue.workbook.OwnSheets;
import org.seccatalogue.workbook.write.CellValue;
import org.seccatalogue.workbook.write.SheetForm;
import org.seccatalogue.workbook.write.SheetForm.Column;
import org.seccatalogue.workbook.write.SheetForm.Look;
import org.seccatalogue.workbook.write.SheetWriter;
import org.seccatalogue.workbook.write.SheetWriter.Cell;

/// The sheet that lists the findings of an import, with a link to each cell. It is written into the
/// workbook that was sent, and is not read when that comes back.
///
/// @param sheets that the workbook has
/// @param all how many findings there are, listed or not
/// @param remark what else is to be known; may be empty
public record FindingsSheet(
    String fileName, List<Finding> findings, int all, Set<String> sheets, String remark) {

  private static final int TOP = 5;
  static final List<Integer> WIDTHS = List.of(12, 26, 10, 42, 76);
  static final List<String> HEADERS = List.of("Severity", "Sheet", "Cell", "Found", "Expected");

  /// The same list for a workbook that has these sheets, and where this is to be known.
  FindingsSheet in(Set<String> names, String other) {
    return new FindingsSheet(fileName, findings, all, names, other);
  }

  /// A name that no sheet has.
  static String free(Set<String> sheets) {
    String name = OwnSheets.FINDINGS;
    for (int number = 2; has(sheets, name); number++) {
      name = OwnSheets.FINDINGS + " " + number;
    }
    return name;
  }

  private static boolean has(Set<String> sheets, String name) {
    return sheets.stream().anyMatch(name::equalsIgnoreCase);
  }

  static SheetForm form(String name) {
    return new SheetForm(
        name,
        SheetForm.State.SHOWN,
        false,
        null,
        WIDTHS.stream().map(width -> Column.plain(width)).toList(),
        TOP);
  }

  void write(SheetWriter sheet) {
    above()
        .forEach(
            text ->
                sheet.row(
                    List.of(
                        cell(
                            text.equals(OwnSheets.FINDINGS_MARK) ? Look.TITLE : Look.PLAIN,
                            text))));
    sheet.row(HEADERS.stream().map(header -> cell(Look.HEADER, header)).toList());
    lines().forEach(line -> write(sheet, line));
  }

  /// The texts above the list, each in a row of its own.
  List<String> above() {
    return List.of(OwnSheets.FINDINGS_MARK, summary(), advice(), "");
  }

  /// The same list, where its sheets have other names.
  FindingsSheet called(UnaryOperator<String> names) {
    List<Finding> renamed =
        findings.stream()
            .map(
                finding ->
                    finding.place() instanceof Place.Cell(String sheet, int row, int column)
                        ? finding.at(new Place.Cell(names.apply(sheet), row, column))
                        : finding)
            .toList();
    return new FindingsSheet(fileName, renamed, all, sheets, remark);
  }

  private String summary() {
    long errors = findings.stream().filter(Finding::isError).count();
    long warnings = findings.size() - errors;
    String listed =
        all > findings.size() ? "the first " + findings.size() + " of " + all + " findings: " : "";
    return fileName
        + ": "
        + listed
        + counted(errors, "error")
        + " and "
        + counted(warnings, "warning");
  }

  private static String counted(long count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }

  private String advice() {
    return remark.isEmpty()
        ? "Correct the cells and import the workbook again. This sheet is not read then."
        : remark;
  }

  /// A row of the list: the texts of its cells, which of them leads away, and to where.
  record Line(List<String> cells, int linked, @Nullable String location) {}

  List<Line> lines() {
    return findings.stream().map(this::line).toList();
  }

  private Line line(Finding finding) {
    return switch (finding.place()) {
      case Place.Cell cell -> line(finding, cell.sheet(), cell.address());
      case Place.Sheet(String name) -> line(finding, name, "");
      case Place.Pointer _, Place.Parameter _, Place.InFile _, Place.OfRecord _ ->
          line(finding, finding.place().text(), "");
    };
  }

  private Line line(Finding finding, String on, String at) {
    String severity = finding.isError() ? "Error" : "Warning";
    String found = finding.found() == null ? "" : finding.found();
    String location = sheets.contains(on) ? location(on, at.isEmpty() ? "A1" : at) : null;
    return new Line(
        List.of(severity, on, at, found, finding.expected()), at.isEmpty() ? 1 : 2, location);
  }

  private static void write(SheetWriter sheet, Line line) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < line.cells().size(); i++) {
      String text = line.cells().get(i);
      boolean leads = line.location() != null && i == line.linked();
      cells.add(
          cell(
              leads ? Look.REFERENCE : FormulaGuard.isNeeded(text) ? Look.QUOTED : Look.TEXT,
              text));
    }
    if (line.location() == null) {
      sheet.row(cells);
    } else {
      sheet.link(cells, line.linked(), line.location());
    }
  }

  private static String location(String sheet, String address) {
    return "'" + sheet.replace("'", "''") + "'!" + address;
  }

  private static Cell cell(Look look, String text) {
    @Nullable CellValue value = text.isEmpty() ? null : new CellValue.Words(text);
    return new Cell(look, value);
  }
}
