package org.seccatalogue.plan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.seccatalogue.mapping.RowValues;
import org.seccatalogue.mapping.SheetMapping;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.TableCopy;
import org.seccatalogue.schema.CatalogueSchema;

/// Keeps the planned changes of one import in the database, and resolves what rows say of each
/// other when all of them are there.
public final class ImportStaging {

  /// Beyond it, the numbers of keys would take more memory than they are worth.
  private static final int LARGEST_COUNTED = 10_000_000;

  private final long importId;
  private final CatalogueSchema schema;
  private final Map<String, Integer> newRecords = new HashMap<>();
  private final Map<String, BitSet> keys = new HashMap<>();

  /// What any row does, so that nothing is looked for that no row has.
  private boolean changing;

  private boolean repeatingKeys;
  private boolean namingParents;
  private boolean namingTargets;
  private final TableCopy changes =
      new TableCopy(
          "import_change (import_id, row_number, sheet, sheet_row, type, outcome, key, new_number,"
              + " title, reference, identity, uniques, parent, parent_text, stage, base_version,"
              + " base_revision, makes_revision, changed, attributes, base_stage)");

  private final TableCopy conflicts =
      new TableCopy("import_conflict (import_id, row_number, ordinal, field, base, theirs, ours)");
  private final TableCopy links =
      new TableCopy(
          "import_link (import_id, row_number, sheet, sheet_row, source_type, ordinal, type, allowed, target_text, target,"
              + " target_revision, note, sheet_column)");

  public ImportStaging(long importId, CatalogueSchema schema) {
    this.importId = importId;
    this.schema = schema;
  }

  void add(StagedChange change) {
    boolean getsKey = change.base() == null && change.key() == null;
    Integer number = getsKey ? newRecords.merge(change.type(), 1, Integer::sum) : null;
    changes.add(importId).add(change.row().number()).add(change.sheet()).add(change.row().row());
    changes.add(change.type()).add(change.kind()).add(change.key()).add(number);
    changes.add(change.title()).add(change.reference()).add(change.identity());
    // A row that says nothing new is counted and shown, but never written.
    boolean writes = change.kind() != PlannedChange.Kind.SAME;
    changing |= writes;
    namingParents |= change.parentText() != null;
    repeatingKeys |= change.key() != null && mayRepeat(change.key(), change.base() == null);
    changes.addTexts(writes ? change.uniques() : List.of());
    changes.add(change.parent()).add(change.parentText());
    changes.add(change.stage());
    changes.add(change.base() == null ? null : change.base().version());
    changes.add(change.base() == null ? 0 : change.base().revision());
    changes.add(change.makesRevision()).addTexts(change.changed());
    changes.add(writes ? change.attributes().text() : "{}").add(change.baseStage()).end();
    conflicts(change);
    int ordinal = 0;
    for (StagedChange.StagedLink link : change.links()) {
      if (change.makesRevision() || link.target() == null) {
        add(change.sheet(), change.type(), change.row(), ordinal++, link);
      }
    }
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

  /// Adds what is to be checked of a row that is not staged because it is wrong.
  void addPending(SheetMapping mapping, RowValues row, List<StagedChange.StagedLink> pending) {
    int ordinal = 0;
    for (StagedChange.StagedLink link : pending) {
      add(mapping.sheet(), mapping.type().name(), row, ordinal++, link);
    }
  }

  private void add(
      String sheet, String type, RowValues row, int ordinal, StagedChange.StagedLink link) {
    namingTargets |= link.target() == null || link.type() == null;
    links.add(importId).add(row.number()).add(sheet).add(row.row()).add(type).add(ordinal);
    links.add(link.type()).addTexts(link.allowed());
    links.add(link.targetText()).add(link.target()).add(link.revision()).add(link.note());
    links.add(link.column()).end();
  }

  void send(Connection connection) throws SQLException {
    changes.send(connection);
    conflicts.send(connection);
    links.send(connection);
  }

  /// Resolves sections and links to other rows, and finds rows that say the same thing twice.
  void resolve(Connection connection, FindingLog log) throws SQLException {
    RowResolution resolution = new RowResolution(importId, schema, connection, log);
    if (changing) {
      resolution.analyze();
    }
    if (namingParents) {
      resolution.parents();
    }
    if (namingTargets) {
      resolution.links();
    }
    if (repeatingKeys) {
      resolution.repeatedKeys();
    }
    if (changing) {
      resolution.repeatedRows();
    }
  }
}
