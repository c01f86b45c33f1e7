package org.seccatalogue.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.job.Upkeep;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.workbook.ReadingChoices;

/// What is kept of imports, and for how long, with a clock that is put forward.
@QuarkusTest
@NullUnmarked
class ImportUpkeepIT {

  private static final ChangeNote NOTE = new ChangeNote("tester", "Spring issue");
  private static final Path SAMPLES = Path.of("import", "samples");
  private static final Duration LONG = Duration.ofMinutes(5);

  @Inject ImportJobs jobs;
  @Inject Imports imports;
  @Inject Event<Upkeep> upkeep;
  @Inject DataSource source;
  @Inject Clock clock;

  @Test
  void filesGoAfterThirtyDaysAndPlansAfterNinetyDaysAndTheLineStays() throws SQLException {
    ImportRun refused = read("meter-specifications-with-mistakes.xlsx");
    ImportRun applied = read("meter-specifications.xlsx");
    assertThat(jobs.apply(applied.id(), NOTE, LONG))
        .isInstanceOf(ImportJobs.Applying.Applied.class);
    ImportRun planned = read("sec-part-c.xlsx");
    applied = imports.find(applied.id()).orElseThrow();
    List<ImportRun> runs = List.of(refused, applied, planned);
    assertThat(planned.counts().rows()).isEqualTo(310);

    after(Duration.ofDays(29));
    assertThat(runs).allSatisfy(run -> assertThat(rows("import_file", run)).isPositive());

    after(Duration.ofDays(31));
    assertThat(runs).allSatisfy(run -> assertThat(rows("import_file", run)).isZero());
    // Its rows, and the six records of the import before it that none of them names.
    assertThat(rows("import_change", planned)).isEqualTo(316);
    assertThat(imports.find(planned.id())).contains(planned);

    after(Duration.ofDays(91));
    assertThat(runs)
        .allSatisfy(
            run -> {
              assertThat(rows("import_change", run)).isZero();
              assertThat(rows("import_link", run)).isZero();
              assertThat(rows("import_finding", run)).isZero();
            });
    ImportRun line = imports.find(refused.id()).orElseThrow();
    assertThat(line)
        .usingRecursiveComparison()
        .ignoringFields("problems.rowsWithErrors", "problems.separable")
        .isEqualTo(refused);
    assertThat(
            List.of(
                refused.problems().rowsWithErrors(),
                line.problems().rowsWithErrors(),
                line.problems().separable()))
        .containsExactly(5, 0, false);
    assertThat(imports.find(applied.id())).contains(applied);
    ImportRun expired = imports.find(planned.id()).orElseThrow();
    assertThat(expired.state()).isEqualTo(ImportState.EXPIRED);
    assertThat(
            List.of(
                expired.counts().rows(),
                expired.counts().created(),
                expired.counts().changed(),
                expired.counts().same()))
        .containsExactly(310, 0, 0, 310);
    assertThat(jobs.apply(planned.id(), NOTE, LONG))
        .isEqualTo(new ImportJobs.Applying.NotApplicable(expired));
    assertThat(jobs.newest(planned.id())).isEmpty();
    assertPageSays(refused, "The rows and findings of this import have since been removed");
    assertPageSays(applied, "The rows and findings of this import have since been removed");
    assertPageSays(planned, "The plan was not applied in time and has been removed");
  }

  private static void assertPageSays(ImportRun run, String sentence) {
    RestAssured.get("/imports/" + run.id()).then().statusCode(200).body(containsString(sentence));
  }

  private void after(Duration time) {
    upkeep.fire(new Upkeep(clock.instant().plus(time)));
  }

  private ImportRun read(String name) {
    long job = jobs.read(name, SAMPLES.resolve(name), null, ReadingChoices.USUAL, NOTE);
    return ((ImportJobs.Reading.Read) jobs.reading(job, LONG)).run();
  }

  private long rows(String table, ImportRun run) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select count(*) from " + table + " where import_id = ?")) {
      select.setLong(1, run.id());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
