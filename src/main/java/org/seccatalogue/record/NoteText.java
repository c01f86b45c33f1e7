package org.seccatalogue.record;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What people write beside a link or a change: why.
public final class NoteText {

  /// The most characters of a note; the contract says the same.
  public static final int LONGEST = 2_000;

  private NoteText() {}

  /// The note as it is kept, on as many lines as it was written; null where it says nothing.
  public static @Nullable String kept(@Nullable String note) {
    return note == null || VisibleText.isBlank(note)
        ? null
        : VisibleText.withPlainBreaks(VisibleText.strip(note));
  }

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
        ? VisibleText.expectedForTurned(note)
        : Optional.of("text without control characters");
  }
}
