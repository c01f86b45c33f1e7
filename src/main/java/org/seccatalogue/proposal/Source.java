package org.seccatalogue.proposal;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.seccatalogue.finding.Finding;

/// Something that proposes records.
public interface Source {

  /// Gives all that it proposes, in its order.
  ///
  /// @return how many rows it has
  int read(Receiver to) throws IOException;

  /// Who takes what a source gives.
  interface Receiver {

    /// What the source tells of itself.
    void found(List<Finding> findings);

    /// Which of the next rows of a table say what their records say, as far as their digests tell.
    /// These are done with, and are not proposed.
    ///
    /// @return the numbers of these rows
    default Set<Integer> unchanged(ProposalTable table, List<RowPrint> rows) {
      return Set.of();
    }

    /// The next proposals of a table.
    void proposed(ProposalTable table, List<Proposal> batch);
  }
}
