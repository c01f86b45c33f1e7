package org.seccatalogue.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seccatalogue.proposal.DigestNote;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.proposal.ProposalTable;
import org.seccatalogue.proposal.RowIdentity;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.schema.Attribute;

/// What is kept of a row so that the same row is known again by its digest, once its record says
/// what it says.
///
/// @param named the names that stand in it, each with the key of its record after it
/// @param byTitle whether its record is found by its title
record Remembered(String print, List<String> named, boolean byTitle) {

  /// Nothing for a row that must be read whenever it comes: one that names what is no record yet,
  /// that wants a place among others, or whose record is told by values of which others may have
  /// some.
  static Optional<Remembered> of(ProposalTable table, Proposal row, Map<String, RecordHead> known) {
    String print = row.print();
    boolean byTitle = row.key() == null && RowIdentity.title(table, row).isPresent();
    if (print == null
        || (row.base() != null && row.base().note().fit() != DigestNote.Fit.FITS)
        || !row.stated().place().equals(PlaceWish.NONE)
        || !(row.key() != null || byTitle || isUnique(table, row))) {
      return Optional.empty();
    }
    List<String> named = new ArrayList<>();
    for (String name : RowNames.of(table, row)) {
      RecordHead head = known.get(name);
      if (head == null) {
        return Optional.empty();
      }
      named.add(name);
      named.add(head.key().toString());
    }
    return Optional.of(new Remembered(print, named, byTitle));
  }

  private static boolean isUnique(ProposalTable table, Proposal row) {
    return RowIdentity.attributes(table, row).stream().anyMatch(Attribute::unique);
  }

  /// Whether the record will say just what the row says when the row is applied, or says it now. A
  /// new record whose row tells of a revision is another one than the row was made from.
  static boolean isOf(StagedChange change) {
    return switch (change.kind()) {
      case SAME -> change.unresolved().isEmpty();
      case NEW -> change.unresolved().isEmpty() && change.row().base() == null;
      case CHANGED -> change.unresolved().isEmpty() && change.fallsTo() == null;
      case CONFLICT, MISSING -> false;
    };
  }

  /// What is kept of a row as it is staged.
  static Optional<Remembered> of(StagedChange change, Map<Integer, Remembered> rows) {
    return isOf(change) ? Optional.ofNullable(rows.get(change.row().number())) : Optional.empty();
  }
}
