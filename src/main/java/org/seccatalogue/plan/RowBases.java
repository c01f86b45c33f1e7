package org.seccatalogue.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.proposal.DigestNote;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.proposal.ProposalTable;
import org.seccatalogue.proposal.ProposalTable.Part;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.Revision;
import org.seccatalogue.revision.RevisionId;
import org.seccatalogue.revision.StoredRecord;

/// The revisions that the editors of a batch of rows were given: what an edit is told from. Only
/// those that are no longer current are read; of the others the digest is enough.
final class RowBases {

  private final ProposalTable table;
  private final BulkLookup lookup;
  private final List<Finding> findings;
  private final Map<Integer, RevisionId> older = new HashMap<>();
  private final Map<Integer, RecordKey> current = new HashMap<>();
  private final Map<Integer, Revision> found = new HashMap<>();
  private final Set<Integer> wrong = new HashSet<>();

  private RowBases(ProposalTable table, BulkLookup lookup, List<Finding> findings) {
    this.table = table;
    this.lookup = lookup;
    this.findings = findings;
  }

  static RowBases of(
      ProposalTable table,
      List<Proposal> rows,
      Map<Integer, RecordKey> keys,
      Map<RecordKey, StoredRecord> records,
      BulkLookup lookup,
      List<Finding> findings) {
    RowBases bases = new RowBases(table, lookup, findings);
    for (Proposal row : rows) {
      StoredRecord record = records.get(keys.get(row.number()));
      if (row.key() != null && row.base() != null && record != null) {
        bases.want(row, row.base(), record);
      }
    }
    bases.compare(rows);
    return bases;
  }

  private void want(Proposal row, Proposal.Base base, StoredRecord record) {
    int last = record.head().revision();
    int number = base.revision().matches("[1-9][0-9]{0,8}") ? Integer.parseInt(base.revision()) : 0;
    boolean moved = hasMoved(base, record);
    judge(row, base.note());
    if (number < 1 || number > last) {
      String expected =
          "the number of a revision of "
              + record.key()
              + (last == 1 ? ": 1" : ", from 1 to " + last);
      refuse(row, Part.REVISION, base.revision(), expected);
    } else if (number < last || moved) {
      older.put(row.number(), new RevisionId(record.key(), number));
    } else if (base.digest() != null) {
      current.put(row.number(), record.key());
    }
  }

  /// What stands beside the digest is used only if it is what an export wrote there.
  private void judge(Proposal row, DigestNote note) {
    switch (note.fit()) {
      case FITS -> {}
      case OTHER -> {
        String expected =
            "what the export wrote into this cell, which was changed. Put it back, or leave key and"
                + " revision empty for a new record";
        refuse(row, Part.DIGEST, digest(row), expected);
      }
      case UNKNOWN -> {
        String expected =
            "what the export wrote into this cell, to its end; stage, section and references of the"
                + " time of the export are not known without it";
        findings.add(
            Finding.warning(
                FindingCode.WRONG_BASE, table.cell(row, Part.DIGEST), digest(row), expected));
      }
    }
  }

  /// Whether its stage, place or reference changed, which makes no revision.
  private static boolean hasMoved(Proposal.Base base, StoredRecord record) {
    boolean elsewhere =
        base.section() != null && !base.section().equals(Objects.toString(record.parent(), ""));
    boolean renumbered =
        base.called(record.key()).filter(then -> !then.equals(record.head().name())).isPresent();
    return elsewhere
        || renumbered
        || (base.stage() != null && !base.stage().equals(record.stage()));
  }

  private void compare(List<Proposal> rows) {
    Map<RevisionId, Revision> revisions = lookup.revisions(Set.copyOf(older.values()));
    Map<RecordKey, String> digests =
        current.isEmpty() ? Map.of() : lookup.digests(Set.copyOf(current.values()));
    List<Proposal> strange = new ArrayList<>();
    for (Proposal row : rows) {
      Revision revision = revisions.get(older.get(row.number()));
      RecordKey key = current.get(row.number());
      String digest = revision != null ? revision.digest() : key == null ? null : digests.get(key);
      if (digest != null && !List.of("", digest).contains(digest(row))) {
        strange.add(row);
      } else if (revision != null) {
        found.put(row.number(), revision);
      }
    }
    refuse(strange);
  }

  /// A row whose revision has another digest was not made from that record: a key was typed over
  /// its own, or it comes from another catalogue.
  private void refuse(List<Proposal> strange) {
    if (strange.isEmpty()) {
      return;
    }
    Map<String, RevisionId> owners = lookup.owners(strange.stream().map(RowBases::digest).toList());
    for (Proposal row : strange) {
      RevisionId owner = owners.get(digest(row));
      if (owner != null && owner.key().toString().equals(row.key())) {
        String expected =
            "the revision that the row was exported with; another number was typed over it";
        refuse(row, Part.REVISION, revision(row), expected);
        continue;
      }
      String expected =
          "a row that was exported as "
              + row.key()
              + (owner == null
                  ? "; its digest matches no record of this catalogue, so its key, revision"
                      + " or digest was changed, or it comes from another catalogue"
                  : "; this one was exported as "
                      + owner.key()
                      + ", revision "
                      + owner.number()
                      + ", and another key was typed over it")
              + ". Put the right key back, or leave key and revision empty for a new record";
      refuse(row, Part.KEY, row.key(), expected);
    }
  }

  private static @Nullable String revision(Proposal row) {
    return row.base() == null ? null : row.base().revision();
  }

  private static String digest(Proposal row) {
    return row.base() == null || row.base().digest() == null
        ? ""
        : row.base().digest().toLowerCase(Locale.ROOT);
  }

  private void refuse(Proposal row, Part column, @Nullable String text, String expected) {
    Place place = new Place.Cell(table.name(), row.row(), table.columnOf(column));
    findings.add(Finding.error(FindingCode.WRONG_BASE, place, text, expected));
    wrong.add(row.number());
  }

  boolean isWrong(Proposal row) {
    return wrong.contains(row.number());
  }

  /// The revision that a row was made from; nothing when the record is as it was then.
  @Nullable Revision behind(Proposal row) {
    return found.get(row.number());
  }
}
