package org.seccatalogue.mapping;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.seccatalogue.record.VisibleText;

/// A column that is read.
///
/// @param leaveOut cells of rows that are not read
public record SheetColumn(
    int index,
    String header,
    CellTarget target,
    Map<String, String> values,
    String separator,
    Set<String> leaveOut) {

  /// A column of which nothing is said but its header.
  public static SheetColumn plain(int index, String header, CellTarget target) {
    return new SheetColumn(index, header, target, Map.of(), ";", Set.of());
  }

  /// Whether a row with this cell is not read.
  boolean leavesOut(String cell) {
    return !leaveOut.isEmpty() && leaveOut.contains(VisibleText.plain(cell));
  }

  /// What a cell means: as a whole, or else each of its parts.
  String translated(String cell) {
    if (values.isEmpty()) {
      return cell;
    }
    String whole = values.get(VisibleText.plain(cell));
    if (whole != null) {
      return whole;
    }
    StringBuilder parts = new StringBuilder();
    Matcher next = Pattern.compile(separator + "|\\R").matcher(cell);
    int from = 0;
    while (next.find()) {
      parts.append(translatedPart(cell.substring(from, next.start()))).append(next.group());
      from = next.end();
    }
    return parts.append(translatedPart(cell.substring(from))).toString();
  }

  private String translatedPart(String part) {
    return values.getOrDefault(VisibleText.plain(part), part);
  }
}
