package org.seccatalogue.spreadsheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import org.hibernate.Session;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.schema.CatalogueSchema;

/// Reads a workbook into the plan of an import that was begun.
@ApplicationScoped
class ImportReader {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final CatalogueSchema schema;
  private final Workbook.Limits limits;
  private final ImportRuns runs;
  private final BulkLookup lookup;
  private final Session database;

  ImportReader(
      CatalogueSchema schema,
      ImportLimits limits,
      ImportRuns runs,
      BulkLookup lookup,
      Session database) {
    this.schema = schema;
    this.limits = limits.asLimits();
    this.runs = runs;
    this.lookup = lookup;
    this.database = database;
  }

  ImportRun read(long id, Workbook workbook, Profile profile, Decisions decisions)
      throws IOException {
    FindingLog log = new FindingLog(id, limits.findings());
    ImportStaging staging = new ImportStaging(id, schema);
    ImportPlanner planner =
        new ImportPlanner(schema, lookup, database, profile, limits, staging, log, decisions);
    int rows = planner.read(workbook);
    runs.end(id, rows, log, counters());
    return runs.find(id).orElseThrow();
  }

  private String counters() {
    try {
      return JSON.writeValueAsString(lookup.counters());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whether no record was made since: new records might be the ones that a plan would make once
  /// more.
  boolean sameCounters(String planned) {
    try {
      Map<?, ?> before = JSON.readValue(planned, Map.class);
      return before.equals(lookup.counters());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
