package org.seccatalogue.baseline.comparison;

import org.seccatalogue.record.WordDiff;

/// An attribute that says something else, in words.
///
/// @param name of the attribute
/// @param before empty where there was nothing
/// @param after empty where there is nothing any more
public record AttributeChange(String name, String label, String before, String after) {

  /// The same word by word.
  public WordDiff words() {
    return WordDiff.of(before, after);
  }
}
