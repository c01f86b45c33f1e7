package org.seccatalogue.trace;

/// Whether a link still says what its author meant.
public enum Soundness {
  /// The target is as it was when the link was made or confirmed.
  SOUND,
  /// The target has changed since: somebody must confirm the link or change its source.
  SUSPECT,
  /// The target was withdrawn.
  BROKEN;

  /// How sound a link is.
  ///
  /// @param changed whether the content of the target differs from the pinned revision's
  /// @param withdrawn whether the target was withdrawn
  public static Soundness of(boolean changed, boolean withdrawn) {
    if (withdrawn) {
      return BROKEN;
    }
    return changed ? SUSPECT : SOUND;
  }
}
