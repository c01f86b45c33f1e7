package org.seccatalogue.rules;

import java.util.List;
import org.seccatalogue.finding.Finding;

/// What the rules say of a draft.
public sealed interface Verdict {

  /// It may be written as this.
  ///
  /// @param warnings what is to be known all the same, at such places too. Only the single draft of
  ///     a sitting has some: whoever plans tells them of the cells of a row
  record Sound(CheckedDraft draft, List<Finding> warnings) implements Verdict {

    public Sound {
      warnings = List.copyOf(warnings);
    }

    Sound(CheckedDraft draft) {
      this(draft, List.of());
    }

    Sound warned(KnownRecords known) {
      return new Sound(draft, draft.warnings(known));
    }
  }

  /// It is wrong at all these places: JSON pointers into the draft, such as `/parent`,
  /// `/attributes/title` or `/links/0/target`, for the door to say as fields or cells of its own.
  record Faulty(List<Finding> findings) implements Verdict {

    public Faulty {
      findings = List.copyOf(findings);
    }
  }
}
