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
import org.seccatalogue.revision.Outline;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.scratch.ScratchFiles;

/// Fills an empty catalogue with the example workbook, by the same way as any other import, and
/// freezes it, by the same way as any other baseline.
@ApplicationScoped
class ExampleCatalogue {

  private static final String FILE = "sec-part-c.xlsx";
  private static final ChangeNote NOTE =
      new ChangeNote("Example catalogue", "Loaded into an empty catalogue");

  private static final String BASELINE = "SEC v0.01";
  private static final LocalDate DATED = LocalDate.of(2011, 11, 30);
  private static final List<Waiver> WAIVERS =
      List.of(
          waiver(FindingCode.PROVISIONAL, "The structure of the code is not agreed yet"),
          waiver(FindingCode.NAMES_OUTSIDE, "A key alone tells nothing of the record"));

  private final Imports imports;
  private final Baselines baselines;
  private final Outline outline;
  private final boolean wanted;
  private final boolean frozen;

  ExampleCatalogue(
      Imports imports,
      Baselines baselines,
      Outline outline,
      @ConfigProperty(name = "catalogue.example", defaultValue = "true") boolean wanted,
      @ConfigProperty(name = "catalogue.example-baseline", defaultValue = "true") boolean frozen) {
    this.imports = imports;
    this.baselines = baselines;
    this.outline = outline;
    this.wanted = wanted;
    this.frozen = frozen;
  }

  private static Waiver waiver(FindingCode code, String reason) {
    return new Waiver(code.name(), null, reason, NOTE.author());
  }

  void load(@Observes StartupEvent start) {
    if (wanted && outline.size() == 0) {
      try (InputStream workbook =
          Thread.currentThread()
              .getContextClassLoader()
              .getResourceAsStream("import/samples/" + FILE)) {
        Path file = ScratchFiles.create();
        try {
          Files.copy(Objects.requireNonNull(workbook), file, StandardCopyOption.REPLACE_EXISTING);
          load(file);
        } finally {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void load(Path file) {
    switch (imports.plan(FILE, file, null, NOTE)) {
      case PlanOutcome.Unreadable(List<Finding> findings) ->
          throw new IllegalStateException("The example catalogue cannot be read: " + findings);
      case PlanOutcome.Planned(ImportRun run) -> apply(run);
    }
  }

  private void apply(ImportRun run) {
    switch (imports.apply(run.id(), NOTE)) {
      case ApplyOutcome.Applied(ImportRun applied) -> {
        Log.infof("The example catalogue was loaded: %d records.", applied.counts().created());
        if (frozen) {
          freeze();
        }
      }
      case ApplyOutcome.NotApplicable _,
          ApplyOutcome.Undecided _,
          ApplyOutcome.Moved _,
          ApplyOutcome.NotFound _ ->
          throw new IllegalStateException(
              "The example catalogue has mistakes: " + imports.findings(run.id(), 0, 50));
    }
  }

  /// Gives readers something to read.
  private void freeze() {
    FreezeRequest request =
        new FreezeRequest(
            BASELINE,
            DATED,
            Selection.ALL,
            WAIVERS,
            "An example to look at",
            NOTE.author(),
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
