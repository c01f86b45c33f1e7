package org.seccatalogue.suggestion;

import java.util.List;
import org.seccatalogue.finding.Finding;

/// Whether a workbook can be read as it is.
public sealed interface MappingStart {

  /// A profile fits it, or a sheet is named after a record type.
  record Known() implements MappingStart {}

  /// Nobody has said yet what it holds; it is kept, with a suggestion.
  record ToMap(MappingDraft draft) implements MappingStart {}

  /// It is no workbook.
  record Unreadable(List<Finding> findings) implements MappingStart {}
}
