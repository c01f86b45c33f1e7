package org.seccatalogue.imports;

import java.util.List;
import org.seccatalogue.finding.Finding;

/// What came of undoing an import.
public sealed interface UndoOutcome {

  /// Its records are as they were, and its new records are withdrawn.
  record Undone(ImportRun run) implements UndoOutcome {}

  /// It was never applied, or was undone before.
  record NotUndoable(ImportRun run) implements UndoOutcome {}

  /// Others built on what it did, at these places. Nothing was changed.
  record BuiltOn(ImportRun run, List<Finding> findings) implements UndoOutcome {}

  /// There is no such import.
  record NotFound(long id) implements UndoOutcome {}
}
