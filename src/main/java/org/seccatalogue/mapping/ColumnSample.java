package org.seccatalogue.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.seccatalogue.workbook.SheetRow;

/// One column of a sheet and what stands in it.
///
/// @param nth which of the columns with this header it is, counted from 1
/// @param repeated whether there are several with this header
/// @param cells the cells that are not blank, in their order
/// @param values the different ones among them
/// @param enough how many of these are asked what they are
public record ColumnSample(
    int index,
    String header,
    int nth,
    boolean repeated,
    List<String> cells,
    Set<String> values,
    boolean everyRow,
    int enough) {

  /// Enough different values to tell what a column holds; a sheet may have thousands of long ones.
  private static final int ENOUGH = 200;

  /// Of all columns together: each value is tried with all that a column may hold.
  private static final int ENOUGH_OF_SHEET = 20_000;

  private static final int FEWEST = 20;

  public static Stream<ColumnSample> of(SheetRow header, List<SheetRow> data) {
    Map<String, List<Integer>> same = new HashMap<>();
    for (int i = 0; i < header.cells().size(); i++) {
      same.computeIfAbsent(HeaderText.folded(header.cell(i)), _ -> new ArrayList<>()).add(i);
    }
    return same.values().stream()
        .filter(columns -> !header.cell(columns.getFirst()).isBlank())
        .flatMap(columns -> columns.stream().map(i -> of(header, i, columns, data)))
        .sorted(Comparator.comparingInt(ColumnSample::index));
  }

  /// @param same the columns with its header
  private static ColumnSample of(
      SheetRow header, int index, List<Integer> same, List<SheetRow> data) {
    List<String> cells =
        data.stream().map(row -> row.cell(index).strip()).filter(c -> !c.isEmpty()).toList();
    return new ColumnSample(
        index,
        header.cell(index).strip().replaceAll("\\s+", " "),
        same.indexOf(index) + 1,
        same.size() > 1,
        cells,
        new LinkedHashSet<>(cells),
        cells.size() == data.size(),
        Math.clamp(ENOUGH_OF_SHEET / header.cells().size(), FEWEST, ENOUGH));
  }

  /// The first different values: what is asked of each of them is asked of no more.
  public List<String> firstValues() {
    return values.stream().limit(enough).toList();
  }

  /// Whether no two rows have the same text in it, and none has none.
  public boolean isDistinct() {
    return everyRow && !cells.isEmpty() && values.size() == cells.size();
  }

  /// Whether most rows have a text of their own in it.
  public boolean isVaried() {
    return values.size() * 2 > cells.size();
  }

  public int longest() {
    return cells.stream().mapToInt(String::length).max().orElse(0);
  }

  /// Which of the columns with its header a profile must name; 0 where there is only one.
  public int occurrence() {
    return repeated ? nth : 0;
  }
}
