package org.seccatalogue.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.seccatalogue.schema.RecordType;

/// Baselines of any size, written by the owner of the tables straight into the published store.
///
/// Each record is one of the example catalogue with three words more in its title: one of 7, one of
/// 1,000 and one of 50,000, so that a search finds many, some or few. The second baseline shares
/// all but every twentieth record with the first.
final class PublishedRows implements AutoCloseable {

  /// Titles get the words; `?1` is a number, `%1$s` the attribute that holds the title.
  private static final String CONTENT =
      """
      create temporary table generated as
      with template as (
        select row_number() over (order by c.digest) - 1 as n, count(*) over () as many, c.*
        from content c join entry e on e.digest = c.digest and e.baseline = 1
        where c.type = '%2$s')
      select i, b, t.type, t.facets, t.title || w.words as title,
        t.attributes || jsonb_build_object('%1$s', t.title || w.words) as attributes
      from generate_series(1, %3$d) i
      cross join generate_series(1, 2) b
      cross join lateral (select format(' common%%s some%%s few%%s version%%s',
        i %% 7, i %% 1000, i %% 50000, b)) w (words)
      join template t on t.n = i %% t.many
      where b = 1 or i %% 20 = 0;
      alter table generated add content text, add digest bytea;
      update generated set content = jsonb_build_object(
        'attributes', attributes, 'links', '[]'::jsonb, 'type', type)::text;
      update generated set digest = sha256(convert_to(content, 'UTF8'));
      insert into content (digest, type, title, content, attributes, facets)
      select digest, type, title, content, attributes, facets from generated
      on conflict do nothing;
      """;

  private static final String ENTRIES =
      """
      insert into entry (baseline, key, type, revision, stage, parent, path, reference, title,
        provisional, natural_order, digest)
      select %4$d, '%5$s-' || (1000000 + g.i), g.type, g.b, 'APPROVED', null,
        '00000001.' || lpad(to_hex(g.i), 8, '0'), null, g.title, false,
        '%5$s-' || lpad((1000000 + g.i)::text, 10, '0'), g.digest
      from generated g
      where g.b = case when g.i %% 20 = 0 then %6$d else 1 end;
      insert into facet (baseline, type, facet, records)
      select e.baseline, e.type, f.facet, count(*) from entry e
      join content c on c.digest = e.digest
      cross join lateral (select unnest(c.facets) union all select 'stage=' || e.stage
        union all select 'type=' || e.type) f (facet)
      where e.baseline = %4$d group by 1, 2, 3;
      insert into baseline
      select %4$d, 'bench-%4$d', 'Bench %4$d', date '2011-11-30', %3$d, 0, b.digest,
        b.schema_digest, b.manifest, b.signature
      from baseline b where b.number = 1;
      insert into publication (sequence, act, baseline, digest, acted_at, acted_by, previous, hash)
      select %4$d, 'PUBLISHED', %4$d, digest, now(), 'Bench', hash, sha256('%4$d'::bytea)
      from publication where sequence = 1;
      """;

  private final Connection database;

  private PublishedRows(Connection database) {
    this.database = database;
  }

  static PublishedRows in(Config config) throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            config.getValue("quarkus.datasource.jdbc.url", String.class),
            config.getValue("quarkus.flyway.username", String.class),
            config.getValue("quarkus.flyway.password", String.class));
    PublishedRows rows = new PublishedRows(connection);
    rows.execute(
        "set search_path = " + config.getValue("catalogue.published.schema", String.class));
    return rows;
  }

  /// Writes two baselines of that many records each, with these numbers.
  void write(RecordType type, String titleAttribute, int size, int older, int newer)
      throws SQLException {
    execute("drop table if exists generated");
    execute(CONTENT.formatted(titleAttribute, type.name(), size));
    execute(ENTRIES.formatted("", "", size, older, type.prefix(), 1));
    execute(ENTRIES.formatted("", "", size, newer, type.prefix(), 2));
    execute("vacuum analyze content, entry, facet");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  /// The first column of a query, as a floor: no more than the driver and the server do.
  List<String> column(String sql, Object... values) throws SQLException {
    try (PreparedStatement select = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      try (ResultSet rows = select.executeQuery()) {
        List<String> found = new ArrayList<>();
        while (rows.next()) {
          found.add(rows.getString(1));
        }
        return found;
      }
    }
  }

  String version() throws SQLException {
    return column("show server_version").getFirst();
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
