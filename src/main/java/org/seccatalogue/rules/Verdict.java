package org.seccatalogue.rules;

import java.util.List;
import org.seccatalogue.finding.Finding;

/// What the rules say of a draft.
public sealed interface Verdict {

  /// It may be written as this.
  record Sound(CheckedDraft draft) implements Verdict {}

  /// It is wrong at all these places: JSON pointers into the draft, such as `/parent`,
  /// `/attributes/title` or `/links/0/target`, for the door to say as fields or cells of its own.
  record Faulty(List<Finding> findings) implements Verdict {

    public Faulty {
      findings = List.copyOf(findings);
    }
  }
}
