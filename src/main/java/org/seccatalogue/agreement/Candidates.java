package org.seccatalogue.agreement;

import org.seccatalogue.record.RecordHead;

/// The next records of a chapter that are looked for because they may name an existing code or
/// agreement: the chapter itself and those below it, in the order of the outline.
///
/// @param filter what they match
/// @param after path of the last record that was read; empty for the first ones
/// @param until path of the record before which the search ends
/// @param limit the most records; fewer come only when there are no more
public record Candidates(
    RecordHead chapter, AgreementNames.Filter filter, String after, String until, int limit) {

  /// Those of a whole chapter.
  ///
  /// @param limit the most at once
  public static Candidates of(RecordHead chapter, AgreementNames names, int limit) {
    return new Candidates(chapter, names.filter(), "", chapter.path() + "/", limit);
  }

  /// Those behind one that was read.
  public Candidates after(String path) {
    return new Candidates(chapter, filter, path, until, limit);
  }

  /// Those before a record.
  public Candidates until(String path) {
    return new Candidates(chapter, filter, after, path, limit);
  }

  /// Whether there is nothing to be looked for.
  public boolean isOfNothing() {
    return filter.isEmpty();
  }
}
