package org.seccatalogue.baseline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.agreement.Candidates;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.sql.Query;

/// The sections of a baseline with what stands in them, for whoever writes them down.
@ApplicationScoped
public class PublishedSections {

  private static final int BATCH = 500;

  /// How much longer the path of a record is than that of its parent.
  private static final int PATH_STEP = 9;

  private static final String BELOW = " e.path > :from and e.path < :to ";

  private static final Query<EntryRow> HEADINGS =
      EntryRow.where(
          "e.baseline = :baseline and e.type = any(:types) and (e.path = :path or"
              + BELOW
              + ") order by e.path");
  private static final Query<EntryRow> ABOVE =
      EntryRow.where("e.baseline = :baseline and e.path = any(:paths) order by e.path desc");
  private static final Query<RecordHead> HEADS =
      EntryRow.heads(
          "e.baseline = :baseline and" + BELOW + "and e.type = any(:types) order by e.path");
  private static final Query<RecordHead> CHILDREN =
      EntryRow.heads(
          "e.baseline = :baseline and"
              + BELOW
              + "and e.type = any(:types) and length(e.path) = :length order by e.path");
  private static final Query<RecordHead> ROOTS =
      EntryRow.heads("e.baseline = :baseline and e.parent is null order by e.path");
  private static final Query<EntryRow> OWN =
      EntryRow.where(
          "e.baseline = :baseline and"
              + BELOW
              + "and e.type = any(:types) and left(e.path, :length) <> all(:headings)"
              + " order by e.path offset :offset limit :limit");
  private static final Query<EntryRow> BETWEEN =
      EntryRow.where(
          "e.baseline = :baseline and"
              + BELOW
              + "and e.type = any(:types) order by e.path limit :limit");
  private static final Query<EntryRow> OF_TYPE =
      EntryRow.where(
          "e.baseline = :baseline and e.type = :type and e.path > :after"
              + " order by e.path limit :limit");
  private static final Query<EntryRow> OF_TYPES =
      EntryRow.where("e.baseline = :baseline and e.type = any(:types) order by e.path");
  private static final Query<String> BEHIND =
      Query.of(
          String.class,
          "select e.path from entry e where e.baseline = :baseline and"
              + BELOW
              + "order by e.path offset :records limit 1");
  private static final Query<EntryRow> MATCHING =
      EntryRow.where(
          "e.baseline = :baseline and (e.path = :path or"
              + BELOW
              + ") and e.path > :after and (c.content like any(cast(:written as text[]))"
              + " or lower(c.content) like any(cast(:small as text[])))"
              + " order by e.path limit :limit");
  private static final Query<Tally> TALLY =
      Query.of(
          Tally.class,
          "select left(e.path, :length) as name, count(*) as records from entry e"
              + " where e.baseline = :baseline and"
              + BELOW
              + "and e.type = any(:types) group by 1");
  private static final Query<Tally> STAGES =
      Query.of(
          Tally.class,
          "select e.stage as name, count(*) as records from entry e"
              + " where e.baseline = :baseline and"
              + BELOW
              + "and e.type = any(:types) and e.stage <> :withdrawn group by 1");
  private static final Query<Tally> TYPES =
      Query.of(
          Tally.class,
          "select type as name, count(*) as records from entry"
              + " where baseline = :baseline group by 1");
  private static final Query<Line> LINES =
      Query.of(
          Line.class,
          "select e.path, e.key, e.revision, e.stage, encode(e.digest, 'hex') as digest, c.content"
              + " from entry e join content c on c.digest = e.digest"
              + " where e.baseline = :baseline and e.path > :after order by e.path limit :limit");

  private final PublicDatabase database;
  private final Published published;
  private final PublishedRecords records;

  PublishedSections(PublicDatabase database, Published published, PublishedRecords records) {
    this.database = database;
    this.published = published;
    this.records = records;
  }

  private record Tally(String name, int records) {}

  private record Line(String path, ContentLine content) {}

  /// The same, told of what stands below a heading.
  private static <T> Query<T> below(RecordHead heading, Query<T> query) {
    return query.with("from", heading.path() + ".").with("to", heading.path() + "/");
  }

  /// A heading and those below it, each before its own, as headings of the outline.
  public List<PublishedRecord> headings(Baseline baseline, RecordHead root) {
    CatalogueSchema schema = published.schema(baseline);
    List<String> types =
        Stream.of(TypeKind.HEADING, TypeKind.CLAUSE)
            .flatMap(kind -> schema.namesOf(kind).stream())
            .toList();
    return records.records(
        baseline, below(root, HEADINGS).with("types", types).with("path", root.path()));
  }

  /// What a heading stands below, the nearest first.
  public List<PublishedRecord> above(Baseline baseline, RecordHead heading) {
    return records.records(baseline, ABOVE.with("paths", heading.pathsAbove()));
  }

  /// The heads of all records of some types below a heading, at any depth.
  public List<RecordHead> heads(Baseline baseline, RecordHead root, List<String> types) {
    return database.list(
        below(root, HEADS).with("baseline", baseline.number()).with("types", types));
  }

  /// The heads of the records of some types directly below another one.
  public List<RecordHead> children(Baseline baseline, RecordHead parent, List<String> types) {
    return database.list(
        below(parent, CHILDREN)
            .with("baseline", baseline.number())
            .with("types", types)
            .with("length", parent.path().length() + PATH_STEP));
  }

  /// How many records of some types there are below a heading, by the path of what is directly
  /// below it and has them below itself, or is one.
  public Map<String, Integer> tally(Baseline baseline, RecordHead root, List<String> types) {
    return counted(
        below(root, TALLY)
            .with("baseline", baseline.number())
            .with("length", root.path().length() + PATH_STEP)
            .with("types", types));
  }

  private SortedMap<String, Integer> counted(Query<Tally> query) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    database.list(query).forEach(tally -> counts.put(tally.name(), tally.records()));
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
    return records.records(
        baseline,
        below(heading, OWN)
            .with("types", types)
            .with("length", heading.path().length() + PATH_STEP)
            .with("headings", headings.stream().map(RecordHead::path).toList())
            .with("offset", offset)
            .with("limit", limit));
  }

  /// The heads of the records at the top of the outline.
  public List<RecordHead> roots(Baseline baseline) {
    return database.list(ROOTS.with("baseline", baseline.number()));
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
    return from.compareTo(to) >= 0 || types.isEmpty()
        ? List.of()
        : records.records(
            baseline,
            BETWEEN.with("from", from).with("to", to).with("types", types).with("limit", limit));
  }

  /// All records of some types, in the order of the outline.
  public List<PublishedRecord> all(Baseline baseline, List<String> types) {
    return types.isEmpty() ? List.of() : records.records(baseline, OF_TYPES.with("types", types));
  }

  /// The path of the record behind so many others below a heading, if there is one.
  public Optional<String> behind(Baseline baseline, RecordHead heading, int records) {
    return database
        .list(below(heading, BEHIND).with("baseline", baseline.number()).with("records", records))
        .stream()
        .findFirst();
  }

  /// Records that hold a text.
  public List<PublishedRecord> matching(Baseline baseline, Candidates wanted) {
    return wanted.isOfNothing()
        ? List.of()
        : records.records(
            baseline,
            MATCHING
                .with("path", wanted.chapter().path())
                .with("from", wanted.chapter().path() + ".")
                .with("to", wanted.until())
                .with("written", wanted.filter().asWritten())
                .with("small", wanted.filter().small())
                .with("after", wanted.after())
                .with("limit", wanted.limit()));
  }

  /// How many requirements that are not withdrawn are at each stage, in a section.
  public SortedMap<String, Integer> stages(Baseline baseline, RecordHead root) {
    CatalogueSchema schema = published.schema(baseline);
    return counted(
        below(root, STAGES)
            .with("baseline", baseline.number())
            .with("types", schema.namesOf(TypeKind.REQUIREMENT))
            .with("withdrawn", schema.workflow().withdrawn()));
  }

  /// How many records of each type a baseline holds, by the name of the type.
  public Map<String, Integer> counts(Baseline baseline) {
    return counted(TYPES.with("baseline", baseline.number()));
  }

  /// Gives the records of a type in the order of the outline, a few at a time.
  public void each(Baseline baseline, String type, Consumer<List<PublishedRecord>> reader) {
    String after = "";
    List<PublishedRecord> batch;
    do {
      batch =
          records.records(
              baseline, OF_TYPE.with("type", type).with("after", after).with("limit", BATCH));
      if (!batch.isEmpty()) {
        reader.accept(batch);
        after = batch.getLast().head().path();
      }
    } while (batch.size() == BATCH);
  }

  /// Gives what each record says, in the order of the outline, a few at a time.
  public void each(Baseline baseline, Consumer<ContentLine> reader) {
    String after = "";
    List<Line> batch;
    do {
      batch =
          database.list(
              LINES.with("baseline", baseline.number()).with("after", after).with("limit", BATCH));
      if (!batch.isEmpty()) {
        batch.forEach(line -> reader.accept(line.content()));
        after = batch.getLast().path();
      }
    } while (batch.size() == BATCH);
  }
}
