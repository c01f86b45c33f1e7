package org.seccatalogue.baseline.search;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.EntryRow;
import org.seccatalogue.baseline.PublicDatabase;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.search.PublishedPage.Total;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.sql.Sql;

/// Finds which records stand on a page, and how many match.
///
/// What only entries decide is read along an index. What contents decide is found by the inverted
/// indexes and then put in order; when too many contents match for that, an index is walked: then
/// matches soon come by.
final class PageRows {

  private final PublicDatabase database;
  private final Baseline baseline;
  private final CatalogueSchema schema;
  private final Matching matching;

  PageRows(PublicDatabase database, Baseline baseline, CatalogueSchema schema, Matching matching) {
    this.database = database;
    this.baseline = baseline;
    this.schema = schema;
    this.matching = matching;
  }

  /// Where a record of a page stands.
  record Spot(String key, String path, String naturalOrder, int rank) {
    PageKey end(PublishedOrder order) {
      return switch (order) {
        case OUTLINE -> new PageKey(order, 0, path, "");
        case KEY -> new PageKey(order, 0, naturalOrder, key);
        case RANK -> new PageKey(order, rank, path, "");
      };
    }
  }

  /// A record of a page.
  ///
  /// @param record if it was read with the rest
  record Row(Spot spot, @Nullable PublishedRecord record) {
    String key() {
      return spot.key();
    }

    PageKey end(PublishedOrder order) {
      return spot.end(order);
    }
  }

  /// @param rows those of the page
  record Rows(List<Row> rows, Total total) {}

  Rows page(PublishedOrder order, @Nullable PageKey after, int limit) {
    if (!matching.inverted()) {
      return new Rows(along(order, after, limit), total());
    }
    Found found = found(matching.found(order == PublishedOrder.RANK), order, after, limit);
    if (found.count() <= Matching.MANY) {
      return new Rows(found.rows(), bounded(found.count()));
    }
    if (order == PublishedOrder.RANK) {
      Found walked =
          found(matching.walked(new Sql(), order, Matching.MOST + 1), order, after, limit);
      return new Rows(walked.rows(), bounded(walked.count()));
    }
    return new Rows(walked(order, after, limit), counted(firstInOutline()));
  }

  private Sql firstInOutline() {
    return matching.walked(new Sql(), PublishedOrder.OUTLINE, Matching.MOST + 1);
  }

  private int first(Sql sql) {
    return database.first(sql.asking(Integer.class)).orElse(0);
  }

  /// The records of which facets are counted.
  ///
  /// @param with what begins a query: names `candidates`, the first in the order of the outline;
  ///     one more than are counted when there are more
  /// @param all the name of what is counted in all, when there are not very many
  record Candidates(Sql with, String all) {}

  Candidates candidates() {
    return matching.inverted()
        ? new Candidates(
            new Sql()
                .add("with found as materialized (")
                .add(matching.found(false))
                .add("), candidates as materialized (select * from found")
                .add(" where (select count(*) from found) <= ?", Matching.MANY)
                .add(" order by path limit ?)", Matching.MOST + 1),
            "found")
        : candidates(
            new Sql()
                .add("select e.type, e.stage, c.facets from (select * from (")
                .add("select * from entry e where ")
                .add(matching.ofEntry())
                .add(!matching.looksUp() ? ") e" : " offset 0) e")
                .add(
                    " order by e.path limit ?) e join content c using (digest)",
                    Matching.MOST + 1));
  }

  /// The same when there are very many.
  Candidates manyCandidates() {
    return candidates(firstInOutline());
  }

  private static Candidates candidates(Sql sql) {
    return new Candidates(
        new Sql().add("with candidates as materialized (").add(sql).add(")"), "candidates");
  }

  private Total counted(Sql candidates) {
    return bounded(
        first(new Sql().add("select count(*) from (").add(candidates).add(") candidates")));
  }

  static Total bounded(int count) {
    return new Total(Math.min(count, Matching.MOST), count <= Matching.MOST);
  }

  /// How many match of what only entries decide.
  private Total total() {
    if (matching.counted()) {
      return new Total(matching.types().isEmpty() ? baseline.records() : ofTypes(), true);
    }
    return bounded(
        first(
            new Sql()
                .add("select count(*) from (select from entry e where ")
                .add(matching.ofEntry())
                .add(" limit ?) candidates", Matching.MOST + 1)));
  }

  private int ofTypes() {
    return first(
        new Sql()
            .add(
                "select coalesce(sum(records), 0) from facet where baseline = ? and type = any(?)"
                    + " and facet = 'type=' || type",
                baseline.number(),
                matching.types().toArray(String[]::new)));
  }

  /// A page of what an index has in order; of several types, the first of each.
  private List<Row> along(PublishedOrder order, @Nullable PageKey after, int limit) {
    String by = order == PublishedOrder.KEY ? "e.natural_order, e.key" : "e.path";
    Sql each =
        new Sql().add("select e.key, e.path, e.natural_order, 0 as rank from entry e where ");
    each.add("e.baseline = ?", baseline.number());
    if (!matching.types().isEmpty()) {
      each.add(" and e.type = wanted.type");
    }
    each.add(matching.ofPlaceAndStage()).add(after(after));
    if (matching.looksUp() || (order == PublishedOrder.KEY && matching.section() != null)) {
      each = new Sql().add("select * from (").add(each).add(" offset 0) e");
    }
    each.add(" order by " + by + " limit ?", limit);
    return rows(matching.types().isEmpty() ? each : ofEachType(each, by, limit));
  }

  private Sql ofEachType(Sql each, String by, int limit) {
    return new Sql()
        .add(
            "select e.* from unnest(?) wanted (type) cross join lateral (",
            (Object) matching.types().toArray(String[]::new))
        .add(each)
        .add(") e order by " + by + " limit ?", limit);
  }

  private List<Row> walked(PublishedOrder order, @Nullable PageKey after, int limit) {
    return rows(
        new Sql()
            .add("select key, path, natural_order, rank from (")
            .add(matching.walked(after(after), order, limit))
            .add(") e order by " + (order == PublishedOrder.KEY ? "natural_order, key" : "path")));
  }

  private static Sql after(@Nullable PageKey after) {
    Sql sql = new Sql();
    if (after == null) {
      return sql;
    }
    return switch (after.order()) {
      case OUTLINE -> sql.add(" and e.path > ?", after.text());
      case KEY -> sql.add(" and (e.natural_order, e.key) > (?, ?)", after.text(), after.key());
      case RANK ->
          sql.add(
              " and (e.rank < ? or e.rank = ? and e.path > ?)",
              after.rank(),
              after.rank(),
              after.text());
    };
  }

  /// @param count how many there are in all
  private record Found(List<Row> rows, int count) {}

  private Found found(Sql found, PublishedOrder order, @Nullable PageKey after, int limit) {
    String by =
        switch (order) {
          case OUTLINE -> "e.path";
          case KEY -> "e.natural_order, e.key";
          case RANK -> "e.rank desc, e.path";
        };
    Sql sql =
        new Sql()
            .add("with found as materialized (")
            .add(found)
            .add("), counted as materialized (select count(*) as n from found),")
            .add(
                " shown as (select * from found e where (select n from counted) <= ?",
                Matching.MANY)
            .add(after(after))
            .add(" order by " + by + " limit ?)", limit)
            .add(" select n as count, s.natural_order, s.rank, " + EntryRow.COLUMNS)
            .add(" from counted")
            .add(" left join shown s on true left join lateral")
            .add(
                " (select * from entry where baseline = ? and key = s.key offset 0) e on true",
                baseline.number())
            .add(" left join content c on c.digest = e.digest order by " + by.replace("e.", "s."));
    List<FoundRow> rows = database.list(sql.asking(FoundRow.class));
    return new Found(
        rows.stream().flatMap(row -> row.row(schema)).toList(), rows.getFirst().count());
  }

  /// The count stands in every row; when the page is empty, in one that is else empty.
  private record FoundRow(int count, @Nullable Spot spot, @Nullable EntryRow entry) {
    Stream<Row> row(CatalogueSchema schema) {
      return spot == null || entry == null
          ? Stream.empty()
          : Stream.of(new Row(spot, entry.record(schema)));
    }
  }

  private List<Row> rows(Sql sql) {
    return database.list(sql.asking(Spot.class)).stream().map(spot -> new Row(spot, null)).toList();
  }
}
