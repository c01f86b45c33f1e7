package org.seccatalogue.proposal;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.Place;
import org.seccatalogue.proposal.ProposalTable.Part;

/// What people call the rows of a source, by their numbers.
public final class RowPlaces {

  private static final int FEW = 1024;

  private int[] rows = new int[FEW];

  /// The table that begins with a row.
  private final TreeMap<Integer, ProposalTable> tables = new TreeMap<>();

  public void add(ProposalTable table, Proposal row) {
    if (row.number() >= rows.length) {
      rows = Arrays.copyOf(rows, Math.max(row.number() + 1, 2 * rows.length));
    }
    rows[row.number()] = row.row();
    Map.Entry<Integer, ProposalTable> last = tables.lastEntry();
    if (last == null || !last.getValue().equals(table)) {
      tables.put(row.number(), table);
    }
  }

  public String name(int number) {
    return "row %d of “%s”".formatted(rows[number], tableOf(number).name());
  }

  private ProposalTable tableOf(int number) {
    return tables.floorEntry(number).getValue();
  }

  /// What was found in an attribute or the key of a row, or else in all of it, told of its cell.
  public Finding told(int number, Finding finding) {
    ProposalTable table = tableOf(number);
    String[] steps = finding.place().text().split("/", -1);
    int column = steps.length > 2 ? table.columnOf(steps[2]).orElse(0) : table.columnOf(Part.KEY);
    return finding.at(new Place.Cell(table.name(), rows[number], column));
  }
}
