package org.seccatalogue.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.job.Progress;
import org.seccatalogue.plan.rows.FindingLog;
import org.seccatalogue.proposal.Source;

/// Plans what sources propose: `Source -> Proposal -> plan`. A plan is kept in the database under
/// the number of its import; nothing of the catalogue is changed.
@ApplicationScoped
public class Plans {

  private final Catalogue catalogue;

  Plans(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// What is to be planned.
  ///
  /// @param takenOver what is loaded into an empty catalogue, in words, whose records may state
  ///     stages that they reached elsewhere; absent: the catalogue is not empty
  /// @param findings most findings that are kept
  public record Order(
      long importId, @Nullable String takenOver, int findings, SimilarRecords.Bounds similar) {}

  /// A plan that is there.
  ///
  /// @param named keys of records that rows mean, rightly or wrongly: these are not missing
  public record Plan(int rows, int errors, int warnings, Set<String> named) {}

  /// Plans all that a source proposes, within the transaction of the caller.
  public Plan plan(Source source, Order order, Progress progress) throws IOException {
    FindingLog log = new FindingLog(order.importId(), order.findings());
    Planner planner = new Planner(catalogue, order, log, progress);
    int rows = planner.plan(source);
    return new Plan(rows, log.errors(), log.warnings(), planner.named());
  }
}
