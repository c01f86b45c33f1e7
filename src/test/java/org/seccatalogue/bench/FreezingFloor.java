package org.seccatalogue.bench;

import java.sql.SQLException;

/// The tables of a frozen baseline once more, with their indexes, and what it added to them. The
/// server itself writes them, from table to table.
@SuppressWarnings("InlineFormatString") // The statements are long.
final class FreezingFloor {

  private static final String TABLES =
      """
      drop table if exists floor_content, floor_entry, floor_link;
      create table floor_content (like content including all);
      create table floor_entry (like entry including all);
      create table floor_link (like link including all);
      """;

  private static final String ROWS =
      """
      insert into floor_content (digest, type, title, content, attributes, facets)
      select digest, type, title, content, attributes, facets from content c
      where exists (select from entry e where e.digest = c.digest and e.baseline = %1$d)
        and not exists (select from entry e where e.digest = c.digest and e.baseline < %1$d);
      insert into floor_entry select * from entry where baseline = %1$d;
      insert into floor_link select * from link where baseline = %1$d;
      """;

  private FreezingFloor() {}

  static void prepare(DraftRows database) throws SQLException {
    database.execute(TABLES);
  }

  static void write(DraftRows database, int baseline) throws SQLException {
    database.execute(ROWS.formatted(baseline));
  }
}
