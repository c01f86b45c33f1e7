package org.seccatalogue.spreadsheet;

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
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.revision.ChangeNote;
import org.seccatalogue.revision.Outline;

/// Fills an empty catalogue with the example workbook, by the same way as any other import.
@ApplicationScoped
class ExampleCatalogue {

  private static final String FILE = "sec-part-c.xlsx";
  private static final ChangeNote NOTE =
      new ChangeNote("Example catalogue", "Loaded into an empty catalogue");

  private final Imports imports;
  private final Outline outline;
  private final boolean wanted;

  ExampleCatalogue(
      Imports imports,
      Outline outline,
      @ConfigProperty(name = "catalogue.example", defaultValue = "true") boolean wanted) {
    this.imports = imports;
    this.outline = outline;
    this.wanted = wanted;
  }

  void load(@Observes StartupEvent start) {
    if (wanted && outline.size() == 0) {
      try (InputStream workbook =
          Thread.currentThread()
              .getContextClassLoader()
              .getResourceAsStream("import/samples/" + FILE)) {
        Path file = Files.createTempFile("example", ".xlsx");
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
      case ApplyOutcome.Applied(ImportRun applied) ->
          Log.infof("The example catalogue was loaded: %d records.", applied.created());
      case ApplyOutcome.NotApplicable _,
          ApplyOutcome.Undecided _,
          ApplyOutcome.Moved _,
          ApplyOutcome.NotFound _ ->
          throw new IllegalStateException(
              "The example catalogue has mistakes: " + imports.findings(run.id(), 0, 50));
    }
  }
}
