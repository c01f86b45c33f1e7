package org.seccatalogue.page.published;

import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;

/// What a baseline is by now, as a coloured word: what was done with it, and whether another one
/// was published since.
record BaselineState(String word, String look) {

  /// @param newest the newest baseline that counts
  static BaselineState of(Baseline baseline, @Nullable Baseline newest) {
    return switch (baseline.state()) {
      case PUBLISHED ->
          newest == null || newest.number() == baseline.number()
              ? new BaselineState("Current", "green")
              : new BaselineState("Older", "yellow");
      case SUPERSEDED -> new BaselineState("Superseded", "yellow");
      case WITHDRAWN -> new BaselineState("Withdrawn", "red");
    };
  }
}
