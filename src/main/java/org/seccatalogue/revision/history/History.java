package org.seccatalogue.revision.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.StagesLeft;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.writing.WrittenBy;
import org.seccatalogue.rules.StageCourse;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.Workflow;
import org.seccatalogue.sql.Query;

/// What happened to records: new words, changes of stage, moves in the outline.
@ApplicationScoped
public class History {

  /// Of what was written at once, the place comes first, then the words, then the stage.
  private static final Query<Entry> EVENTS =
      Query.of(
          Entry.class,
          """
          select * from (
            (select made_at as at, 1 as rank, cast(number as bigint) as id, made_by as author,
              note as reason, making as kind, number as revision, stage as stage,
              null as from_name, null as to_name, null as first, null as second
            from revision where key = :key and (made_at, 1, number) < (:at, :rank, :id)
            order by made_at desc, number desc limit :limit)
            union all
            (select moved_at, 2, id, moved_by, note, kind, revision, null, from_stage, to_stage,
              replacement, source
            from stage_move where key = :key and (moved_at, 2, id) < (:at, :rank, :id)
            order by moved_at desc, id desc limit :limit)
            union all
            (select moved_at, 0, id, moved_by, note, case when undone then 'UNDO' end, null, null,
              from_name, to_name, from_after, to_after
            from place_move where key = :key and (moved_at, 0, id) < (:at, :rank, :id)
            order by moved_at desc, id desc limit :limit)
            union all
            (select changed_at, 3, id, changed_by, note, null, null, null, from_reference,
              to_reference, null, null
            from reference_change where key = :key and (changed_at, 3, id) < (:at, :rank, :id)
            order by changed_at desc, id desc limit :limit)) event
          order by at desc, rank desc, id desc limit :limit
          """);

  private static final Query<Change> CHANGES =
      Query.of(
          Change.class,
          """
          select key, moved_at as at, moved_by as author, note as reason, kind,
            revision, from_stage as "from", to_stage as "to", replacement, source
          from stage_move where key = any(:keys) order by key, id
          """);

  /// A row of the history.
  ///
  /// @param rank which table it is of
  /// @param names of the stages or sections between which it went
  /// @param more what else that table says
  private record Entry(
      int rank,
      long id,
      WrittenBy by,
      @Nullable String kind,
      @Nullable Integer revision,
      @Nullable String stage,
      @Nullable Names names,
      @Nullable More more) {

    Cursor cursor() {
      return new Cursor(by.at(), rank, id);
    }
  }

  private record Names(@Nullable String fromName, @Nullable String toName) {

    static final Names NONE = new Names(null, null);
  }

  private record More(@Nullable String first, @Nullable String second) {

    static final More NONE = new More(null, null);
  }

  private record Change(RecordKey key, HistoryEvent.StageChanged change) {}

  private record StageOf(RecordKey key, String stage) {}

  /// Records whose words were changed since they came to their stage.
  private static final Query<StageOf> REWORDED =
      Query.of(
          StageOf.class,
          """
          select r.key, r.stage from record r
          where r.key = any(:keys) and r.revision > 1 and exists (
            select from revision w where w.key = r.key and w.number <= r.revision
              and w.making = 'EDIT' and w.number > coalesce((
                select m.revision from stage_move m where m.key = r.key
                order by m.id desc limit 1), 1))
          """);

  private static final Query<RecordKey> ENDED =
      Query.of(RecordKey.class, "select key from record where stage = any(:ends) order by key");

  private final CatalogueSchema schema;
  private final StagesLeft stagesLeft;
  private final Session database;

  History(CatalogueSchema schema, StagesLeft stagesLeft, Session database) {
    this.schema = schema;
    this.stagesLeft = stagesLeft;
    this.database = database;
  }

  /// The events before a cursor, newest first; without one, the newest.
  @Transactional
  public HistoryPage of(RecordKey key, @Nullable String cursor, int limit) {
    Cursor before = cursor == null ? Cursor.END : Cursor.parse(cursor).orElse(Cursor.END);
    Query<Entry> asked =
        EVENTS
            .with("key", key.toString())
            .with("at", before.at())
            .with("rank", before.rank())
            .with("id", before.id())
            .with("limit", limit + 1);
    List<Entry> found = database.doReturningWork(asked::list);
    List<Entry> shown = found.size() > limit ? found.subList(0, limit) : found;
    return new HistoryPage(
        shown.stream().map(this::event).toList(),
        found.size() > limit ? shown.getLast().cursor().text() : null);
  }

  /// Whether a text is a cursor that a page of a history gave.
  public static boolean isCursor(String text) {
    return Cursor.parse(text).isPresent();
  }

  /// Of those of the records that are withdrawn, or at another end, or once were, when and why that
  /// was done last. What an undo brought back is told with its own reason.
  @Transactional
  public Map<RecordKey, HistoryEvent.StageChanged> withdrawals(Collection<RecordKey> keys) {
    Query<Change> asked = CHANGES.with("keys", keys.stream().map(RecordKey::toString).toList());
    Map<RecordKey, List<HistoryEvent.StageChanged>> changes =
        database.doReturningWork(asked::list).stream()
            .collect(
                Collectors.groupingBy(
                    Change::key, Collectors.mapping(Change::change, Collectors.toList())));
    Map<RecordKey, HistoryEvent.StageChanged> withdrawals = new HashMap<>();
    changes.forEach(
        (key, all) ->
            new InForce(all)
                .lastTo(ends())
                .ifPresent(change -> withdrawals.put(key, asWithdrawal(change))));
    return withdrawals;
  }

  /// The records that are withdrawn, or at another end.
  @Transactional
  public List<RecordKey> withdrawn() {
    return ENDED.with("ends", ends()).list(database);
  }

  private List<String> ends() {
    return schema.workflow().codes(Workflow.StageKind.END);
  }

  /// The stages that the words of records have reached, of those of which that is another one than
  /// they have: only an earlier version let words change at any stage.
  @Transactional
  public Map<RecordKey, String> stagesReached(Collection<RecordKey> keys) {
    Workflow workflow = schema.workflow();
    Map<RecordKey, String> reached = new HashMap<>();
    REWORDED.with("keys", keys.stream().map(RecordKey::toString).toList()).list(database).stream()
        .filter(row -> !workflow.newWordsFallTo(row.stage()).equals(row.stage()))
        .forEach(row -> reached.put(row.key(), workflow.newWordsFallTo(row.stage())));
    return reached;
  }

  /// The stage to which a record may return from where it waits; of one that does not wait, the
  /// initial one.
  public String stageLeft(StoredRecord record) {
    Workflow workflow = schema.workflow();
    return workflow.isSide(record.stage())
        ? stagesLeft.of(List.of(record.key())).getOrDefault(record.key(), workflow.initial())
        : workflow.initial();
  }

  /// The same of several records that wait.
  public Map<RecordKey, String> stagesLeft(Collection<RecordKey> waiting) {
    Map<RecordKey, String> left = new HashMap<>();
    waiting.forEach(key -> left.put(key, schema.workflow().initial()));
    left.putAll(stagesLeft.of(waiting));
    return left;
  }

  /// The stages to which a record may be moved from where it is, in their order.
  public List<Workflow.Stage> stagesAfter(StoredRecord record) {
    return schema.workflow().after(record.stage(), stageLeft(record));
  }

  /// Where an event stands among all of its record.
  private record Cursor(Instant at, int rank, long id) {

    static final Cursor END = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), 0, 0);
    private static final Pattern FORM = Pattern.compile("([0-9]{1,17})\\.([0-3])\\.([0-9]{1,18})");

    static Optional<Cursor> parse(String text) {
      Matcher matcher = FORM.matcher(text);
      return matcher.matches()
          ? Optional.of(
              new Cursor(
                  Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), ChronoUnit.MICROS),
                  Integer.parseInt(matcher.group(2)),
                  Long.parseLong(matcher.group(3))))
          : Optional.empty();
    }

    String text() {
      return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + rank + "." + id;
    }
  }

  private HistoryEvent event(Entry entry) {
    Names names = Objects.requireNonNullElse(entry.names(), Names.NONE);
    More more = Objects.requireNonNullElse(entry.more(), More.NONE);
    return switch (entry.rank()) {
      case 1 ->
          new HistoryEvent.Revised(
              entry.by(),
              known(entry.revision()),
              known(entry.stage()),
              StageCourse.Making.valueOf(known(entry.kind())));
      case 2 ->
          asWithdrawal(
              new HistoryEvent.StageChanged(
                  entry.by(),
                  StageCourse.Kind.valueOf(known(entry.kind())),
                  known(entry.revision()),
                  known(names.fromName()),
                  known(names.toName()),
                  more.first() == null ? null : RecordKey.of(more.first()),
                  more.second()));
      case 3 ->
          new HistoryEvent.Renumbered(entry.by(), known(names.fromName()), known(names.toName()));
      default ->
          new HistoryEvent.Moved(
              entry.by(),
              new HistoryEvent.Spot(names.fromName(), more.first()),
              new HistoryEvent.Spot(names.toName(), more.second()),
              entry.kind() != null);
    };
  }

  private static <T> T known(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  /// Withdrawals of former times are moves.
  private HistoryEvent.StageChanged asWithdrawal(HistoryEvent.StageChanged change) {
    return change.kind() == StageCourse.Kind.MOVE && schema.workflow().isEnd(change.to())
        ? new HistoryEvent.StageChanged(
            change.by(),
            StageCourse.Kind.WITHDRAWAL,
            change.revision(),
            change.from(),
            change.to(),
            change.replacement(),
            change.source())
        : change;
  }
}
