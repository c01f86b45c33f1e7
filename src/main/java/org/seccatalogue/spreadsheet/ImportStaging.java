package org.seccatalogue.spreadsheet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.TableCopy;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.schema.RecordType;

/// Keeps the planned changes of one import in the database, and resolves what rows say of each
/// other when all of them are there.
final class ImportStaging {

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

  ImportStaging(long importId, CatalogueSchema schema) {
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
    if (changing) {
      execute(connection, "call analyze_imports()");
    }
    if (namingParents) {
      resolveParents(connection, log);
    }
    if (namingTargets) {
      resolveLinks(connection, log);
    }
    if (repeatingKeys) {
      duplicates(
          connection,
          log,
          "key",
          "one row for each record; row %d of “%s” has this key too. Leave it empty to make a new"
              + " record of a copied row");
    }
    if (changing) {
      duplicates(
          connection, log, "identity", "one row for each record; row %d of “%s” says the same");
      uniques(connection, log);
    }
  }

  private void resolveParents(Connection connection, FindingLog log) throws SQLException {
    execute(
        connection,
        """
        update import_change c set parent_row = p.row_number
        from import_change p
        where c.import_id = ? and c.parent_text is not null and p.import_id = c.import_id
          and (p.reference = c.parent_text or p.key = c.parent_text)
        """);
    query(
        connection,
        """
        select sheet, sheet_row, parent_text, parent_row is not null
        from import_change where import_id = ? and parent_text is not null
          and (parent_row is null or parent_row >= row_number)
        order by row_number
        """,
        row ->
            log.add(
                Finding.error(
                    row.getBoolean(4) ? FindingCode.BAD_PLACE : FindingCode.UNKNOWN_RECORD,
                    new Place.Cell(row.getString(1), row.getInt(2), 0),
                    row.getString(3),
                    row.getBoolean(4)
                        ? "a section that stands in a row above"
                        : "the key or reference of a section")));
  }

  private void resolveLinks(Connection connection, FindingLog log) throws SQLException {
    execute(
        connection,
        """
        update import_link l set target_row = t.row_number
        from import_change t
        where l.import_id = ? and l.target is null and t.import_id = l.import_id
          and (t.reference = l.target_text or t.key = l.target_text)
        """);
    query(
        connection,
        """
        select l.sheet, l.sheet_row, l.sheet_column, l.target_text, l.type, l.source_type,
          coalesce(t.type, r.type), l.allowed
        from import_link l
        left join import_change t on t.import_id = l.import_id and t.row_number = l.target_row
        left join record r on r.key = l.target
        where l.import_id = ? and (l.target is null or l.type is null)
        order by l.row_number, l.ordinal
        """,
        row -> link(row, log));
  }

  private void link(ResultSet row, FindingLog log) throws SQLException {
    Place place = new Place.Cell(row.getString(1), row.getInt(2), row.getInt(3));
    String text = row.getString(4);
    String linkType = row.getString(5);
    String targetType = row.getString(7);
    String[] allowed = (String[]) row.getArray(8).getArray();
    if (targetType == null) {
      String expected = "the key or reference of a record";
      log.add(Finding.error(FindingCode.UNKNOWN_RECORD, place, text, expected));
    } else if (linkType == null) {
      if (allowed.length > 0 && !List.of(allowed).contains(targetType)) {
        String expected = "a record of type " + String.join(" or ", allowed);
        log.add(Finding.error(FindingCode.WRONG_TYPE, place, text, expected));
      }
    } else {
      LinkRule rule = schema.link(linkType).orElseThrow();
      if (!rule.allows(row.getString(6), targetType)) {
        log.add(RowComparison.badLink(rule, schema.typeOf(row.getString(6)), place, text));
      }
    }
  }

  private void duplicates(Connection connection, FindingLog log, String column, String expected)
      throws SQLException {
    query(
        connection,
        """
        select sheet, sheet_row, type, again, first_sheet, first_row from (
          select sheet, sheet_row, row_number, type, %1$s as again,
            min(row_number) over same as first,
            first_value(sheet) over same as first_sheet,
            first_value(sheet_row) over same as first_row
          from import_change where import_id = ? and %1$s is not null
          window same as (partition by type, %1$s order by row_number)) rows
        where row_number > first order by row_number
        """
            .formatted(column),
        row ->
            log.add(
                Finding.error(
                    FindingCode.DUPLICATE,
                    new Place.Cell(row.getString(1), row.getInt(2), 0),
                    inWords(schema.typeOf(row.getString(3)), row.getString(4)),
                    expected.formatted(row.getInt(6), row.getString(5)))));
  }

  /// A key as it is; the values that tell a record of this type as people write them.
  private static String inWords(RecordType type, String again) {
    return again.startsWith("{") ? StagedJson.inWords(type, again) : again;
  }

  private void uniques(Connection connection, FindingLog log) throws SQLException {
    query(
        connection,
        """
        select sheet, sheet_row, value, first_sheet, first_row from (
          select c.sheet, c.sheet_row, c.row_number, u.value,
            min(c.row_number) over same as first,
            first_value(c.sheet) over same as first_sheet,
            first_value(c.sheet_row) over same as first_row
          from import_change c, unnest(c.uniques) u (value)
          where c.import_id = ? and c.uniques <> '{}'
          window same as (partition by u.value order by c.row_number)) rows
        where row_number > first order by row_number
        """,
        row -> {
          String[] parts = row.getString(3).split(" ", 3);
          Attribute attribute = schema.typeOf(parts[0]).attribute(parts[1]).orElseThrow();
          Place place = new Place.Cell(row.getString(1), row.getInt(2), 0);
          String expected =
              "“%s” with a value that no other row has; row %d of “%s” has it"
                  .formatted(attribute.label(), row.getInt(5), row.getString(4));
          String found = StagedJson.inWords(attribute, parts[2]);
          log.add(Finding.error(FindingCode.DUPLICATE, place, found, expected));
        });
  }

  /// What is done with each row of a result.
  interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  private void query(Connection connection, String sql, Reader reader) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, importId);
      select.setFetchSize(1000);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }

  private void execute(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      if (sql.contains("?")) {
        statement.setLong(1, importId);
      }
      statement.executeUpdate();
    }
  }
}
