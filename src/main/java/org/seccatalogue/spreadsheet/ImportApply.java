package org.seccatalogue.spreadsheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.job.Progress;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.BulkSave;
import org.seccatalogue.revision.ChangeNote;
import org.seccatalogue.schema.CatalogueSchema;

/// Applies the planned changes of one import within the transaction of its caller.
final class ImportApply {

  private static final int BATCH = 2000;
  private static final int MOST_MOVED = 1000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

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
    List<Finding> findings = new ArrayList<>();
    database.doWork(
        connection ->
            query(
                connection,
                """
                select c.sheet, c.sheet_row, r.key from import_change c
                join record r on r.key = c.key
                where c.import_id = ? and r.version is distinct from c.base_version
                order by c.row_number limit %d
                """
                    .formatted(MOST_MOVED),
                row ->
                    findings.add(
                        Finding.error(
                            FindingCode.MOVED,
                            new Place.Cell(row.getString(1), row.getInt(2), 0),
                            row.getString(3),
                            "the record as it was when the plan was made"))));
    return findings;
  }

  void hold() {
    database.doWork(
        connection ->
            query(
                connection,
                """
                select r.key from record r join import_change c on c.key = r.key
                where c.import_id = ? and c.outcome = 'CHANGED' order by r.key for update of r
                """,
                _ -> {}));
  }

  /// Writes all changes.
  ///
  /// @param total number of rows that change something
  void write(ChangeNote note, int total, Progress progress) {
    database.doWork(this::reserveKeys);
    int after = 0;
    int written = 0;
    while (true) {
      List<BulkSave.Change> batch = new ArrayList<>();
      int from = after;
      int last = database.doReturningWork(connection -> read(connection, from, batch));
      if (batch.isEmpty()) {
        progress.at("Finishing", total, total);
        database.doWork(this::nameNewRecords);
        save.settle();
        return;
      }
      save.write(batch, note);
      after = last;
      written += batch.size();
      progress.at("Writing the records", written, total);
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
            + " where import_id = ? and outcome = 'NEW' and key is not null"
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

  private int read(Connection connection, int after, List<BulkSave.Change> batch)
      throws SQLException {
    int[] last = {after};
    List<Pending> rows = new ArrayList<>();
    query(
        connection,
        """
        select c.row_number, c.type, c.key, c.new_number, c.parent, p.type, p.key, p.new_number,
          c.stage, c.attributes::text, c.base_revision, c.makes_revision
        from import_change c
        left join import_change p on p.import_id = c.import_id and p.row_number = c.parent_row
        where c.import_id = ? and c.row_number > %d and c.outcome <> 'SAME'
        order by c.row_number limit %d
        """
            .formatted(after, BATCH),
        row -> {
          rows.add(pending(row));
          last[0] = row.getInt(1);
        });
    Map<Integer, List<Link>> links = links(connection, after, last[0]);
    rows.forEach(row -> batch.add(row.change(links.getOrDefault(row.number(), List.of()))));
    return last[0];
  }

  /// A change without its links.
  private record Pending(int number, BulkSave.Change change) {
    BulkSave.Change change(List<Link> links) {
      return new BulkSave.Change(
          change.key(),
          change.type(),
          change.parent(),
          change.stage(),
          change.attributes(),
          links,
          change.baseRevision(),
          change.makesRevision());
    }
  }

  private Pending pending(ResultSet row) throws SQLException {
    String parent = row.getString(5);
    return new Pending(
        row.getInt(1),
        new BulkSave.Change(
            key(row.getString(2), row.getString(3), row.getInt(4)),
            schema.typeOf(row.getString(2)),
            parent != null
                ? RecordKey.of(parent)
                : row.getString(6) == null
                    ? null
                    : key(row.getString(6), row.getString(7), row.getInt(8)),
            row.getString(9),
            Attributes.stored(object(row.getString(10))),
            List.of(),
            row.getInt(11),
            row.getBoolean(12)));
  }

  private RecordKey key(String type, @Nullable String key, int newNumber) {
    return key != null
        ? RecordKey.of(key)
        : new RecordKey(schema.typeOf(type).prefix(), bases.getOrDefault(type, 0) + newNumber);
  }

  private Map<Integer, List<Link>> links(Connection connection, int after, int last)
      throws SQLException {
    Map<Integer, List<Link>> links = new HashMap<>();
    query(
        connection,
        """
        select l.row_number, l.type, l.target, l.note, t.type, t.key, t.new_number,
          coalesce(l.target_revision,
            t.base_revision + t.makes_revision::integer,
            c.base_revision + c.makes_revision::integer,
            r.revision)
        from import_link l
        left join import_change t on t.import_id = l.import_id and t.row_number = l.target_row
        left join import_change c on c.import_id = l.import_id and c.key = l.target
        left join record r on r.key = l.target
        where l.import_id = ? and l.type is not null
          and l.row_number > %d and l.row_number <= %d
        order by l.row_number, l.ordinal
        """
            .formatted(after, last),
        row ->
            links
                .computeIfAbsent(row.getInt(1), _ -> new ArrayList<>())
                .add(
                    new Link(
                        row.getString(2),
                        row.getString(3) != null
                            ? RecordKey.of(row.getString(3))
                            : key(row.getString(5), row.getString(6), row.getInt(7)),
                        row.getInt(8),
                        row.getString(4))));
    return links;
  }

  private void query(Connection connection, String sql, ImportStaging.Reader reader)
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

  private static ObjectNode object(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the plan holds what is not JSON", e);
    }
  }
}
