package org.seccatalogue.revision.numbering;

import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.writing.WrittenBy;

/// A branch that was given other numbers, as one act.
///
/// @param other head of the branch that got the number of this one
/// @param from the number that the head had
/// @param to the number that the head got
/// @param undoes the act that was taken back by it
/// @param undone the act that took it back
public record RenumberingAct(
    long id,
    RecordKey head,
    @Nullable RecordKey other,
    String from,
    String to,
    WrittenBy by,
    @Nullable Long undoes,
    @Nullable Long undone) {

  /// What it did to one record.
  ///
  /// @param wanted the number that it would have got, if that had been free
  public record Line(
      RecordKey key, String title, String from, String to, @Nullable String wanted) {}
}
