package org.seccatalogue.baseline.standing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A record as one baseline holds it.
///
/// @param baseline number of the baseline
/// @param digest SHA-256 of what it says there, 64 hexadecimal digits
/// @param words what it says apart from its place
public record Appearance(
    int baseline,
    String type,
    String title,
    int revision,
    String stage,
    @Nullable String parent,
    String digest,
    Wording words) {

  /// Whether it says the same at the same stage, wherever it stands.
  boolean says(Appearance other) {
    return words.says(other.words) && stage.equals(other.stage);
  }

  /// Whether it says the same at the same place, whatever its stage.
  public boolean isSameAs(Appearance other) {
    return words.says(other.words) && standsWith(other);
  }

  /// Whether it stands below the same record.
  boolean standsWith(Appearance other) {
    return Objects.equals(parent, other.parent);
  }
}
