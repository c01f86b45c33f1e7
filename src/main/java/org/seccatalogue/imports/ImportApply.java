package org.seccatalogue.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.job.Progress;
import org.seccatalogue.plan.RowPlace;
import org.seccatalogue.plan.RowResolution;
import org.seccatalogue.revision.BulkSave;
import org.seccatalogue.revision.ChangeNote;
import org.seccatalogue.schema.CatalogueSchema;

/// Applies the planned changes of one import within the transaction of its caller.
final class ImportApply {

  private static final int BATCH = 2000;
  private static final int MOST_MOVED = 1000;

  /// The keys of the records that have the identity of a new row, or a unique value of it. The
  /// offsets keep the index of the attributes in use.
  private static final String SAYS_THE_SAME =
      """
      select m.key from (
        select key, type from record
        where attributes @> cast(c.identity as jsonb) offset 0) m where m.type = c.type
      union select m.key from unnest(c.uniques) u (value)
        cross join lateral regexp_match(u.value, '^(\\S+) (\\S+) (.*)$') part
        cross join lateral (
          select key, type from record
          where attributes @> jsonb_build_object(part[2], cast(part[3] as jsonb)) offset 0) m
        where m.type = part[1]
      """;

  private final long importId;
  private final CatalogueSchema schema;
  private final Session database;
  private final BulkSave save;

  /// For each type the last number that was given before its new records get theirs.
  private final Map<String, Integer> bases = new HashMap<>();

  ImportApply(long importId, CatalogueSchema schema, Session database, BulkSave save) {
    this.importId = importId;
    this.schema = schema;
    this.database = database;
    this.save = save;
  }

  /// The rows whose records are not as they were when the plan was made. The records that would
  /// change are held until the transaction ends.
  List<Finding> moved() {
    return findings(
        FindingCode.MOVED,
        """
        select c.sheet, c.sheet_row, r.key, r.key, 'the record as it was when the plan was made'
        from import_change c
        join record r on r.key = c.key
        where c.import_id = ? and c.chosen and c.outcome <> 'SAME'
          and r.version is distinct from c.base_version
        order by c.row_number limit %d
        """);
  }

  /// The new rows whose key, unique value or identity a record has by now. There was none when the
  /// plan was made.
  ///
  /// @param made whether any record was made since then
  List<Finding> overtaken(boolean made) {
    List<Finding> findings = overtaken("select c.key");
    if (made) {
      findings.addAll(overtaken(SAYS_THE_SAME));
    }
    return findings;
  }

  private List<Finding> overtaken(String keys) {
    return findings(
        FindingCode.MOVED,
        """
        select distinct c.sheet, c.sheet_row, c.key, r.key,
          'no such record, as when the plan was made', c.row_number
        from import_change c
        cross join lateral (%s) same (key)
        join record r on r.key = same.key
        where c.import_id = ? and c.chosen and c.outcome = 'NEW'
        order by c.row_number limit %%d
        """
            .formatted(keys));
  }

  /// The rows that wait for a decision, and those that need a row that is left out.
  List<Finding> undecided() {
    List<Finding> findings =
        findings(
            FindingCode.UNDECIDED,
            """
            select sheet, sheet_row, key, key,
              'a decision between what the catalogue says and what the row says'
            from import_change c
            where c.import_id = ? and c.outcome = 'CONFLICT' and c.chosen and exists (
              select 1 from import_conflict u where u.import_id = c.import_id
                and u.row_number = c.row_number and u.choice = 'UNDECIDED')
            order by row_number limit %d
            """);
    findings.addAll(needed("c.parent_row", "import_change c", "stands below"));
    findings.addAll(
        needed(
            "l.target_row",
            "import_change c join import_link l"
                + " on l.import_id = c.import_id and l.row_number = c.row_number",
            "names"));
    return findings;
  }

  private List<Finding> needed(String row, String from, String verb) {
    return findings(
        FindingCode.LEFT_OUT,
        """
        select distinct c.sheet, c.sheet_row, c.key, n.title,
          'row ' || n.sheet_row || ' of “' || n.sheet || '” to be applied too: this one %s it',
          c.row_number
        from %s
        join import_change n on n.import_id = c.import_id and n.row_number = %s
        where c.import_id = ? and c.chosen and c.outcome in ('NEW', 'CHANGED', 'CONFLICT')
          and n.outcome = 'NEW' and not n.chosen
        order by c.row_number limit %%d
        """
            .formatted(verb, from, row));
  }

  /// @param sql gives sheet, row, key of the record, what was found and what was expected
  private List<Finding> findings(FindingCode code, String sql) {
    List<Finding> findings = new ArrayList<>();
    database.doWork(
        connection ->
            query(
                connection,
                sql.formatted(MOST_MOVED),
                row ->
                    findings.add(
                        Finding.error(
                            code,
                            RowPlace.of(row.getString(1), row.getInt(2), row.getString(3)),
                            row.getString(4),
                            row.getString(5)))));
    return findings;
  }

  void hold() {
    database.doWork(
        connection ->
            query(
                connection,
                """
                select r.key from record r join import_change c on c.key = r.key
                where c.import_id = ? and c.chosen
                  and c.outcome in ('CHANGED', 'CONFLICT', 'MISSING')
                order by r.key for update of r
                """,
                _ -> {}));
  }

  /// Writes all changes.
  ///
  /// @param total number of rows that change something
  void write(ChangeNote note, int total, Progress progress) {
    database.doWork(this::numberChosen);
    database.doWork(this::reserveKeys);
    database.doWork(this::keepPlaces);
    database.doWork(connection -> writeAll(connection, note, total, progress));
    progress.at("Finishing", total, total);
    database.doWork(this::nameNewRecords);
    save.settle();
  }

  private void writeAll(Connection connection, ChangeNote note, int total, Progress progress)
      throws SQLException {
    try (SelectedChanges changes = new SelectedChanges(connection, importId, schema, bases)) {
      int written = 0;
      List<BulkSave.Change> batch = changes.next(BATCH);
      while (!batch.isEmpty()) {
        save.write(connection, batch, note);
        written += batch.size();
        progress.at("Writing the records", written, total);
        batch = changes.next(BATCH);
      }
    }
  }

  /// New records that are left out get no number.
  private void numberChosen(Connection connection) throws SQLException {
    update(
        connection,
        """
        update import_change c set new_number = n.number
        from (
          select row_number, case when chosen then
            row_number() over (partition by type, chosen order by new_number) end as number
          from import_change where import_id = ? and new_number is not null) n
        where c.import_id = ? and c.row_number = n.row_number
          and c.new_number is distinct from n.number
        """);
  }

  /// Remembers where records stood that move in the outline, to put them back there.
  private void keepPlaces(Connection connection) throws SQLException {
    update(
        connection,
        """
        update import_change c set base_position = r.position from record r
        where c.import_id = ? and c.import_id = ? and c.chosen and c.outcome = 'CHANGED'
          and 'section' = any(c.changed) and r.key = c.key
        """);
  }

  private void update(Connection connection, String sql) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setLong(1, importId);
      update.setLong(2, importId);
      update.executeUpdate();
    }
  }

  private void reserveKeys(Connection connection) throws SQLException {
    query(
        connection,
        "select type, max(new_number) from import_change"
            + " where import_id = ? and new_number is not null group by type order by type",
        row ->
            bases.put(
                row.getString(1),
                save.reserve(schema.typeOf(row.getString(1)).prefix(), row.getInt(2))));
    query(
        connection,
        "select left(key, 3), max(substr(key, 5)::integer) from import_change"
            + " where import_id = ? and outcome = 'NEW' and key is not null and chosen"
            + " group by left(key, 3) order by 1",
        row -> save.keep(row.getString(1), row.getInt(2)));
  }

  /// Says in the plan which keys its new records were given.
  private void nameNewRecords(Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update import_change
            set key = ? || lpad((? + new_number)::text, greatest(4, length((? + new_number)::text)), '0')
            where import_id = ? and type = ? and new_number is not null
            """)) {
      for (Map.Entry<String, Integer> base : bases.entrySet()) {
        update.setString(1, schema.typeOf(base.getKey()).prefix() + "-");
        update.setInt(2, base.getValue());
        update.setInt(3, base.getValue());
        update.setLong(4, importId);
        update.setString(5, base.getKey());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private void query(Connection connection, String sql, RowResolution.Reader reader)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, importId);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }
}
