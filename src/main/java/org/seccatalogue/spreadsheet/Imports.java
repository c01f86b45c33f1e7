package org.seccatalogue.spreadsheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.ChangeNote;

/// Imports: a workbook is read into a plan, shown, and then applied as a whole or not at all.
@ApplicationScoped
public class Imports {

  /// The profiles that may be named, in order of their names.
  public List<Profile> profiles() {
    return List.of();
  }

  /// Reads a workbook or CSV file into a plan. Changes no record.
  ///
  /// @param fileName as its sender called it; the ending tells the format
  /// @param profile name of the profile to read it with; absent: the one that recognises it, else
  ///     columns by label and attribute name
  public PlanOutcome plan(
      String fileName, Path content, @Nullable String profile, ChangeNote note) {
    throw new IllegalStateException(fileName);
  }

  /// The newest imports, those before id `before` when it is given.
  public List<ImportRun> recent(@Nullable Long before, int limit) {
    return List.of();
  }

  public Optional<ImportRun> find(long id) {
    return Optional.empty();
  }

  /// Planned changes in the order of the rows, those after row number `after`; of one kind if it
  /// is given.
  public List<PlannedChange> changes(
      long id, PlannedChange.@Nullable Kind kind, int after, int limit) {
    return List.of();
  }

  /// Findings in the order of their places, those after number `after`.
  public List<Finding> findings(long id, int after, int limit) {
    return List.of();
  }

  /// Keys of records of the same types and sections that no row names.
  public List<RecordKey> missing(long id, int limit) {
    return List.of();
  }

  /// Applies a plan in one transaction.
  public ApplyOutcome apply(long id, ChangeNote note) {
    return new ApplyOutcome.NotFound(id);
  }
}
