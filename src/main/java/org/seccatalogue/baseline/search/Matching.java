package org.seccatalogue.baseline.search;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.sql.Sql;
import org.seccatalogue.trace.WantedLinks;

/// Which records match: a query that was found right.
///
/// @param types names of record types, any of them; all when there is none
/// @param section the record below which they stand
/// @param values what attributes must say
/// @param devices what applies to devices: a facet or a type
/// @param links those that each must have
record Matching(
    int baseline,
    List<String> types,
    @Nullable RecordHead section,
    List<String> stages,
    AskedValues values,
    Devices.@Nullable Applying devices,
    List<WantedLinks> links,
    @Nullable String words) {

  /// The most records that are ranked and counted.
  static final int MOST = 10_000;

  /// Beyond so many matching records the outline is walked instead, and matches soon come by.
  static final int MANY = 50_000;

  /// Whether the inverted indexes are asked.
  boolean inverted() {
    return words != null || !values.facets().isEmpty() || devices != null;
  }

  /// Whether a baseline's counted facets answer it.
  boolean counted() {
    return !inverted() && section == null && stages.isEmpty() && !looksUp();
  }

  /// Whether records are looked up by links or values first.
  boolean looksUp() {
    return !links.isEmpty() || values.looksUp();
  }

  /// What of the contents that match. The types that are about a device are found by their entries,
  /// because no index has the types of contents.
  private Sql contents(String columns) {
    String all = "select " + columns + " from content c";
    if (devices == null) {
      return new Sql().add(all).add(" where ").add(ofContent());
    }
    return new Sql()
        .add(all)
        .add(" where ")
        .add(ofContent())
        .add(" and c.facets && ?", (Object) texts(devices.facets()))
        .add(" union all " + all)
        .add(" join (select distinct digest from entry where baseline = ?", baseline)
        .add(" and type = any(?)) about using (digest) where ", (Object) texts(devices.types()))
        .add(ofContent())
        .add(" and not (c.facets && ?)", (Object) texts(devices.facets()));
  }

  /// Entries that match, through the contents: each once. When there are more than [#MANY], some
  /// of them.
  ///
  /// @param ranked whether each comes with its rank in millionths; else that is 0
  Sql found(boolean ranked) {
    Sql sql =
        new Sql()
            .add("(select e.key, e.path, e.natural_order, c.facets, e.type, e.stage, ")
            .add(ranked ? rank() : new Sql().add("0"))
            .add(" as rank from (select * from (")
            .add(contents("c.digest, c.facets, c.search"))
            .add(") c offset 0) c join entry e on e.digest = c.digest where ")
            .add(ofEntry());
    if (words != null) {
      sql.add(" and not (").add(named()).add(")");
    }
    sql.add(" limit ?)", MANY + 1);
    return words == null ? sql : sql.add(exact());
  }

  /// The first entries that match in an order that an index has, found by walking along it.
  ///
  /// @param after what an entry must be besides
  Sql walked(Sql after, PublishedOrder order, int limit) {
    boolean ranked = order == PublishedOrder.RANK;
    Sql sql =
        new Sql()
            .add("select e.key, e.path, e.natural_order, c.facets, e.type, e.stage, ")
            .add(ranked ? rank() : new Sql().add("0"))
            .add(" as rank from entry e cross join lateral (select c.facets, c.search")
            .add(" from content c where c.digest = e.digest and ")
            .add(ranked ? ofContent() : ofContentOrName())
            .add(" offset 0) c where ")
            .add(ofEntry())
            .add(ofDevices())
            .add(after);
    if (ranked && words != null) {
      sql.add(" and not (").add(named()).add(")");
    }
    String by = order == PublishedOrder.KEY ? "e.natural_order, e.key" : "e.path";
    sql = new Sql().add("(").add(sql).add(" order by " + by + " limit ?)", limit);
    return ranked && words != null ? sql.add(exact()) : sql;
  }

  private Sql rank() {
    return words == null
        ? new Sql().add("0")
        : new Sql()
            .add(
                "least(1e9, ts_rank(c.search, websearch_to_tsquery('english', ?)) * 1e6)::integer",
                words);
  }

  /// The record whose key or reference was given comes before all others.
  private Sql exact() {
    return new Sql()
        .add(" union all select e.key, e.path, e.natural_order, c.facets, e.type, e.stage,")
        .add(" 2000000000 as rank from entry e join content c on c.digest = e.digest where ")
        .add(ofEntry())
        .add(" and (e.key = ? or e.reference = ?)", name().toUpperCase(Locale.ROOT), name())
        .add(ofFacets())
        .add(ofDevices());
  }

  /// Whether an entry with its content applies to a device.
  private Sql ofDevices() {
    return devices == null
        ? new Sql()
        : new Sql()
            .add(
                " and (c.facets && ? or e.type = any(?))",
                texts(devices.facets()),
                texts(devices.types()));
  }

  private static String[] texts(List<String> texts) {
    return texts.toArray(String[]::new);
  }

  private String name() {
    return String.valueOf(words).strip();
  }

  /// Never unknown, so that it can be denied.
  private Sql named() {
    return new Sql()
        .add(
            "e.key = ? or coalesce(e.reference = ?, false)",
            name().toUpperCase(Locale.ROOT),
            name());
  }

  private Sql ofContent() {
    Sql sql = new Sql();
    if (words == null) {
      sql.add("true");
    } else {
      sql.add("c.search @@ websearch_to_tsquery('english', ?)", words);
    }
    return sql.add(ofFacets());
  }

  private Sql ofContentOrName() {
    return words == null
        ? ofContent()
        : new Sql()
            .add("(c.search @@ websearch_to_tsquery('english', ?) or ", words)
            .add(named())
            .add(")")
            .add(ofFacets());
  }

  private Sql ofFacets() {
    Sql sql = new Sql();
    values.facets().forEach(group -> sql.add(" and c.facets && ?", (Object) group));
    return sql;
  }

  /// What an entry itself must be.
  Sql ofEntry() {
    Sql sql = new Sql().add("e.baseline = ?", baseline);
    if (!types.isEmpty()) {
      sql.add(" and e.type = any(?)", (Object) types.toArray(String[]::new));
    }
    return sql.add(ofPlaceAndStage());
  }

  /// What an entry must be apart from its type.
  Sql ofPlaceAndStage() {
    Sql sql = new Sql();
    if (section != null) {
      sql.add(" and e.path > ? and e.path < ?", section.path() + ".", section.path() + "/");
    }
    if (!stages.isEmpty()) {
      sql.add(" and e.stage = any(?)", (Object) stages.toArray(String[]::new));
    }
    links.forEach(wanted -> sql.add(" and e.key = any(array(").add(sources(wanted)).add("))"));
    return sql.add(values.ofEntry(baseline));
  }

  /// The keys of the records that have a link.
  private Sql sources(WantedLinks wanted) {
    String[] targets = texts(wanted.targets());
    String link = " from link l where l.baseline = ? and l.type = ? and l.";
    Sql sql =
        new Sql()
            .add("select l.source" + link + "target = any(?)", baseline, wanted.type(), targets);
    return wanted.symmetric()
        ? sql.add(" union all select l.target" + link, baseline, wanted.type())
            .add("source = any(?)", (Object) targets)
        : sql;
  }
}
