package org.seccatalogue.page.records;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.page.shown.AttributeGroup;
import org.seccatalogue.page.shown.LinkLine;
import org.seccatalogue.page.shown.RecordLine;
import org.seccatalogue.page.shown.StageTag;

/// A record as its page shows it.
///
/// @param version the state that a change must name
/// @param back code of the stage in which a withdrawn record may be brought back
/// @param withdrawal when and why it was withdrawn, if it is
/// @param older cursor of what happened before, if anything did
record RecordView(
    RecordLine line,
    String heading,
    String version,
    boolean withdrawn,
    @Nullable HistoryLine withdrawal,
    @Nullable String back,
    List<RecordLine> above,
    @Nullable String statement,
    @Nullable String statementLabel,
    List<AttributeGroup> groups,
    List<LinkLine> outgoing,
    List<LinkLine> incoming,
    List<HistoryLine> history,
    @Nullable String older) {

  /// A revision in the history of a record.
  record RevisionLine(
      int number, String time, String author, @Nullable String note, StageTag stage) {}

  public boolean hasSuspect() {
    return outgoing.stream().anyMatch(link -> link.isSuspect() || link.isBroken());
  }
}
