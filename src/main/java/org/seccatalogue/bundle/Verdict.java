package org.seccatalogue.bundle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a file turns out to be.
public sealed interface Verdict {

  /// Every byte is as it was published and signed.
  ///
  /// @param what the file is, such as "The bundle"
  /// @param form of the writer that wrote it; absent where there is but one
  /// @param notes what else is worth knowing
  record Authentic(
      String what, String baseline, String digest, @Nullable Integer form, List<String> notes)
      implements Verdict {
    public Authentic {
      notes = List.copyOf(notes);
    }
  }

  /// Every byte is as this catalogue makes it from a baseline when it is asked for. It was not
  /// published as a file, and nobody signed it as one.
  ///
  /// @param what the file is
  /// @param form of the writer that wrote it
  record Derived(String what, String baseline, String digest, int form) implements Verdict {}

  /// Its bytes are not those that were published, as when another program saved it; all that it
  /// shows is what was published.
  record SavedAgain(String what, String baseline, String digest) implements Verdict {}

  /// It is intact in itself, but its signature could not be checked.
  record Whole(String what, String baseline, String digest, List<String> notes) implements Verdict {
    public Whole {
      notes = List.copyOf(notes);
    }
  }

  /// It is of that baseline, and is not as it was published.
  ///
  /// @param summary one sentence for people
  /// @param digest of the baseline; absent when it cannot be told
  /// @param differences at least one; not all when there are very many
  record Different(
      String what,
      String summary,
      @Nullable String baseline,
      @Nullable String digest,
      List<Deviation> differences)
      implements Verdict {
    public Different {
      differences = List.copyOf(differences);
    }
  }

  /// Nothing here is known of it.
  ///
  /// @param reason one sentence for people
  record Unknown(String reason) implements Verdict {
    /// Of what does not say of which baseline it is.
    static final String UNTOLD =
        "This file does not say, in a way that is read here, of which published baseline it might"
            + " be.";

    /// Of a map that does not say what was asked, and is none of those that are looked for.
    static final String UNASKED =
        "It is in no signed list. This map does not say, in a way that is read here, what was asked"
            + " for: maps in the first form do not. It is none of those that were compared.";
  }
}
