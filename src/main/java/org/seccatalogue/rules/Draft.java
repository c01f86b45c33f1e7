package org.seccatalogue.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.record.RecordDraft;
import org.seccatalogue.record.RecordKey;

/// One record as a door asks for it, among the drafts that it asks for together.
///
/// @param number tells the drafts of one sitting apart, and their order: later ones have larger
///     numbers, such as the rows of a workbook
/// @param key of the record that is changed, or the key that a new record is to have; absent: the
///     next one of its type
/// @param base the record as it is now; absent for a new one
/// @param wish what it is to say; of the stage only a single move is a wish, the stage that the
///     record has is none
public record Draft(
    int number,
    @Nullable RecordKey key,
    @Nullable DraftBase base,
    RecordDraft wish,
    Intent intent) {

  /// A new record.
  public static Draft created(int number, RecordDraft wish, Intent intent) {
    return new Draft(number, null, null, wish, intent);
  }

  /// A change of a record.
  public static Draft changed(int number, DraftBase base, RecordDraft wish, Intent intent) {
    return new Draft(number, base.head().key(), base, wish, intent);
  }

  /// The record as it is, to be withdrawn.
  public static Draft withdrawn(int number, DraftBase base, Intent.Withdrawal why) {
    return new Draft(number, base.head().key(), base, unchanged(base), why);
  }

  /// What a record says, as somebody would ask for it.
  public static RecordDraft unchanged(DraftBase base) {
    RecordKey parent = base.head().parent();
    List<LinkDraft> links =
        base.links().stream()
            .map(l -> new LinkDraft(l.type(), l.target().toString(), l.targetRevision(), l.note()))
            .toList();
    return new RecordDraft(
        base.head().type(),
        parent == null ? null : parent.toString(),
        PlaceWish.NONE,
        null,
        base.attributes().json(),
        links);
  }

  boolean isNew() {
    return base == null;
  }

  boolean isItself(RecordKey other) {
    return base != null && base.head().key().equals(other);
  }
}
