package org.seccatalogue.spreadsheet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.Revision;
import org.seccatalogue.revision.RevisionId;
import org.seccatalogue.revision.StoredRecord;

/// The revisions that the editors of a batch of rows were given: what an edit is told from.
final class RowBases {

  private final SheetMapping mapping;
  private final List<Finding> findings;
  private final Map<Integer, RevisionId> wanted = new HashMap<>();
  private final Map<Integer, Revision> found = new HashMap<>();
  private final Set<Integer> behind = new HashSet<>();
  private final Set<Integer> wrong = new HashSet<>();

  private RowBases(SheetMapping mapping, List<Finding> findings) {
    this.mapping = mapping;
    this.findings = findings;
  }

  static RowBases of(
      SheetMapping mapping,
      List<RowValues> rows,
      Map<Integer, RecordKey> keys,
      Map<RecordKey, StoredRecord> records,
      BulkLookup lookup,
      List<Finding> findings) {
    RowBases bases = new RowBases(mapping, findings);
    for (RowValues row : rows) {
      StoredRecord record = records.get(keys.get(row.number()));
      if (row.key() != null && row.base() != null && record != null) {
        bases.want(row, row.base(), record);
      }
    }
    Map<RevisionId, Revision> revisions = lookup.revisions(Set.copyOf(bases.wanted.values()));
    rows.forEach(row -> bases.compare(row, revisions));
    return bases;
  }

  private void want(RowValues row, RowValues.Base base, StoredRecord record) {
    int current = record.head().revision();
    int number = base.revision().matches("[1-9][0-9]{0,8}") ? Integer.parseInt(base.revision()) : 0;
    if (number < 1 || number > current) {
      String expected = "the number of a revision of " + record.key() + ", from 1 to " + current;
      refuse(row, base.revision(), expected);
    } else if (number < current || base.digest() != null) {
      wanted.put(row.number(), new RevisionId(record.key(), number));
      if (number < current || (base.stage() != null && !base.stage().equals(record.stage()))) {
        behind.add(row.number());
      }
    }
  }

  /// A row whose revision is not the one that its digest names was not made from that record: its
  /// key was typed or copied, or it comes from another catalogue.
  private void compare(RowValues row, Map<RevisionId, Revision> revisions) {
    RevisionId id = wanted.get(row.number());
    RowValues.Base base = row.base();
    if (id == null || base == null) {
      return;
    }
    Revision revision = revisions.get(id);
    if (revision == null || !matches(base.digest(), revision)) {
      String expected =
          "the revision that was exported with this key; the row was made from another record:"
              + " leave its key and revision empty to make a new record of it";
      refuse(row, base.revision(), expected);
    } else if (behind.contains(row.number())) {
      found.put(row.number(), revision);
    }
  }

  private static boolean matches(@Nullable String digest, Revision revision) {
    return digest == null || digest.equals(revision.digest());
  }

  private void refuse(RowValues row, String text, String expected) {
    int column = mapping.columnOf(SheetMapping.Target.Revision.class);
    Place place = new Place.Cell(mapping.sheet(), row.row(), column);
    findings.add(Finding.error(FindingCode.WRONG_BASE, place, text, expected));
    wrong.add(row.number());
  }

  boolean isWrong(RowValues row) {
    return wrong.contains(row.number());
  }

  /// The revision that a row was made from; nothing when the record is as it was then.
  @Nullable Revision behind(RowValues row) {
    return found.get(row.number());
  }
}
