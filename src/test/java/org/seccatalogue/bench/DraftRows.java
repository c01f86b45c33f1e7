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
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.TypeKind;

/// Chapters of the draft of any size, written by the owner of the tables straight into them.
///
/// Each requirement is one of the example catalogue, derived from a clause of it, with four words
/// more in its title: one of 7, one of 1,000, one of 50,000 and one of its own, so that a search
/// finds many, some, few or one. They stand in sections of 500. The indexes by which the draft is
/// searched are dropped: nothing here searches it.
@SuppressWarnings("InlineFormatString") // The statements are long.
final class DraftRows implements AutoCloseable {

  private static final String GENERATED =
      """
      create temporary table generated as
      with template as (
        select row_number() over (order by r.key) - 1 as n, count(*) over () as many, r.type,
          r.stage, r.title, v.content::jsonb as content
        from record r join revision v on v.key = r.key and v.number = r.revision
        where r.type = '%1$s' and r.key < '%2$s-1' and r.stage <> '%3$s'),
      clause as (
        select row_number() over (order by r.key) - 1 as n, count(*) over () as many, r.key,
          r.revision
        from record r where r.type = '%4$s')
      select '%2$s-' || (%5$d + i) as key, t.type, t.stage, t.title || w.words as title,
        '%6$s-' || (%5$d + 1 + (i - 1) / 500) as parent, (i - 1) %% 500 as position,
        '%7$08x.' || lpad(to_hex((i - 1) / 500), 8, '0') || '.'
          || lpad(to_hex((i - 1) %% 500), 8, '0') as path,
        null as reference, c.key as clause, c.revision as clause_revision,
        (t.content -> 'attributes') || jsonb_build_object('%8$s', t.title || w.words) as attributes
      from generate_series(1, %9$d) i
      cross join lateral (select format(' common%%s some%%s few%%s only%%s',
        i %% 7, i %% 1000, i %% 50000, i)) w (words)
      join template t on t.n = i %% t.many
      join clause c on c.n = i %% c.many
      """;

  private static final String SECTIONS =
      """
      insert into generated
      with template as (
        select r.type, r.stage, v.content::jsonb as content
        from record r join revision v on v.key = r.key and v.number = r.revision
        where r.type = '%1$s' order by r.key limit 1)
      select '%2$s-' || (%3$d + i), t.type, t.stage, n.name,
        case when i > 0 then '%2$s-' || %3$d end, case when i = 0 then %4$d else i end,
        case when i = 0 then '%4$08x' else '%4$08x.' || lpad(to_hex(i - 1), 8, '0') end,
        n.name, null, null,
        (t.content -> 'attributes') || jsonb_build_object('%5$s', n.name, '%6$s', n.name)
      from generate_series(0, (%7$d + 499) / 500) i
      cross join lateral (select '%8$s' || case when i = 0 then '' else '.' || i end) n (name)
      cross join template t
      """;

  private static final String RECORDS =
      """
      insert into record (key, type, parent, position, path, reference, title, stage, revision,
        version, attributes, changed_at)
      select key, type, parent, position, path, reference, title, stage, 1, 1, attributes, now()
      from generated;
      insert into revision (key, number, stage, content, digest, made_at, made_by)
      select key, 1, stage, content, sha256(convert_to(content, 'UTF8')), now(), 'Bench'
      from generated cross join lateral (select jsonb_strip_nulls(jsonb_build_object(
        'attributes', attributes, 'parent', parent, 'type', type, 'links',
        case when clause is null then '[]'::jsonb else jsonb_build_array(jsonb_build_object(
          'type', '%1$s', 'target', clause, 'revision', clause_revision)) end))::text) c (content);
      insert into link (source, type, target, target_revision)
      select key, '%1$s', clause, clause_revision from generated where clause is not null;
      drop table generated;
      """;

  /// One in twenty is reworded, one in a hundred withdrawn, one in a thousand moved to the end.
  private static final String CHANGES =
      """
      update record set title = title || ' again', revision = 2, version = 2,
        attributes = attributes || jsonb_build_object('%1$s', title || ' again')
      where type = '%2$s' and path > '%3$s.' and path < '%3$s/' and position %% 20 = 0;
      insert into revision (key, number, stage, content, digest, made_at, made_by)
      select r.key, 2, r.stage, c.content, sha256(convert_to(c.content, 'UTF8')), now(), 'Bench'
      from record r join revision v on v.key = r.key and v.number = 1
      cross join lateral (select jsonb_set(v.content::jsonb, '{attributes}', r.attributes)::text)
        c (content)
      where r.revision = 2 and r.path > '%3$s.' and r.path < '%3$s/';
      update record set stage = '%4$s', version = 3
      where type = '%2$s' and path > '%3$s.' and path < '%3$s/' and position %% 100 = 7;
      update record set position = record.position + 1000, version = 3,
        path = parent.path || '.' || lpad(to_hex(record.position + 1000), 8, '0')
      from record parent where parent.key = record.parent and record.type = '%2$s'
        and record.path > '%3$s.' and record.path < '%3$s/'
        and record.position %% 500 = 13 and parent.position %% 2 = 0;
      """;

  private final Connection database;
  private final CatalogueSchema schema;
  private final String draft;

  private DraftRows(Connection database, CatalogueSchema schema, String draft) {
    this.database = database;
    this.schema = schema;
    this.draft = draft;
  }

  /// @param draft the schema of the draft
  static DraftRows in(Config config, CatalogueSchema schema, String draft) throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            config.getValue("quarkus.datasource.jdbc.url", String.class),
            either(config, "username"),
            either(config, "password"));
    return new DraftRows(connection, schema, draft);
  }

  /// The migrations may have an account of their own.
  private static String either(Config config, String name) {
    return config
        .getOptionalValue("quarkus.flyway." + name, String.class)
        .orElseGet(() -> config.getValue("quarkus.datasource." + name, String.class));
  }

  /// Writes a chapter of that many requirements.
  ///
  /// @param number of the chapter, from 1 to 9: its reference is `BENCH.1`, and a key of it
  ///     `ESM-10000001`
  void write(RecordType type, int number, int size) throws SQLException {
    RecordType section = schema.typeOf(schema.namesOf(TypeKind.HEADING).getFirst());
    int first = number * 10_000_000;
    execute("set search_path = " + draft);
    execute(
        GENERATED.formatted(
            type.name(),
            type.prefix(),
            schema.workflow().withdrawn(),
            schema.namesOf(TypeKind.CLAUSE).getFirst(),
            first,
            section.prefix(),
            number + 1000,
            name(type, AttributeRole.TITLE),
            size));
    execute(
        SECTIONS.formatted(
            section.name(),
            section.prefix(),
            first,
            number + 1000,
            name(section, AttributeRole.TITLE),
            name(section, AttributeRole.REFERENCE),
            size,
            chapter(number)));
    execute("drop index if exists record_search; drop index if exists record_attributes");
    execute(RECORDS.formatted(schema.derivations().getFirst()));
    execute("vacuum analyze record, revision, link");
  }

  static String chapter(int number) {
    return "BENCH." + number;
  }

  private static String name(RecordType type, AttributeRole role) {
    return type.playing(role).orElseThrow().name();
  }

  /// Changes some of what was written.
  void change(RecordType type, int number) throws SQLException {
    execute("set search_path = " + draft);
    execute(
        CHANGES.formatted(
            name(type, AttributeRole.TITLE),
            type.name(),
            "%08x".formatted(number + 1000),
            schema.workflow().withdrawn()));
    execute("vacuum analyze record, revision, link");
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  /// Has names mean the tables of what is published.
  void lookAt(String published) throws SQLException {
    execute("set search_path = " + published);
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
