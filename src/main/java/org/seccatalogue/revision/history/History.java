package org.seccatalogue.revision.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.StagesLeft;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.revision.writing.JdbcRows;
import org.seccatalogue.revision.writing.WrittenBy;
import org.seccatalogue.rules.StageCourse;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.Workflow;
import org.seccatalogue.sql.Query;

/// What happened to records: new words, changes of stage, moves in the outline.
@ApplicationScoped
public class History {

  /// Of what was written at once, the place comes first, then the words, then the stage.
  private static final String EVENTS =
      """
      select * from (
        (select made_at as at, 1 as rank, cast(number as bigint) as id, made_by as author, note,
          making as kind, number as revision, stage as stage, null as from_name, null as to_name,
          null as first, null as second
        from revision where key = ? and (made_at, 1, number) < (?, ?, ?)
        order by made_at desc, number desc limit ?)
        union all
        (select moved_at, 2, id, moved_by, note, kind, revision, null, from_stage, to_stage,
          replacement, source
        from stage_move where key = ? and (moved_at, 2, id) < (?, ?, ?)
        order by moved_at desc, id desc limit ?)
        union all
        (select moved_at, 0, id, moved_by, note, null, null, null, from_name, to_name,
          from_after, to_after
        from place_move where key = ? and (moved_at, 0, id) < (?, ?, ?)
        order by moved_at desc, id desc limit ?)) event
      order by at desc, rank desc, id desc limit ?
      """;

  private static final String WITHDRAWALS =
      """
      select distinct on (key) key, moved_at as at, moved_by as author, note, kind, revision,
        from_stage as from_name, to_stage as to_name, replacement as first, source as second
      from stage_move where key = any(?) and to_stage = ? order by key, id desc
      """;

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

  private static final Query<RecordKey> WITHDRAWN =
      Query.of(RecordKey.class, "select key from record where stage = :stage order by key");

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
    List<Placed> found = database.doReturningWork(c -> read(c, key, before, limit + 1));
    List<Placed> shown = found.size() > limit ? found.subList(0, limit) : found;
    return new HistoryPage(
        shown.stream().map(Placed::event).toList(),
        found.size() > limit ? shown.getLast().cursor().text() : null);
  }

  /// Whether a text is a cursor that a page of a history gave.
  public static boolean isCursor(String text) {
    return Cursor.parse(text).isPresent();
  }

  /// Of those of the records that are withdrawn, or once were, when and why that was done last.
  @Transactional
  public Map<RecordKey, HistoryEvent.StageChanged> withdrawals(Collection<RecordKey> keys) {
    Map<RecordKey, HistoryEvent.StageChanged> withdrawals = new HashMap<>();
    database.doWork(
        connection ->
            JdbcRows.read(
                    connection,
                    WITHDRAWALS,
                    row -> Map.entry(RecordKey.of(row.getString("key")), stage(row)),
                    keys.stream().map(RecordKey::toString).toList(),
                    schema.workflow().withdrawn())
                .forEach(found -> withdrawals.put(found.getKey(), found.getValue())));
    return withdrawals;
  }

  /// The records that are withdrawn.
  @Transactional
  public List<RecordKey> withdrawn() {
    return WITHDRAWN.with("stage", schema.workflow().withdrawn()).list(database);
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

  /// The stages to which a record may be moved from where it is, in their order.
  public List<Workflow.Stage> stagesAfter(StoredRecord record) {
    return schema.workflow().after(record.stage(), stageLeft(record));
  }

  /// Where an event stands among all of its record.
  private record Cursor(Instant at, int rank, long id) {

    static final Cursor END = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), 0, 0);
    private static final Pattern FORM = Pattern.compile("([0-9]{1,17})\\.([0-2])\\.([0-9]{1,18})");

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

  private record Placed(Cursor cursor, HistoryEvent event) {}

  private List<Placed> read(Connection connection, RecordKey key, Cursor before, int limit)
      throws SQLException {
    Object name = key.toString();
    Object at = before.at().atOffset(ZoneOffset.UTC);
    return JdbcRows.read(
        connection,
        EVENTS,
        row -> new Placed(new Cursor(at(row), row.getInt("rank"), row.getLong("id")), event(row)),
        name,
        at,
        before.rank(),
        before.id(),
        limit,
        name,
        at,
        before.rank(),
        before.id(),
        limit,
        name,
        at,
        before.rank(),
        before.id(),
        limit,
        limit);
  }

  private static Instant at(ResultSet row) throws SQLException {
    return row.getObject("at", OffsetDateTime.class).toInstant();
  }

  private static WrittenBy by(ResultSet row) throws SQLException {
    return new WrittenBy(new ChangeNote(row.getString("author"), row.getString("note")), at(row));
  }

  private HistoryEvent event(ResultSet row) throws SQLException {
    return switch (row.getInt("rank")) {
      case 1 ->
          new HistoryEvent.Revised(
              by(row),
              row.getInt("revision"),
              row.getString("stage"),
              StageCourse.Making.valueOf(row.getString("kind")));
      case 2 -> stage(row);
      default ->
          new HistoryEvent.Moved(
              by(row),
              new HistoryEvent.Spot(row.getString("from_name"), row.getString("first")),
              new HistoryEvent.Spot(row.getString("to_name"), row.getString("second")));
    };
  }

  private HistoryEvent.StageChanged stage(ResultSet row) throws SQLException {
    String to = row.getString("to_name");
    StageCourse.Kind kind = StageCourse.Kind.valueOf(row.getString("kind"));
    // Withdrawals of former times are moves.
    boolean withdrawn = kind == StageCourse.Kind.MOVE && to.equals(schema.workflow().withdrawn());
    String replacement = row.getString("first");
    return new HistoryEvent.StageChanged(
        by(row),
        withdrawn ? StageCourse.Kind.WITHDRAWAL : kind,
        row.getInt("revision"),
        row.getString("from_name"),
        to,
        replacement == null ? null : RecordKey.of(replacement),
        row.getString("second"));
  }
}
