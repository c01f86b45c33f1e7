package org.seccatalogue.plan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.plan.rows.Conflict;
import org.seccatalogue.plan.rows.FindingLog;
import org.seccatalogue.plan.rows.Guard;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.proposal.ProposalTable;
import org.seccatalogue.proposal.RowPrint;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.writing.TableCopy;
import org.seccatalogue.rules.CheckedLink;
import org.seccatalogue.rules.Late;
import org.seccatalogue.rules.Target;
import org.seccatalogue.schema.CatalogueSchema;

/// Keeps the planned changes of one import in the database, and resolves what rows say of each
/// other when all of them are there.
final class ImportStaging {

  /// Beyond it, the numbers of keys would take more memory than they are worth.
  private static final int LARGEST_COUNTED = 10_000_000;

  private final long importId;
  private final Map<String, Integer> newRecords = new HashMap<>();
  private final Map<String, BitSet> keys = new HashMap<>();

  /// What any row does, so that nothing is looked for that no row has.
  private boolean changing;

  private boolean repeatingKeys;
  private final Set<Integer> staying = new HashSet<>();
  private boolean namingOthers;
  private boolean guarding;
  private List<Late.Wrong> waiting = List.of();
  private final TableCopy changes =
      new TableCopy(
          "import_change (import_id, row_number, sheet, sheet_row, type, outcome, key, new_number,"
              + " title, reference, identity, uniques, parent, parent_text, stage, asked_stage,"
              + " falls_to, place, base_version, base_revision, base_stage, base_parent,"
              + " makes_revision, changed, attributes, guards, chosen, print, named, by_title,"
              + " base_reference)");

  /// Rows that say what their records say have nothing in the other columns.
  private final TableCopy known =
      new TableCopy(
          "import_change (import_id, row_number, sheet, sheet_row, type, outcome, key, title,"
              + " reference, parent, stage, base_version, base_revision, base_stage, base_parent)");

  private final TableCopy conflicts =
      new TableCopy("import_conflict (import_id, row_number, ordinal, field, base, theirs, ours)");
  private final TableCopy links =
      new TableCopy(
          "import_link (import_id, row_number, sheet, sheet_row, source_type, ordinal, type,"
              + " target_text, target, target_revision, note, sheet_column)");

  ImportStaging(long importId) {
    this.importId = importId;
  }

  /// @param remembered what is kept to know the row again; absent for one that is always read
  void add(StagedChange change, @Nullable Remembered remembered) {
    RecordKey key = change.key();
    StoredRecord record = change.record();
    Integer number =
        record == null && key == null
            ? newRecords.merge(change.table().type().name(), 1, Integer::sum)
            : null;
    changing |= change.writes();
    repeatingKeys |= key != null && mayRepeat(key, record == null);
    changes.add(importId).add(change.row().number());
    changes.add(change.table().name()).add(change.row().row()).add(change.table().type().name());
    changes.add(change.kind()).add(key).add(number).add(change.title()).add(change.reference());
    changes.add(record == null ? change.matched().identity() : null).addTexts(List.of());
    place(change);
    changes.add(record == null ? null : record.version().version());
    changes.add(record == null ? 0 : record.version().revision());
    changes.add(record == null ? null : record.stage());
    changes.add(record == null ? null : record.parent());
    changes.add(change.makesRevision()).addTexts(change.changed());
    changes.add(change.writes() ? change.attributes().text() : "{}");
    changes.addTexts(change.guards().stream().map(Guard::name).toList());
    changes.add(change.guards().isEmpty());
    guarding |= change.kind() == PlannedChange.Kind.NEW && !change.guards().isEmpty();
    if (remembered == null) {
      changes.add(null).add(null).add(false);
    } else {
      changes.add("\\x" + remembered.print()).addTexts(remembered.named());
      changes.add(remembered.byTitle());
    }
    changes.add(change.numberBefore()).end();
    conflicts(change);
    links(change);
  }

  /// A row that was known by its digest to say what its record says. The row that it is known by
  /// is kept already.
  void add(ProposalTable table, RowPrint row, KnownRows.Standing record) {
    repeatingKeys |= mayRepeat(record.key(), false);
    known.add(importId).add(row.number()).add(table.name()).add(row.row());
    known.add(table.type().name()).add(PlannedChange.Kind.SAME).add(record.key());
    known.add(titled(record)).add(record.reference()).add(record.parent()).add(record.stage());
    known.add(record.version()).add(record.revision()).add(record.stage());
    known.add(record.parent()).end();
  }

  /// A record without a title is called by its key.
  private static String titled(KnownRows.Standing record) {
    return record.title().equals(record.key().toString()) ? "" : record.title();
  }

  private void place(StagedChange change) {
    Target parent = change.checked().parent();
    boolean known = parent == null || parent instanceof Target.Known;
    namingOthers |= !known;
    changes.add(key(parent)).add(known ? null : change.checked().draft().wish().parent());
    changes.add(change.stage()).add(change.askedStage()).add(change.fallsTo());
    PlaceWish place = change.checked().draft().wish().place();
    changes.add(place.equals(PlaceWish.NONE) ? null : place.text());
  }

  private static @Nullable RecordKey key(@Nullable Target target) {
    return target instanceof Target.Known(var head) ? head.key() : null;
  }

  /// Whether a row before may have the key. The numbers of records are few and close together, but
  /// for keys that came from elsewhere; what a new record is to be called may be any number.
  private boolean mayRepeat(RecordKey key, boolean isNew) {
    if (key.number() > LARGEST_COUNTED) {
      return true;
    }
    BitSet numbers = keys.computeIfAbsent(key.prefix(), _ -> new BitSet());
    boolean repeats = isNew || numbers.get(key.number());
    if (!isNew) {
      numbers.set(key.number());
    }
    return repeats;
  }

  private void conflicts(StagedChange change) {
    int ordinal = 0;
    for (Conflict conflict : change.conflicts()) {
      conflicts.add(importId).add(change.row().number()).add(ordinal++).add(conflict.field());
      conflicts.add(conflict.base()).add(conflict.theirs()).add(conflict.ours());
      conflicts.end();
    }
  }

  private void links(StagedChange change) {
    if (!change.writes()) {
      return;
    }
    List<LinkDraft> asked = change.checked().draft().wish().links();
    List<CheckedLink> checked = change.checked().links();
    int ordinal = 0;
    for (CheckedLink link : checked) {
      begin(change, ordinal).add(link.type());
      end(asked.get(ordinal++).target(), link.target(), link);
    }
    for (RowNames.Named name : change.unresolved()) {
      begin(change, ordinal++).add(null);
      namingOthers = true;
      links.add(name.name()).add(null).add(null).add(null).add(name.column()).end();
    }
  }

  private TableCopy begin(StagedChange change, int ordinal) {
    links.add(importId).add(change.row().number()).add(change.table().name());
    return links.add(change.row().row()).add(change.table().type().name()).add(ordinal);
  }

  private void end(String text, Target target, CheckedLink link) {
    namingOthers |= !(target instanceof Target.Known);
    links.add(Objects.toString(key(target), text)).add(key(target));
    links.add(link.targetRevision()).add(link.note()).add(0).end();
  }

  /// Takes in which rows want a place that their records have already.
  void staying(Set<Integer> rows) {
    staying.addAll(rows);
  }

  void send(Connection connection) throws SQLException {
    changes.send(connection);
    known.send(connection);
    conflicts.send(connection);
    links.send(connection);
  }

  /// What is to be told of rows that wait for others, when all are resolved.
  List<Late.Wrong> waiting() {
    return waiting;
  }

  /// Resolves sections and links to other rows, and finds rows that mean the same record.
  void resolve(Connection connection, FindingLog log, CatalogueSchema schema) throws SQLException {
    RowResolution resolution = new RowResolution(importId, schema, connection, log);
    if (changing) {
      resolution.analyze();
    }
    if (namingOthers) {
      resolution.names();
      resolution.lostNames();
    }
    if (namingOthers && guarding) {
      waiting = resolution.waiting();
    }
    if (repeatingKeys) {
      resolution.repeatedKeys();
    }
    if (changing) {
      resolution.repeatedRows();
    }
    if (!staying.isEmpty()) {
      resolution.staying(staying);
    }
  }
}
