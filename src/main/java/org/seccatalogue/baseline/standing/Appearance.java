package org.seccatalogue.baseline.standing;

import org.jspecify.annotations.Nullable;

/// A record as one baseline holds it.
///
/// @param baseline number of the baseline
/// @param digest SHA-256 of what it says there, 64 hexadecimal digits
/// @param words the same of what it says apart from its place
public record Appearance(
    int baseline,
    String type,
    String title,
    int revision,
    String stage,
    @Nullable String parent,
    String digest,
    String words) {

  /// Whether it says the same at the same stage, wherever it stands.
  boolean says(Appearance other) {
    return words.equals(other.words) && stage.equals(other.stage);
  }
}
