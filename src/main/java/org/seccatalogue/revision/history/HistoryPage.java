package org.seccatalogue.revision.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of what happened to a record, newest first.
///
/// @param next cursor of what happened before; absent at the beginning of the record
public record HistoryPage(List<HistoryEvent> events, @Nullable String next) {

  public HistoryPage {
    events = List.copyOf(events);
  }
}
