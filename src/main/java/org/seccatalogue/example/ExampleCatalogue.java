package org.seccatalogue.example;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Disclosure;
import org.seccatalogue.baseline.FreezeRequest;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.baseline.Waiver;
import org.seccatalogue.baseline.freezing.Baselines;
import org.seccatalogue.baseline.freezing.FreezeOutcome;
import org.seccatalogue.baseline.freezing.GateReport;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.imports.ApplyOutcome;
import org.seccatalogue.imports.ImportRun;
import org.seccatalogue.imports.Imports;
import org.seccatalogue.imports.PlanOutcome;
import org.seccatalogue.plan.rows.Guard;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.revision.Outline;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.numbering.BroughtReferences;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.scratch.ScratchFiles;

/// Fills an empty catalogue with the example workbook, by the same way as any other import, and
/// freezes it, by the same way as any other baseline; then again with what changed until the next
/// one, so that readers have something to compare.
@ApplicationScoped
class ExampleCatalogue {

  private static final ChangeNote LOADED =
      new ChangeNote("Example catalogue", "Loaded into an empty catalogue");
  private static final List<Edition> EDITIONS =
      List.of(
          new Edition("sec-part-c.xlsx", "SEC v0.01", LocalDate.of(2011, 11, 30), null),
          new Edition(
              "sec-part-c-v0.02.xlsx",
              "SEC v0.02",
              LocalDate.of(2011, 12, 16),
              new Withdrawn("ESM-0002", "ESM-0009", "Split into export and reactive history")));
  private static final List<Waiver> WAIVERS =
      List.of(
          waiver(FindingCode.PROVISIONAL, "The structure of the code is not agreed yet"),
          waiver(FindingCode.SUSPECT_LINK, "Drafters confirm these links after the meeting"),
          waiver(FindingCode.NAMES_OUTSIDE, "A key alone tells nothing of the record"));

  private static final PlannedChange.Filter RENUMBERED =
      new PlannedChange.Filter(null, null, null, Guard.PASSED_REFERENCE, false);

  /// What leads to a baseline.
  private record Edition(
      String file, String baseline, LocalDate dated, @Nullable Withdrawn withdrawn) {

    ChangeNote note() {
      return withdrawn == null ? LOADED : new ChangeNote(LOADED.author(), "For " + baseline);
    }
  }

  /// A record that is withdrawn before the baseline is frozen.
  private record Withdrawn(String key, String replacement, String reason) {}

  private final Imports imports;
  private final Baselines baselines;
  private final Outline outline;
  private final Revisions revisions;
  private final BroughtReferences references;
  private final boolean wanted;
  private final boolean frozen;

  ExampleCatalogue(
      Imports imports,
      Baselines baselines,
      Outline outline,
      Revisions revisions,
      BroughtReferences references,
      @ConfigProperty(name = "catalogue.example", defaultValue = "true") boolean wanted,
      @ConfigProperty(name = "catalogue.example-baseline", defaultValue = "true") boolean frozen) {
    this.imports = imports;
    this.baselines = baselines;
    this.outline = outline;
    this.revisions = revisions;
    this.references = references;
    this.wanted = wanted;
    this.frozen = frozen;
  }

  private static Waiver waiver(FindingCode code, String reason) {
    return new Waiver(code.name(), null, reason, LOADED.author());
  }

  void load(@Observes StartupEvent start) {
    if (wanted && outline.size() == 0) {
      if (frozen) {
        EDITIONS.forEach(this::publish);
      } else {
        load(EDITIONS.getFirst());
        tellFormer();
      }
    }
  }

  private void publish(Edition edition) {
    load(edition);
    if (edition.equals(EDITIONS.getFirst())) {
      tellFormer();
    }
    if (edition.withdrawn() != null) {
      withdraw(edition.withdrawn());
    }
    freeze(edition);
  }

  private void load(Edition edition) {
    try (InputStream workbook =
        Thread.currentThread()
            .getContextClassLoader()
            .getResourceAsStream("import/samples/" + edition.file())) {
      Path file = ScratchFiles.create();
      try {
        Files.copy(Objects.requireNonNull(workbook), file, StandardCopyOption.REPLACE_EXISTING);
        load(edition, file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void load(Edition edition, Path file) {
    switch (imports.plan(edition.file(), file, null, edition.note())) {
      case PlanOutcome.Unreadable(List<Finding> findings) ->
          throw new IllegalStateException("The example catalogue cannot be read: " + findings);
      case PlanOutcome.Planned(ImportRun run) -> apply(run, edition.note());
    }
  }

  private void apply(ImportRun run, ChangeNote note) {
    // What its files call C.5 is what has that number today.
    imports.choose(run.id(), RENUMBERED, true);
    switch (imports.apply(run.id(), note)) {
      case ApplyOutcome.Applied(ImportRun applied) ->
          Log.infof(
              "The example catalogue was loaded: %d new records, %d changed.",
              applied.counts().created(), applied.counts().changed());
      case ApplyOutcome.NotApplicable _,
          ApplyOutcome.Undecided _,
          ApplyOutcome.Moved _,
          ApplyOutcome.NotFound _ ->
          throw new IllegalStateException(
              "The example catalogue has mistakes: " + imports.findings(run.id(), 0, 50));
    }
  }

  /// The numbers that its sections had in earlier versions of the structure lead to them.
  private void tellFormer() {
    FormerNumbers former = FormerNumbers.read();
    int told = references.tell(former.present(), new ChangeNote(LOADED.author(), former.reason()));
    Log.infof("%d of its sections have former references.", told);
  }

  private void withdraw(Withdrawn withdrawn) {
    StoredRecord record = revisions.named(withdrawn.key()).orElseThrow();
    ChangeNote why = new ChangeNote(LOADED.author(), withdrawn.reason());
    switch (revisions.withdraw(record.key(), record.version(), withdrawn.replacement(), why)) {
      case SaveOutcome.Revised _ -> {}
      case SaveOutcome.Rejected(List<Finding> findings) ->
          throw new IllegalStateException("The example catalogue has mistakes: " + findings);
      case SaveOutcome.Created _,
          SaveOutcome.Renumbered _,
          SaveOutcome.Unchanged _,
          SaveOutcome.Stale _,
          SaveOutcome.NotFound _ ->
          throw new IllegalStateException("The example catalogue lacks " + withdrawn.key());
    }
  }

  /// Gives readers something to read.
  private void freeze(Edition edition) {
    FreezeRequest request =
        new FreezeRequest(
            edition.baseline(),
            edition.dated(),
            Selection.ALL,
            WAIVERS,
            "An example to look at",
            LOADED.author(),
            Disclosure.NONE);
    switch (baselines.freeze(request)) {
      case FreezeOutcome.Frozen(Baseline baseline) ->
          Log.infof("It was frozen as %s: %d records.", baseline.name(), baseline.records());
      case FreezeOutcome.Stopped(GateReport report) ->
          throw new IllegalStateException("The example cannot be frozen: " + report.findings());
      case FreezeOutcome.Rejected(List<Finding> findings) ->
          throw new IllegalStateException("The example cannot be frozen: " + findings);
    }
  }
}
