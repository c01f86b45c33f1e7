package org.seccatalogue.record;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What people write beside a link or a change: why.
public final class NoteText {

  /// The most characters of a note; the contract says the same.
  public static final int LONGEST = 2_000;

  private NoteText() {}

  /// What was expected in place of a note that cannot be kept.
  public static Optional<String> expectedInstead(@Nullable String note) {
    if (note == null) {
      return Optional.empty();
    }
    int length = note.codePointCount(0, note.length());
    if (length > LONGEST) {
      return Optional.of("at most " + LONGEST + " characters, not " + length);
    }
    return VisibleText.isStorable(note)
        ? Optional.empty()
        : Optional.of("text without control characters");
  }
}
