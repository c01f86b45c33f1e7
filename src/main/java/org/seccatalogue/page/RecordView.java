package org.seccatalogue.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A record as its page shows it.
///
/// @param version the state that a change must name
/// @param older the number below which there are older revisions, if there are any
record RecordView(
    RecordLine line,
    String heading,
    String version,
    boolean withdrawn,
    List<RecordLine> above,
    @Nullable String statement,
    @Nullable String statementLabel,
    List<AttributeGroup> groups,
    List<LinkLine> outgoing,
    List<LinkLine> incoming,
    List<RevisionLine> history,
    @Nullable Integer older) {

  /// A revision in the history of a record.
  record RevisionLine(
      int number, String time, String author, @Nullable String note, StageTag stage) {}

  public boolean hasSuspect() {
    return outgoing.stream().anyMatch(link -> link.isSuspect() || link.isBroken());
  }
}
