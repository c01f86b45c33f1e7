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
/// @param older cursor of what happened before, if anything did
record RecordView(
    RecordLine line,
    String heading,
    String version,
    Standing standing,
    List<RecordLine> above,
    @Nullable String statement,
    @Nullable String statementLabel,
    List<AttributeGroup> groups,
    List<LinkLine> outgoing,
    List<LinkLine> incoming,
    List<HistoryLine> history,
    @Nullable String older) {

  /// What is to be known of its stage.
  ///
  /// @param ended whether it is withdrawn, or at another end
  /// @param withdrawn whether it is withdrawn
  /// @param word what the record was, such as “withdrawn”
  /// @param withdrawal when and why it came there
  /// @param back code of the stage in which such a record may be brought back
  /// @param reached the stage that its words have reached, where that is another one
  record Standing(
      boolean ended,
      boolean withdrawn,
      String word,
      @Nullable HistoryLine withdrawal,
      @Nullable String back,
      @Nullable StageTag reached) {}

  /// A revision in the history of a record.
  record RevisionLine(
      int number, String time, String author, @Nullable String note, StageTag stage) {}

  public boolean hasSuspect() {
    return outgoing.stream().anyMatch(link -> link.isSuspect() || link.isBroken());
  }
}
