package org.seccatalogue.rules;

import org.jspecify.annotations.Nullable;

/// As what somebody asks for a draft.
public sealed interface Intent {

  /// A change of words, place, links or stage by a person.
  ///
  /// @param editorial whether the new words mean the same, so that they may keep the stage; needs a
  ///     note
  record Edit(boolean editorial, @Nullable String note) implements Intent {}

  /// The record stays, with its key and history, and is no longer proposed.
  ///
  /// @param replacement key or reference of the record that takes its place, if there is one
  record Withdrawal(@Nullable String reason, @Nullable String replacement) implements Intent {}

  /// Loading into an empty catalogue: the one way to state a stage that was reached elsewhere.
  ///
  /// @param source what is loaded, in words
  record TakeOver(String source) implements Intent {}

  /// Takes a change back: the words come back with the stage that they had reached, which is
  /// recorded as that. The wish says no stage.
  ///
  /// @param stage code of that stage
  record Restoration(String stage) implements Intent {}

  /// An edit of which nothing more is said.
  static Intent edit(@Nullable String note) {
    return new Edit(false, note);
  }
}
