package org.seccatalogue.workbook;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The sheets that the catalogue itself puts into workbooks and that hold no records: they are
/// known again when the workbook comes back, whatever somebody called them meanwhile.
public final class OwnSheets {

  /// What the first cell of such a sheet begins with.
  public static final String MARK = "SEC Part C catalogue";

  /// The first cell of a list of findings, and what such a sheet is called at first.
  public static final String FINDINGS_MARK = MARK + ": findings";

  public static final String FINDINGS = "Findings";

  /// The first cell of the lists that cells are chosen from, and what that sheet is called.
  public static final String LISTS_MARK = MARK + ": lists of values";

  public static final String LISTS = "Lists";

  /// What the first cell says of a workbook of the draft.
  public static final String RECORDS = "records";

  public static final String TEMPLATE = "template";

  private static final Set<String> TO_EDIT =
      Set.of(MARK + ": " + RECORDS, MARK + ": " + TEMPLATE, FINDINGS_MARK, LISTS_MARK);

  private OwnSheets() {}

  /// What a sheet says that the workbook holds, when it holds what is published: that is to read.
  public static Optional<String> published(Workbook.Sheet sheet) throws IOException {
    return Optional.of(firstCell(sheet))
        .filter(cell -> cell.startsWith(MARK + ": ") && !TO_EDIT.contains(cell))
        .map(cell -> cell.substring(MARK.length() + 2));
  }

  /// Whether a sheet is one of ours that holds no records.
  public static boolean isMarked(Workbook.Sheet sheet) throws IOException {
    return firstCell(sheet).startsWith(MARK);
  }

  /// Whether a sheet is a list of findings. Somebody may have renamed it.
  public static boolean isFindings(Workbook.Sheet sheet) throws IOException {
    return firstCell(sheet).equals(FINDINGS_MARK);
  }

  /// Whether a sheet says that the workbook is an export to edit, or a template.
  public static boolean isToEdit(Workbook.Sheet sheet) throws IOException {
    return Set.of(MARK + ": " + RECORDS, MARK + ": " + TEMPLATE).contains(firstCell(sheet));
  }

  private static String firstCell(Workbook.Sheet sheet) throws IOException {
    try (Stream<SheetRow> rows = sheet.rows()) {
      return rows.findFirst().map(row -> row.cell(0)).orElse("");
    }
  }
}
