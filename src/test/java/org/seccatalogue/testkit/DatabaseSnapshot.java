package org.seccatalogue.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// All rows of some schemas and where their sequences stand, to put them back later. Only the owner
/// of the tables can: they are closed to changes of what is history.
final class DatabaseSnapshot {

  /// The columns that are written, of each table after those that it refers to.
  private static final String TABLES =
      """
      with recursive referring (child, parent) as (
        select conrelid, confrelid from pg_constraint where contype = 'f' and conrelid <> confrelid
      ), placed (id, depth) as (
        select c.oid, 0 from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = any (?) and c.relkind = 'r' and c.relname not like 'flyway%'
        union
        select r.child, p.depth + 1 from placed p join referring r on r.parent = p.id
          where p.depth < 50
      )
      select p.id::regclass::text, (select string_agg(quote_ident(attname), ', ' order by attnum)
          from pg_attribute
          where attrelid = p.id and attnum > 0 and not attisdropped and attgenerated = '')
        from placed p group by p.id order by max(p.depth), 1
      """;

  private static final String SEQUENCES =
      """
      select format('select setval(%L, %s, %L)', c.oid::regclass,
          coalesce(pg_sequence_last_value(c.oid), s.seqstart),
          pg_sequence_last_value(c.oid) is not null)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
          join pg_sequence s on s.seqrelid = c.oid
        where n.nspname = any (?) order by 1
      """;

  /// Rules that rows from before them need not follow: what takes one away while rows are put back,
  /// and what makes it again as it was.
  private static final String LENIENT =
      """
      select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname),
          format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname,
            pg_get_constraintdef(c.oid))
        from pg_constraint c join pg_namespace n on n.oid = c.connamespace
        where n.nspname = any (?) and c.contype = 'c' and not c.convalidated order by 1
      """;

  private final List<Rows> tables;
  private final List<String> sequences;
  private final List<List<String>> lenient;

  /// The rows of a table in the binary form of COPY.
  private record Rows(String table, String columns, ByteBuffer content) {}

  private DatabaseSnapshot(List<Rows> tables, List<String> sequences, List<List<String>> lenient) {
    this.tables = tables;
    this.sequences = sequences;
    this.lenient = lenient;
  }

  static DatabaseSnapshot taken(Connection owner, List<String> schemas)
      throws SQLException, IOException {
    CopyManager copy = owner.unwrap(PGConnection.class).getCopyAPI();
    List<Rows> tables = new ArrayList<>();
    for (List<String> table : rows(owner, TABLES, schemas, 2)) {
      String from = "copy %s (%s) to stdout (format binary)".formatted(table.toArray());
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      copy.copyOut(from, content);
      tables.add(
          new Rows(table.getFirst(), table.getLast(), ByteBuffer.wrap(content.toByteArray())));
    }
    return new DatabaseSnapshot(
        tables,
        rows(owner, SEQUENCES, schemas, 1).stream().map(List::getFirst).toList(),
        rows(owner, LENIENT, schemas, 2));
  }

  private static List<List<String>> rows(
      Connection owner, String query, List<String> schemas, int columns) throws SQLException {
    Array names = owner.createArrayOf("text", schemas.toArray());
    try (PreparedStatement statement = owner.prepareStatement(query)) {
      statement.setArray(1, names);
      List<List<String>> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          List<String> row = new ArrayList<>();
          for (int column = 1; column <= columns; column++) {
            row.add(rows.getString(column));
          }
          found.add(row);
        }
      }
      return found;
    }
  }

  /// Puts back what was there, and what the server knows of it for its plans.
  void restore(Connection owner) throws SQLException, IOException {
    owner.setAutoCommit(false);
    String all = String.join(", ", tables.stream().map(Rows::table).toList());
    try (Statement statement = owner.createStatement()) {
      statement.execute("set local lock_timeout = '30s'");
      switchTriggers(statement, "disable");
      for (List<String> rule : lenient) {
        statement.execute(rule.getFirst());
      }
      statement.execute("truncate " + all);
      CopyManager copy = owner.unwrap(PGConnection.class).getCopyAPI();
      for (Rows rows : tables) {
        copy.copyIn(
            "copy %s (%s) from stdin (format binary)".formatted(rows.table(), rows.columns()),
            new ByteArrayInputStream(rows.content().array()));
      }
      for (String sequence : sequences) {
        statement.execute(sequence);
      }
      statement.execute("set constraints all immediate");
      for (List<String> rule : lenient) {
        statement.execute(rule.getLast());
      }
      switchTriggers(statement, "enable");
      statement.execute("analyze " + all);
    }
    owner.commit();
  }

  private void switchTriggers(Statement statement, String how) throws SQLException {
    for (Rows rows : tables) {
      statement.addBatch("alter table %s %s trigger user".formatted(rows.table(), how));
    }
    statement.executeBatch();
  }
}
