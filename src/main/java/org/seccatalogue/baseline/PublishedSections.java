package org.seccatalogue.baseline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.TypeKind;

/// The sections of a baseline with what stands in them, for whoever writes them down.
@ApplicationScoped
public class PublishedSections {

  private static final int BATCH = 500;

  /// How much longer the path of a record is than that of its parent.
  private static final int PATH_STEP = 9;

  private final PublicDatabase database;
  private final Published published;

  PublishedSections(PublicDatabase database, Published published) {
    this.database = database;
    this.published = published;
  }

  /// A heading and those below it, each before its own, as headings of the outline.
  public List<PublishedRecord> headings(Baseline baseline, RecordHead root) {
    CatalogueSchema schema = published.schema(baseline);
    String[] types =
        Stream.of(TypeKind.HEADING, TypeKind.CLAUSE)
            .flatMap(kind -> schema.namesOf(kind).stream())
            .toArray(String[]::new);
    return database.list(
        PublishedRecords.RECORD
            + " where e.baseline = ? and e.type = any(?)"
            + " and (e.path = ? or (e.path > ? and e.path < ?)) order by e.path",
        row -> PublishedRecords.record(row, schema),
        baseline.number(),
        types,
        root.path(),
        root.path() + ".",
        root.path() + "/");
  }

  /// The heads of all records of some types below a heading, at any depth.
  public List<RecordHead> heads(Baseline baseline, RecordHead root, List<String> types) {
    return heads(below(baseline, root, types));
  }

  /// The heads of the records of some types directly below another one.
  public List<RecordHead> children(Baseline baseline, RecordHead parent, List<String> types) {
    return heads(
        below(baseline, parent, types)
            .add(" and length(e.path) = ?", parent.path().length() + PATH_STEP));
  }

  private static Sql below(Baseline baseline, RecordHead root, List<String> types) {
    return new Sql()
        .add(
            "select " + PublishedRecords.HEAD + " from entry e where e.baseline = ?",
            baseline.number())
        .add(" and e.path > ?", root.path() + ".")
        .add(" and e.path < ?", root.path() + "/")
        .add(" and e.type = any(?)", (Object) types.toArray(String[]::new));
  }

  private List<RecordHead> heads(Sql found) {
    Sql ordered = found.add(" order by e.path");
    return database.list(ordered.text(), PublishedRecords::head, ordered.values());
  }

  /// How many records of some types there are below a heading, by the path of what is directly
  /// below it and has them below itself, or is one.
  public Map<String, Integer> tally(Baseline baseline, RecordHead root, List<String> types) {
    Map<String, Integer> counts = new TreeMap<>();
    database
        .list(
            "select left(path, ?) as below, count(*) from entry where baseline = ?"
                + " and path > ? and path < ? and type = any(?) group by below",
            row -> Map.entry(row.getString(1), row.getInt(2)),
            root.path().length() + PATH_STEP,
            baseline.number(),
            root.path() + ".",
            root.path() + "/",
            types.toArray(String[]::new))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  /// Records of some types below a heading, but not below one of its own headings.
  ///
  /// @param headings those directly below it
  /// @param offset how many come before the first
  public List<PublishedRecord> own(
      Baseline baseline,
      RecordHead heading,
      List<RecordHead> headings,
      List<String> types,
      int offset,
      int limit) {
    CatalogueSchema schema = published.schema(baseline);
    return database.list(
        PublishedRecords.RECORD
            + " where e.baseline = ? and e.path > ? and e.path < ? and e.type = any(?)"
            + " and left(e.path, ?) <> all(?) order by e.path offset ? limit ?",
        row -> PublishedRecords.record(row, schema),
        baseline.number(),
        heading.path() + ".",
        heading.path() + "/",
        types.toArray(String[]::new),
        heading.path().length() + PATH_STEP,
        headings.stream().map(RecordHead::path).toArray(String[]::new),
        offset,
        limit);
  }

  /// The heads of the records at the top of the outline.
  public List<RecordHead> roots(Baseline baseline) {
    return database.list(
        "select "
            + PublishedRecords.HEAD
            + " from entry e where e.baseline = ? and e.parent is null order by e.path",
        PublishedRecords::head,
        baseline.number());
  }

  /// The next records of some types below a heading, but not below one of its own headings.
  ///
  /// @param headings those below it
  /// @param after path of the last record that was read, if one was
  public List<PublishedRecord> below(
      Baseline baseline,
      RecordHead heading,
      List<RecordHead> headings,
      List<String> types,
      @Nullable String after,
      int limit) {
    String from = after == null ? heading.path() + "." : after;
    List<PublishedRecord> found = new ArrayList<>();
    for (RecordHead next : headings) {
      if (next.isBelow(heading) && (next.path() + "/").compareTo(from) > 0) {
        found.addAll(between(baseline, from, next.path(), types, limit - found.size()));
        from = next.path() + "/";
      }
      if (found.size() == limit) {
        return found;
      }
    }
    found.addAll(between(baseline, from, heading.path() + "/", types, limit - found.size()));
    return found;
  }

  private List<PublishedRecord> between(
      Baseline baseline, String from, String to, List<String> types, int limit) {
    CatalogueSchema schema = published.schema(baseline);
    return from.compareTo(to) >= 0 || types.isEmpty()
        ? List.of()
        : database.list(
            PublishedRecords.RECORD
                + " where e.baseline = ? and e.path > ? and e.path < ? and e.type = any(?)"
                + " order by e.path limit ?",
            row -> PublishedRecords.record(row, schema),
            baseline.number(),
            from,
            to,
            types.toArray(String[]::new),
            limit);
  }

  /// How many requirements that are not withdrawn are at each stage, in a section.
  public SortedMap<String, Integer> stages(Baseline baseline, RecordHead root) {
    CatalogueSchema schema = published.schema(baseline);
    SortedMap<String, Integer> stages = new TreeMap<>();
    database
        .list(
            "select stage, count(*) from entry where baseline = ? and path > ? and path < ?"
                + " and type = any(?) and stage <> ? group by stage",
            row -> Map.entry(row.getString(1), row.getInt(2)),
            baseline.number(),
            root.path() + ".",
            root.path() + "/",
            schema.namesOf(TypeKind.REQUIREMENT).toArray(String[]::new),
            schema.workflow().withdrawn())
        .forEach(entry -> stages.put(entry.getKey(), entry.getValue()));
    return stages;
  }

  /// How many records of each type a baseline holds, by the name of the type.
  public Map<String, Integer> counts(Baseline baseline) {
    Map<String, Integer> counts = new TreeMap<>();
    database
        .list(
            "select type, count(*) from entry where baseline = ? group by type",
            row -> Map.entry(row.getString(1), row.getInt(2)),
            baseline.number())
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  /// Gives the records of a type in the order of the outline, a few at a time.
  public void each(Baseline baseline, String type, Consumer<List<PublishedRecord>> reader) {
    CatalogueSchema schema = published.schema(baseline);
    String after = "";
    List<PublishedRecord> batch;
    do {
      batch =
          database.list(
              PublishedRecords.RECORD
                  + " where e.baseline = ? and e.type = ? and e.path > ? order by e.path limit ?",
              row -> PublishedRecords.record(row, schema),
              baseline.number(),
              type,
              after,
              BATCH);
      if (!batch.isEmpty()) {
        reader.accept(batch);
        after = batch.getLast().head().path();
      }
    } while (batch.size() == BATCH);
  }

  /// Gives what each record says, in the order of the outline, a few at a time.
  public void each(Baseline baseline, Consumer<ContentLine> reader) {
    String after = "";
    List<Map.Entry<String, ContentLine>> batch;
    do {
      batch =
          database.list(
              "select e.path, e.key, e.revision, e.stage, encode(e.digest, 'hex'), c.content"
                  + " from entry e join content c on c.digest = e.digest"
                  + " where e.baseline = ? and e.path > ? order by e.path limit ?",
              row ->
                  Map.entry(
                      row.getString(1),
                      new ContentLine(
                          new Leaf(
                              RecordKey.of(row.getString(2)),
                              row.getInt(3),
                              row.getString(4),
                              row.getString(5)),
                          row.getString(6))),
              baseline.number(),
              after,
              BATCH);
      if (!batch.isEmpty()) {
        batch.forEach(line -> reader.accept(line.getValue()));
        after = batch.getLast().getKey();
      }
    } while (batch.size() == BATCH);
  }
}
