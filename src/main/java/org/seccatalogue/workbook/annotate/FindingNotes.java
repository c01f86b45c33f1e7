package org.seccatalogue.workbook.annotate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.Place;
import org.seccatalogue.workbook.MergedRegion;
import org.seccatalogue.workbook.OwnSheets;
import org.seccatalogue.workbook.write.SheetForm;

/// The findings of an import as comments on its cells: for each cell one, with a line for each
/// finding. Every line says whose it is, so that the next round takes out these lines and no
/// others.
record FindingNotes(Map<String, SequencedMap<At, String>> bySheet) {

  /// Who comments, and how each line of a comment begins.
  static final String AUTHOR = OwnSheets.MARK;

  private static final String OURS = AUTHOR + ", ";

  /// A cell; the row counts from 1 as spreadsheets show it, the column from 0.
  record At(int row, int column) implements Comparable<At> {

    /// Such as `C14`.
    String address() {
      return SheetForm.letters(column) + row;
    }

    @Override
    public int compareTo(At other) {
      return row == other.row
          ? Integer.compare(column, other.column)
          : Integer.compare(row, other.row);
    }
  }

  static FindingNotes of(List<Finding> findings) {
    Map<String, SequencedMap<At, String>> bySheet = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (finding.place() instanceof Place.Cell(String sheet, int row, int column)) {
        bySheet
            .computeIfAbsent(sheet, _ -> new TreeMap<>())
            .merge(new At(row, column), line(finding), (before, more) -> before + "\n" + more);
      }
    }
    return new FindingNotes(bySheet);
  }

  private static String line(Finding finding) {
    return OURS + severity(finding) + ": " + finding.message().replaceAll("\\s+", " ");
  }

  private static String severity(Finding finding) {
    return finding.isError() ? "error" : "warning";
  }

  /// The comments of a sheet, in the order of its cells. Of merged cells only the first is seen, so
  /// that it has the comments of all.
  SequencedMap<At, String> of(String sheet, List<MergedRegion> merged) {
    SequencedMap<At, String> notes = new TreeMap<>();
    bySheet
        .getOrDefault(sheet, new TreeMap<>())
        .forEach(
            (at, text) ->
                notes.merge(seen(at, merged), text, (before, more) -> before + "\n" + more));
    return notes;
  }

  private static At seen(At at, List<MergedRegion> merged) {
    for (MergedRegion region : merged) {
      if (region.has(at.row())
          && region.firstColumn() <= at.column()
          && at.column() <= region.lastColumn()) {
        return new At(region.firstRow(), region.firstColumn());
      }
    }
    return at;
  }

  static boolean isOurs(String line) {
    return line.startsWith(OURS);
  }

  /// A comment without the lines of an earlier round.
  static String withoutOurs(String comment) {
    return comment.contains(OURS)
        ? comment
            .lines()
            .filter(line -> !isOurs(line))
            .collect(Collectors.joining("\n"))
            .stripTrailing()
        : comment;
  }

  /// Where the lines of an earlier round stand in a comment, each as from and to, with the line
  /// break before it.
  static List<int[]> ours(String comment) {
    List<int[]> found = new ArrayList<>();
    int from = 0;
    while (from <= comment.length()) {
      int end = comment.indexOf('\n', from);
      int to = end < 0 ? comment.length() : end;
      if (isOurs(comment.substring(from, to))) {
        found.add(new int[] {Math.max(0, from - 1), to});
      }
      from = to + 1;
    }
    return found;
  }
}
