package org.seccatalogue.rules;

import org.seccatalogue.finding.Finding;

/// What only shows when all drafts of a sitting are known.
public sealed interface Late {

  /// The number of the draft.
  int number();

  /// Something is wrong with a draft after all.
  record Wrong(int number, Finding finding) implements Late {}

  /// A name that was open is that of another draft.
  ///
  /// @param pointer JSON pointer of the name in the draft, such as `/links/0/target`
  /// @param peer number of the draft that makes the record
  record Found(int number, String pointer, int peer) implements Late {}
}
