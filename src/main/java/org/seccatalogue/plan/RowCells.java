package org.seccatalogue.plan;

import java.util.List;
import java.util.Optional;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.proposal.ProposalTable;
import org.seccatalogue.proposal.ProposalTable.Part;
import org.seccatalogue.schema.Attribute;

/// The cells of a row for the places of its draft.
///
/// @param linkColumns the column of each link of the draft
record RowCells(ProposalTable table, Proposal row, List<Integer> linkColumns) {

  static RowCells of(ProposalTable table, RowDraft drafted) {
    return new RowCells(table, drafted.matched().row(), drafted.linkColumns());
  }

  /// What the rules found in the draft, told of its cell. What a whole table lacks is told once.
  Optional<Finding> told(Finding finding) {
    String[] steps = finding.place().text().split("/", -1);
    String first = steps.length > 1 ? steps[1] : "";
    String second = steps.length > 2 ? steps[2] : "";
    Finding placed = finding.at(table.cell(row, column(first, second)));
    Optional<Attribute> attribute =
        first.equals("attributes") ? table.type().attribute(second) : Optional.empty();
    return finding.code() == FindingCode.MISSING_VALUE && attribute.isPresent()
        ? table.missing(attribute.get(), placed)
        : Optional.of(placed);
  }

  private int column(String first, String second) {
    return switch (first) {
      case "attributes" -> table.columnOf(second).orElse(0);
      case "links" -> linkColumns.get(Integer.parseInt(second));
      case "key" -> table.columnOf(Part.KEY);
      case "parent" -> table.columnOf(Part.SECTION);
      case "before", "after" -> table.columnOf(Part.POSITION);
      case "stage", "editorial" -> table.columnOf(Part.STAGE);
      default -> 0;
    };
  }

  Place place() {
    return table.cell(row, 0);
  }
}
