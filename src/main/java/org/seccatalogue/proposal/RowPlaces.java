package org.seccatalogue.proposal;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// What people call the rows of a source, by their numbers.
public final class RowPlaces {

  private static final int FEW = 1024;

  private int[] rows = new int[FEW];

  /// The table that begins with a row.
  private final TreeMap<Integer, String> tables = new TreeMap<>();

  public void add(String table, Proposal row) {
    if (row.number() >= rows.length) {
      rows = Arrays.copyOf(rows, Math.max(row.number() + 1, 2 * rows.length));
    }
    rows[row.number()] = row.row();
    Map.Entry<Integer, String> last = tables.lastEntry();
    if (last == null || !last.getValue().equals(table)) {
      tables.put(row.number(), table);
    }
  }

  public String name(int number) {
    return "row %d of “%s”".formatted(rows[number], tables.floorEntry(number).getValue());
  }
}
