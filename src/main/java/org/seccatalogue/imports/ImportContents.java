package org.seccatalogue.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.plan.rows.ImportFindings;
import org.seccatalogue.plan.rows.ImportRows;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.BulkLookup;

/// What an import holds: its rows with what they change, and what was found in them.
@ApplicationScoped
class ImportContents {

  private final ImportRuns runs;
  private final ImportRows rows;
  private final ImportFindings findings;
  private final ImportEdits edits;
  private final BulkLookup lookup;

  ImportContents(
      ImportRuns runs,
      ImportRows rows,
      ImportFindings findings,
      ImportEdits edits,
      BulkLookup lookup) {
    this.runs = runs;
    this.rows = rows;
    this.findings = findings;
    this.edits = edits;
    this.lookup = lookup;
  }

  /// Planned changes in the order of the rows, those after row number `after`.
  ///
  /// @param filter absent: all of them
  List<PlannedChange> changes(
      long id, PlannedChange.@Nullable Filter filter, int after, int limit) {
    return rows.changes(id, filter, after, limit);
  }

  /// How many planned changes a filter finds.
  int count(long id, PlannedChange.Filter filter) {
    return rows.count(id, filter);
  }

  /// What planned changes change, before and after, by the numbers of their rows.
  Map<Integer, List<PlannedChange.Edit>> edits(long id, List<PlannedChange> changes) {
    return edits.of(id, changes);
  }

  /// The first sections in which the records of its rows stand, in the order of the outline.
  List<RecordHead> sections(long id) {
    List<String> keys = runs.sections(id).stream().map(RecordKey::toString).toList();
    Map<String, RecordHead> heads = lookup.named(keys);
    return keys.stream().flatMap(key -> Stream.ofNullable(heads.get(key))).toList();
  }

  /// Findings in the order in which they were found, those after number `after`.
  List<Finding> findings(long id, int after, int limit) {
    return findings.find(id, after, limit);
  }

  /// Keys of records of the same types and sections that no row names.
  List<RecordKey> missing(long id, int limit) {
    return rows.missing(id, limit);
  }
}
