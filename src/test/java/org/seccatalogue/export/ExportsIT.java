package org.seccatalogue.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.imports.ImportRun;
import org.seccatalogue.imports.Imports;
import org.seccatalogue.imports.PlanOutcome;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.RecordQuery;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

@QuarkusTest
@NullUnmarked
class ExportsIT {

  private static final ChangeNote NOTE = new ChangeNote("tester", "Export");
  private static final RecordQuery ALL =
      new RecordQuery(null, null, null, null, List.of(), null, 1);

  @Inject Exports exports;
  @Inject Imports imports;
  @Inject Revisions revisions;
  @Inject CatalogueSchema schema;

  @TempDir Path folder;

  @BeforeEach
  void aWithdrawnRecord() {
    StoredRecord record = revisions.find(RecordKey.of("GSM-0002")).orElseThrow();
    if (!record.stage().equals(schema.workflow().withdrawn())) {
      revisions.withdraw(record.key(), record.version(), NOTE);
    }
  }

  @Test
  void anImportOfTheWholeCatalogueAsItWentOutPlansNothing() throws IOException {
    Path file = written(exports.workbook(new Exports.Wanted(ALL, false)));

    ImportRun run = planned(file);

    assertThat(outcome(run)).isEmpty();
    assertThat(
            List.of(
                run.counts().rows(),
                run.counts().created(),
                run.counts().changed(),
                run.counts().same(),
                run.problems().errors()))
        .containsExactly(310, 0, 0, 310, 0);
  }

  @Test
  void anImportOfTheCsvFileOfEachTypePlansNothing() throws IOException {
    int rows = 0;
    for (RecordType type : schema.types()) {
      ImportRun run =
          planned(written(exports.csv(new Exports.Wanted(ALL.ofType(type.name()), false))));

      assertThat(outcome(run)).as(type.name()).isEmpty();
      assertThat(run.counts().same()).as(type.name()).isEqualTo(run.counts().rows()).isPositive();
      rows += run.counts().rows();
    }
    assertThat(rows).isEqualTo(310);
  }

  private Path written(ExportOutcome outcome) throws IOException {
    return switch (outcome) {
      case ExportOutcome.Refused refused -> throw new AssertionError(refused.toString());
      case ExportOutcome.Export(String name, ExportOutcome.Writer writer) -> {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
          writer.write(out);
        }
        yield file;
      }
    };
  }

  private ImportRun planned(Path file) {
    return switch (imports.plan(file.getFileName().toString(), file, null, NOTE)) {
      case PlanOutcome.Planned(ImportRun run) -> run;
      case PlanOutcome.Unreadable(List<Finding> findings) ->
          throw new AssertionError(findings.toString());
    };
  }

  /// What a plan would do and what it finds, in words.
  private List<String> outcome(ImportRun run) {
    List<String> outcome = new ArrayList<>();
    imports
        .findings(run.id(), 0, 100)
        .forEach(f -> outcome.add(f.place().text() + " " + f.code() + " " + f.found()));
    for (PlannedChange change : imports.changes(run.id(), null, 0, 1000)) {
      if (change.kind() != PlannedChange.Kind.SAME && change.kind() != PlannedChange.Kind.MISSING) {
        outcome.add(change.kind() + " " + change.key() + " " + change.changed());
      }
    }
    return outcome;
  }
}
