package org.seccatalogue.baseline.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Publication;
import org.seccatalogue.baseline.PublicationAction;

/// Writes the record of publications, one entry after the other.
@ApplicationScoped
public class PublicationRecord {

  private final PublishedStore store;
  private final Clock clock;

  PublicationRecord(PublishedStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  public Publication add(
      PublicationAction action,
      Baseline baseline,
      String by,
      @Nullable String reason,
      @Nullable Baseline successor) {
    PublishedStore.Last last =
        store.lastPublication().orElse(new PublishedStore.Last(0, Publication.NONE_BEFORE));
    Publication publication =
        Publication.after(
            last.sequence() + 1,
            last.hash(),
            action,
            baseline,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            by,
            reason,
            successor);
    store.add(publication, baseline.number(), successor == null ? null : successor.number());
    return publication;
  }
}
