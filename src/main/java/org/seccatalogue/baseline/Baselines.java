package org.seccatalogue.baseline;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.ChosenRecords;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.Traces;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.SchemaFiles;

/// Freezes the draft into baselines, and says later what became of them.
@ApplicationScoped
public class Baselines {

  private static final Duration LONGEST = Duration.ofHours(2);

  private final CatalogueSchema schema;
  private final SchemaFiles files;
  private final FreezeCheck check;
  private final Revisions revisions;
  private final ChosenRecords chosen;
  private final Traces traces;
  private final PublishedStore store;
  private final Published published;
  private final SigningKeys keys;
  private final Session database;
  private final Clock clock;

  Baselines(
      CatalogueSchema schema,
      SchemaFiles files,
      FreezeCheck check,
      Revisions revisions,
      ChosenRecords chosen,
      Traces traces,
      PublishedStore store,
      Published published,
      SigningKeys keys,
      Session database,
      Clock clock) {
    this.schema = schema;
    this.files = files;
    this.check = check;
    this.revisions = revisions;
    this.chosen = chosen;
    this.traces = traces;
    this.store = store;
    this.published = published;
    this.keys = keys;
    this.database = database;
    this.clock = clock;
  }

  /// What stands between a selection and its baseline. Changes nothing.
  public GateOutcome gate(FreezeRequest request) {
    return atOneMoment(
        () -> {
          List<Finding> findings = check.check(request);
          return findings.isEmpty()
              ? new GateOutcome.Reported(walk(request, new Gate(schema, request), null))
              : new GateOutcome.Rejected(findings);
        });
  }

  /// Freezes a selection, unless something stands against it that nobody waived.
  public FreezeOutcome freeze(FreezeRequest request) {
    try {
      return oneAtATime(() -> atOneMoment(() -> freezeHeld(request)));
    } catch (Stop stop) {
      return new FreezeOutcome.Stopped(stop.report);
    }
  }

  /// Takes back what was written before it turned out that something stands against it.
  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient GateReport report;

    Stop(GateReport report) {
      this.report = report;
    }
  }

  private FreezeOutcome freezeHeld(FreezeRequest request) {
    List<Finding> findings = check.check(request);
    if (!findings.isEmpty()) {
      return new FreezeOutcome.Rejected(findings);
    }
    FrozenRows rows = new FrozenRows(database, store, store.nextNumber());
    Gate gate = new Gate(schema, request);
    GateReport report = walk(request, gate, rows);
    if (!report.passed()) {
      throw new Stop(report);
    }
    return new FreezeOutcome.Frozen(close(request, gate.used(), rows));
  }

  private GateReport walk(FreezeRequest request, Gate gate, @Nullable FrozenRows rows) {
    ChosenRecords.Criteria criteria = criteria(request.selection());
    long run = chosen.choose(criteria);
    new FreezeWalk(chosen, traces, gate, run)
        .each(
            batch -> {
              if (rows != null) {
                rows.write(batch);
              }
              database.clear();
            });
    chosen.forget(run);
    return gate.report(chosen.leftOut(criteria));
  }

  private ChosenRecords.Criteria criteria(Selection selection) {
    List<String> sections =
        selection.sections().stream()
            .map(name -> revisions.named(name).orElseThrow().key())
            .map(RecordKey::toString)
            .toList();
    return new ChosenRecords.Criteria(
        sections, selection.types(), selection.stages(), selection.notes(), selection.marked());
  }

  private Baseline close(FreezeRequest request, List<Waiver> waivers, FrozenRows rows) {
    String id = FreezeCheck.id(request.name());
    String schemaText = SchemaText.of(files);
    byte[] schemaDigest = Digests.sha256(schemaText);
    store.keepSchema(schemaDigest, schemaText);
    FrozenCounts counts = rows.counts();
    String manifest = Manifest.of(request, id, waivers, counts, Digests.hex(schemaDigest));
    Baseline baseline =
        new Baseline(
            rows.baseline(),
            id,
            request.name(),
            request.dated(),
            counts.records(),
            counts.links(),
            counts.digest(),
            Digests.hex(schemaDigest),
            manifest,
            keys.sign(manifest, store),
            PublicationAction.PUBLISHED,
            null,
            null);
    store.countFacets(baseline.number());
    store.close(baseline);
    record(PublicationAction.PUBLISHED, baseline, request.author(), request.note(), null);
    store.settle();
    return baseline;
  }

  /// Supersedes or withdraws a baseline. Nothing of it changes but what is said of it.
  ///
  /// @param act anything but [PublicationAction#PUBLISHED]
  /// @param successor id of the baseline that takes the place of a superseded one
  public MarkOutcome mark(
      String id,
      PublicationAction act,
      @Nullable String reason,
      @Nullable String successor,
      String by) {
    return oneAtATime(
        () -> {
          Baseline baseline = published.find(id).filter(b -> b.id().equals(id)).orElse(null);
          if (baseline == null) {
            return new MarkOutcome.NotFound();
          }
          Baseline next = successor == null ? null : published.find(successor).orElse(null);
          List<Finding> findings = MarkCheck.check(baseline, act, reason, successor, next);
          return findings.isEmpty()
              ? new MarkOutcome.Marked(record(act, baseline, by, reason, next))
              : new MarkOutcome.Rejected(findings);
        });
  }

  private Publication record(
      PublicationAction act,
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
            act,
            baseline,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            by,
            reason,
            successor);
    store.add(publication, baseline.number(), successor == null ? null : successor.number());
    return publication;
  }

  private <T> T oneAtATime(Supplier<T> work) {
    return QuarkusTransaction.requiringNew()
        .timeout((int) LONGEST.toSeconds())
        .call(
            () -> {
              store.lock();
              return work.get();
            });
  }

  /// The whole of it sees the draft as it is now.
  private <T> T atOneMoment(Supplier<T> work) {
    return QuarkusTransaction.requiringNew()
        .timeout((int) LONGEST.toSeconds())
        .call(
            () -> {
              database
                  .createNativeMutationQuery("set transaction isolation level repeatable read")
                  .executeUpdate();
              return work.get();
            });
  }
}
