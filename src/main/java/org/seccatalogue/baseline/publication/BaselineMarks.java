package org.seccatalogue.baseline.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PublicationAction;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.finding.Finding;

/// Says what became of baselines, within the transaction of the caller.
@ApplicationScoped
public class BaselineMarks {

  private final Published published;
  private final PublishedStore store;
  private final PublicationRecord publications;

  BaselineMarks(Published published, PublishedStore store, PublicationRecord publications) {
    this.published = published;
    this.store = store;
    this.publications = publications;
  }

  public MarkOutcome mark(
      String id,
      PublicationAction action,
      @Nullable String reason,
      @Nullable String successor,
      String by) {
    store.lock();
    Baseline baseline = published.find(id).filter(b -> b.id().equals(id)).orElse(null);
    if (baseline == null) {
      return new MarkOutcome.NotFound();
    }
    Baseline next = successor == null ? null : published.find(successor).orElse(null);
    List<Finding> findings = MarkCheck.check(baseline, action, reason, successor, next);
    return findings.isEmpty()
        ? new MarkOutcome.Marked(publications.add(action, baseline, by, reason, next))
        : new MarkOutcome.Rejected(findings);
  }
}
