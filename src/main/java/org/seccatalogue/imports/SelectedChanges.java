package org.seccatalogue.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.BulkSave;
import org.seccatalogue.schema.CatalogueSchema;

/// The chosen changes of a plan in the order of its rows. The rows and their links are read side by
/// side, once from beginning to end: whatever is joined to them is joined once, however many there
/// are.
final class SelectedChanges implements AutoCloseable {

  private static final int FETCH = 2000;

  /// A row above is looked up by itself, so that the rows come in their order without being sorted.
  private static final String ROWS =
      """
      select c.row_number, c.type, c.key, c.new_number, c.parent, p.type, p.key, p.new_number,
        c.stage,
        case when c.outcome = 'MISSING' then (
          select r.attributes::text from record r where r.key = c.key)
        else c.attributes::text end,
        c.base_revision, c.makes_revision
      from import_change c
      left join lateral (
        select type, key, new_number from import_change
        where import_id = c.import_id and row_number = c.parent_row offset 0) p on true
      where c.import_id = ? and c.chosen and c.outcome in ('NEW', 'CHANGED', 'MISSING')
      order by c.row_number
      """;

  private static final String LINKS =
      """
      select l.row_number, l.type, l.target, l.note, t.type, t.key, t.new_number,
        coalesce(l.target_revision,
          t.base_revision + (t.makes_revision and t.chosen)::integer,
          c.base_revision + (c.makes_revision and c.chosen)::integer,
          r.revision)
      from import_link l
      left join import_change t on t.import_id = l.import_id and t.row_number = l.target_row
      left join import_change c on c.import_id = l.import_id and c.key = l.target
      left join record r on r.key = l.target
      where l.import_id = ? and l.type is not null
      order by l.row_number, l.ordinal
      """;

  private final CatalogueSchema schema;
  private final Map<String, Integer> bases;
  private final PreparedStatement selectRows;
  private final PreparedStatement selectLinks;
  private final ResultSet row;
  private final ResultSet link;
  private boolean hasLink;

  /// @param bases for each type the last number that was given before its new records get theirs
  SelectedChanges(
      Connection connection, long importId, CatalogueSchema schema, Map<String, Integer> bases)
      throws SQLException {
    this.schema = schema;
    this.bases = bases;
    this.selectRows = select(connection, ROWS, importId);
    this.selectLinks = select(connection, LINKS, importId);
    this.row = selectRows.executeQuery();
    this.link = selectLinks.executeQuery();
    this.hasLink = link.next();
  }

  private static PreparedStatement select(Connection connection, String sql, long importId)
      throws SQLException {
    PreparedStatement select = connection.prepareStatement(sql);
    select.setLong(1, importId);
    select.setFetchSize(FETCH);
    return select;
  }

  /// The next changes, at most so many; none at the end.
  List<BulkSave.Change> next(int most) throws SQLException {
    List<BulkSave.Change> changes = new ArrayList<>();
    while (changes.size() < most && row.next()) {
      changes.add(change(links(row.getInt(1))));
    }
    return changes;
  }

  private List<Link> links(int number) throws SQLException {
    List<Link> links = new ArrayList<>();
    for (; hasLink && link.getInt(1) <= number; hasLink = link.next()) {
      if (link.getInt(1) == number) {
        links.add(link());
      }
    }
    return links;
  }

  private Link link() throws SQLException {
    String target = link.getString(3);
    return new Link(
        link.getString(2),
        target != null
            ? RecordKey.of(target)
            : key(link.getString(5), link.getString(6), link.getInt(7)),
        link.getInt(8),
        link.getString(4));
  }

  private BulkSave.Change change(List<Link> links) throws SQLException {
    String type = row.getString(2);
    return new BulkSave.Change(
        key(type, row.getString(3), row.getInt(4)),
        schema.typeOf(type),
        parent(),
        row.getString(9),
        Attributes.parsed(schema.typeOf(type), row.getString(10)),
        links,
        row.getInt(11),
        row.getBoolean(12));
  }

  private @Nullable RecordKey parent() throws SQLException {
    String parent = row.getString(5);
    if (parent != null) {
      return RecordKey.of(parent);
    }
    String type = row.getString(6);
    return type == null ? null : key(type, row.getString(7), row.getInt(8));
  }

  private RecordKey key(String type, @Nullable String key, int newNumber) {
    return key != null
        ? RecordKey.of(key)
        : new RecordKey(schema.typeOf(type).prefix(), bases.getOrDefault(type, 0) + newNumber);
  }

  @Override
  public void close() throws SQLException {
    try (PreparedStatement _ = selectRows;
        PreparedStatement _ = selectLinks) {
      link.close();
    }
  }
}
