package org.seccatalogue.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.job.Progress;
import org.seccatalogue.plan.MissingRecords;
import org.seccatalogue.plan.Plans;
import org.seccatalogue.proposal.Source;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.Outline;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;

/// Makes plans, and knows against what a plan was made.
@ApplicationScoped
class ImportPlanning {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Command TAKE_OVER =
      Command.of("update import set taken_over = true where id = :id");

  private static final Query<Boolean> TAKES_OVER =
      Query.of(Boolean.class, "select taken_over from import where id = :id");

  private final Plans plans;
  private final MissingRecords missing;
  private final ImportRuns runs;
  private final ImportLimits limits;
  private final Outline outline;
  private final BulkLookup lookup;
  private final Session database;

  ImportPlanning(
      Plans plans,
      MissingRecords missing,
      ImportRuns runs,
      ImportLimits limits,
      Outline outline,
      BulkLookup lookup,
      Session database) {
    this.plans = plans;
    this.missing = missing;
    this.runs = runs;
    this.limits = limits;
    this.outline = outline;
    this.lookup = lookup;
    this.database = database;
  }

  /// Plans what a source proposes, within the transaction of the caller.
  void fill(long id, String fileName, Source source, Progress progress) throws IOException {
    boolean takesOver = outline.size() == 0;
    if (takesOver) {
      TAKE_OVER.with("id", id).run(database);
    }
    Plans.Plan plan =
        plans.plan(
            source,
            new Plans.Order(id, takesOver ? fileName : null, limits.findings(), limits.similar()),
            progress);
    missing.add(id, plan.rows(), plan.named());
    runs.end(id, plan, counters());
  }

  /// What is loaded into a catalogue that was empty when it was planned, and is so now.
  @Nullable String takenOver(ImportRun run) {
    return TAKES_OVER.with("id", run.id()).only(database) && outline.size() == 0
        ? run.source().fileName()
        : null;
  }

  private String counters() {
    try {
      return JSON.writeValueAsString(lookup.counters());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whether no record was made since the plan.
  boolean sameCounters(String planned) {
    try {
      Map<?, ?> before = JSON.readValue(planned, Map.class);
      return before.equals(lookup.counters());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
