package org.seccatalogue.baseline.freezing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.FreezeRequest;
import org.seccatalogue.baseline.PublicationAction;
import org.seccatalogue.baseline.keys.SigningKeys;
import org.seccatalogue.baseline.publication.BaselineMarks;
import org.seccatalogue.baseline.publication.MarkOutcome;
import org.seccatalogue.baseline.publication.PublishedStore;
import org.seccatalogue.baseline.signing.Signer;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.job.Progress;
import org.seccatalogue.schema.CatalogueSchema;

/// Freezes the draft into baselines, and says later what became of them.
@ApplicationScoped
public class Baselines {

  private static final Finding CHANGED_SINCE =
      Finding.error(
          FindingCode.MOVED,
          new Place.Pointer("/shown"),
          null,
          "what you were shown; the draft was changed since, so nothing was published. Check again"
              + " what goes out");

  private static final long BETWEEN = 200_000_000;

  private final CatalogueSchema schema;
  private final FreezeCheck check;
  private final DraftWalks walks;
  private final BaselineClosing closing;
  private final BaselineMarks marks;
  private final PublishedStore store;
  private final FrozenTables tables;

  Baselines(
      CatalogueSchema schema,
      FreezeCheck check,
      DraftWalks walks,
      BaselineClosing closing,
      BaselineMarks marks,
      PublishedStore store,
      FrozenTables tables) {
    this.schema = schema;
    this.check = check;
    this.walks = walks;
    this.closing = closing;
    this.marks = marks;
    this.store = store;
    this.tables = tables;
  }

  /// All that is wrong with a wish to freeze, before any record is looked at.
  public List<Finding> check(FreezeRequest request) {
    return QuarkusTransaction.joiningExisting().call(() -> all(request));
  }

  private List<Finding> all(FreezeRequest request) {
    List<Finding> findings = new ArrayList<>(check.key());
    findings.addAll(check.check(request));
    return findings;
  }

  /// What stands between a selection and its baseline. Changes nothing.
  public GateOutcome gate(FreezeRequest request) {
    List<Finding> findings = QuarkusTransaction.joiningExisting().call(() -> check.check(request));
    return findings.isEmpty()
        ? new GateOutcome.Reported(
            QuarkusTransaction.requiringNew()
                .timeout((int) DraftMoment.LONGEST.toSeconds())
                .call(() -> walks.each(request, new Gate(schema, request))))
        : new GateOutcome.Rejected(findings);
  }

  /// Freezes a selection, unless something stands against it that nobody waived.
  public FreezeOutcome freeze(FreezeRequest request) {
    try {
      return QuarkusTransaction.requiringNew()
          .timeout((int) DraftMoment.LONGEST.toSeconds())
          .call(() -> kept(freeze(request, Progress.UNSEEN)));
    } catch (Stop stop) {
      return stop.outcome;
    }
  }

  /// Takes back what was written before it turned out that something stands against it.
  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient FreezeOutcome outcome;

    Stop(FreezeOutcome outcome) {
      super("nothing is frozen", null, false, false);
      this.outcome = outcome;
    }
  }

  private static FreezeOutcome kept(FreezeOutcome outcome) {
    return switch (outcome) {
      case FreezeOutcome.Frozen _ -> outcome;
      case FreezeOutcome.Stopped _, FreezeOutcome.Rejected _ -> throw new Stop(outcome);
    };
  }

  /// The same within the transaction of the caller, who takes it back unless something is frozen.
  public FreezeOutcome freeze(FreezeRequest request, Progress progress) {
    while (!store.takesTurn()) {
      progress.at("Waiting until another baseline is frozen", 0, 0);
      LockSupport.parkNanos(BETWEEN);
    }
    progress.at("Choosing records", 0, 0);
    List<Finding> findings = all(request);
    if (!findings.isEmpty()) {
      return new FreezeOutcome.Rejected(findings);
    }
    FrozenRows rows = tables.rows();
    Gate gate = new Gate(schema, request);
    GateReport report =
        walks.each(
            request,
            gate,
            rows::made,
            (batch, total) -> {
              rows.write(batch);
              progress.at("Freezing records", batch.records(), total);
            });
    if (!report.passed()) {
      return new FreezeOutcome.Stopped(report);
    }
    if (request.shown() != null && !request.shown().equals(report.outgoing().digest())) {
      return new FreezeOutcome.Rejected(List.of(CHANGED_SINCE));
    }
    rows.ended(Objects.requireNonNull(report.outgoing().tree()));
    tables.writeWithdrawn(rows, request.selection().marked());
    progress.at("Signing the baseline", 0, 0);
    try {
      return new FreezeOutcome.Frozen(closing.close(request, gate.used(), rows));
    } catch (Signer.SigningFailed e) {
      return new FreezeOutcome.Rejected(
          List.of(SigningKeys.unsigned(String.valueOf(e.getMessage()))));
    }
  }

  /// Supersedes or withdraws a baseline. Nothing of it changes but what is said of it.
  ///
  /// @param action anything but [PublicationAction#PUBLISHED]
  /// @param successor id of the baseline that takes the place of a superseded one
  public MarkOutcome mark(
      String id,
      PublicationAction action,
      @Nullable String reason,
      @Nullable String successor,
      String by) {
    return QuarkusTransaction.requiringNew()
        .call(() -> marks.mark(id, action, reason, successor, by));
  }
}
