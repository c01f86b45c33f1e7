package org.seccatalogue.baseline.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.finding.Finding;

/// What comes of asking for published records.
public sealed interface PublishedPage {

  /// How many records match.
  ///
  /// @param exact false when there are more than `count`
  record Total(int count, boolean exact) {}

  /// A piece of an excerpt.
  ///
  /// @param match whether it is one of the words that were looked for
  record Piece(String text, boolean match) {}

  /// Records, in the order that was asked for.
  ///
  /// @param excerpts what records say around the words that were looked for, by their keys
  /// @param next the cursor of the next page; none on the last
  record Page(
      List<PublishedRecord> records,
      Map<String, List<Piece>> excerpts,
      Total total,
      @Nullable String next)
      implements PublishedPage {}

  /// What is wrong with the question, with the names of its parameters.
  record Refused(List<Finding> findings) implements PublishedPage {}
}
