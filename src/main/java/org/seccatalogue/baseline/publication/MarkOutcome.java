package org.seccatalogue.baseline.publication;

import java.util.List;
import org.seccatalogue.baseline.Publication;
import org.seccatalogue.finding.Finding;

/// What came of the wish to supersede or withdraw a baseline.
public sealed interface MarkOutcome {

  /// It is recorded.
  record Marked(Publication publication) implements MarkOutcome {}

  /// The wish is wrong.
  record Rejected(List<Finding> findings) implements MarkOutcome {}

  /// No baseline has that id.
  record NotFound() implements MarkOutcome {}
}
