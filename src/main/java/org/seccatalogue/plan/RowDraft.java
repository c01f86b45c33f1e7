package org.seccatalogue.plan;

import java.util.List;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.rules.Draft;

/// A row as the draft that the rules judge.
///
/// @param linkColumns the column of each link of the draft, 0 for one that the record has already
/// @param written the row with the names that stand in its cells
/// @param openNames the names in its values that no record has yet
record RowDraft(
    BatchMatch.Matched matched,
    RowMerge.Merged merged,
    Draft draft,
    List<Integer> linkColumns,
    Proposal written,
    List<RowNames.Named> openNames) {

  RowDraft naming(List<RowNames.Named> names) {
    return new RowDraft(matched, merged, draft, linkColumns, written, names);
  }

  /// The same of a row of which names were read as others.
  RowDraft of(Proposal row) {
    return new RowDraft(matched, merged, draft, linkColumns, row, openNames);
  }
}
