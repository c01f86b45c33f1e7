package org.seccatalogue.proposal;

import java.io.IOException;
import java.util.List;
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

    /// The next proposals of a table.
    void proposed(ProposalTable table, List<Proposal> batch);
  }
}
