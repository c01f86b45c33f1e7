package org.seccatalogue.page.records;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.page.shown.LinkLine;
import org.seccatalogue.page.shown.RecordLine;

/// A section or clause with what stands directly below it, in the order of a specification.
///
/// @param clause whether it is a clause of Part A or B
/// @param statement the binding words of a clause
/// @param stage of the least advanced requirement in it
/// @param box what its records say of existing codes and agreements, as HTML
record SectionView(
    RecordLine line,
    boolean clause,
    List<RecordLine> above,
    @Nullable String stage,
    @Nullable String summary,
    @Nullable String statement,
    List<OptionSet> options,
    List<Note> notes,
    @Nullable String box,
    List<RecordLine> below,
    List<LinkLine> derived) {

  /// A question with the options to answer it; each option is a row of words.
  record OptionSet(RecordLine line, List<Option> options) {}

  /// One option: its letter, what it says, and what else is known of it.
  record Option(String letter, String text, String rest) {}

  /// A drafting note.
  record Note(RecordLine line, String text, @Nullable String concerns) {}
}
