package org.seccatalogue.page.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Disclosure;
import org.seccatalogue.baseline.FreezeRequest;
import org.seccatalogue.baseline.PublicationAction;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.baseline.Waiver;
import org.seccatalogue.baseline.freezing.Baselines;
import org.seccatalogue.baseline.freezing.FreezeOutcome;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.testkit.Catalogue;

/// Two baselines of the example: the first is superseded by the second, in which one requirement
/// says something else and one is new. The draft has moved on since.
@ApplicationScoped
class TwoBaselines {

  static final String DRAFTED = "Zyzzyva of the working draft";

  private static final List<Waiver> WAIVERS =
      List.of(
          new Waiver("PROVISIONAL", null, "Policy is still open", "SMIP Programme"),
          new Waiver("NAMES_OUTSIDE", "WSI-0002", "The key alone tells nothing", "STEG"),
          new Waiver("SUSPECT_LINK", null, "To be followed up", "STEG"),
          new Waiver("NO_SOURCE", null, "To be followed up", "STEG"));

  private final Baselines baselines;
  private final Published published;
  private final Revisions revisions;
  private final Catalogue catalogue;

  TwoBaselines(Baselines baselines, Published published, Revisions revisions, Catalogue catalogue) {
    this.baselines = baselines;
    this.published = published;
    this.revisions = revisions;
    this.catalogue = catalogue;
  }

  void fill() {
    if (published.find("sec-v0.01").isPresent()) {
      return;
    }
    Baseline first = freeze("SEC v0.01", LocalDate.of(2011, 11, 30));
    var record = revisions.find(RecordKey.of("GSM-0001")).orElseThrow();
    catalogue.reword(
        record, AttributeRole.STATEMENT, "The gas meter shall count what the WAN comms unit asks.");
    catalogue.record(record.type(), "A new gas meter record", "C.4.1.b", List.of());
    Baseline second = freeze("SEC v0.02", LocalDate.of(2011, 12, 31));
    baselines.mark(
        first.id(),
        PublicationAction.SUPERSEDED,
        "Gas meters were reworked",
        second.id(),
        "Lead drafter");
    catalogue.rename(revisions.find(RecordKey.of("ESM-0001")).orElseThrow(), DRAFTED);
  }

  private Baseline freeze(String name, LocalDate dated) {
    FreezeRequest request =
        new FreezeRequest(
            name,
            dated,
            Selection.ALL,
            WAIVERS,
            "For the bid pack",
            "Lead drafter",
            Disclosure.NONE);
    return switch (baselines.freeze(request)) {
      case FreezeOutcome.Frozen(Baseline baseline) -> baseline;
      case FreezeOutcome.Stopped(var report) -> throw new AssertionError(report);
      case FreezeOutcome.Rejected(var findings) -> throw new AssertionError(findings);
    };
  }
}
