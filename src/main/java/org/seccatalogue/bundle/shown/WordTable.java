package org.seccatalogue.bundle.shown;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// One table while it is read: how it, its rows and its cells look. Programs write at each cell
/// what a style of tables says of the first row or of all cells.
final class WordTable {

  private static final Set<String> ON = Set.of("1", "true", "on");
  private static final String FIRST = "firstRow/tcPr";
  private static final String CELLS = "tcPr";
  private static final String COLUMN = "gridCol@w";
  private static final String LOOK = "tblLook";
  private static final int FIRST_ROW = 0x20;
  private static final String SHADE = "shd";

  private final WordStyles styles;
  private final Words words;
  private Formatting table = Formatting.NOTHING;
  private Formatting style = Formatting.NOTHING;
  private Formatting row = Formatting.NOTHING;
  private Formatting cell = Formatting.NOTHING;
  private final List<Integer> ends = new ArrayList<>();
  private int rows;
  private int column;

  WordTable(WordStyles styles, Words words) {
    this.styles = styles;
    this.words = words;
  }

  /// Takes in what is said of the table.
  void table(Formatting said) {
    table = said;
    style = styles.table(said.get("tblStyle"));
    Formatting rest = style.without("tblPr/").without(FIRST + "/").without(CELLS + "/");
    Formatting own = said.without(SHADE).over(style.inside("tblPr").without(SHADE));
    Formatting look = rest.shown().isEmpty() && isPlain() ? own.without(LOOK) : own;
    words.seen(Seen.Kind.TABLE, "", look.over(rest.in("style")).shown());
  }

  /// Takes in how wide the columns are. Programs leave out those at which no cell begins.
  void columns(Formatting said) {
    int width = 0;
    for (int i = 1; said.get(COLUMN + (i == 1 ? "" : "#" + i)) != null; i++) {
      width += number(said.get(COLUMN + (i == 1 ? "" : "#" + i)), 0);
      ends.add(width);
    }
    SortedMap<String, String> others = said.without("gridCol").shown();
    if (!others.isEmpty()) {
      words.seen(Seen.Kind.TABLE, "", others);
    }
  }

  void row(Formatting said) {
    row = said;
  }

  void cell(Formatting said) {
    cell = said;
  }

  void endCell() {
    Formatting first = isFirst() ? style.inside(FIRST) : Formatting.NOTHING;
    Formatting ground = shade(table).over(shade(style.inside("tblPr")));
    Formatting look = cell.over(first).over(style.inside(CELLS)).over(ground);
    int next = column + number(cell.get("gridSpan"), 1);
    words.seen(
        Seen.Kind.CELL,
        "",
        look.without("gridSpan")
            .over(Formatting.of("grid@from", end(column) + ""))
            .over(Formatting.of("grid@to", end(next) + ""))
            .shown());
    column = next;
    cell = Formatting.NOTHING;
  }

  /// Where so many columns end.
  private int end(int columns) {
    int last = Math.min(columns, ends.size());
    return last < 1 ? 0 : ends.get(last - 1);
  }

  private static int number(@Nullable String said, int otherwise) {
    return said != null && said.matches("[0-9]{1,5}") ? Integer.parseInt(said) : otherwise;
  }

  void endRow() {
    words.seen(Seen.Kind.ROW, "", row.shown());
    row = Formatting.NOTHING;
    rows++;
    column = 0;
  }

  private boolean isFirst() {
    String said = table.get(LOOK + "@firstRow");
    return rows == 0 && (said == null ? isFirstByNumber() : ON.contains(said));
  }

  private boolean isFirstByNumber() {
    String number = table.get(LOOK);
    return number != null
        && number.matches("[0-9A-Fa-f]{1,4}")
        && (Integer.parseInt(number, 16) & FIRST_ROW) != 0;
  }

  /// Whether what is said in two ways of the parts of a style that are used is the same.
  private boolean isPlain() {
    String said = table.get(LOOK + "@firstRow");
    return said == null || table.get(LOOK) == null || ON.contains(said) == isFirstByNumber();
  }

  private static Formatting shade(Formatting of) {
    return of.only(SHADE);
  }
}
