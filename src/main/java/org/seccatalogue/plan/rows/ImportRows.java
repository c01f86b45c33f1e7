package org.seccatalogue.plan.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;
import org.seccatalogue.sql.Sql;

/// The rows of imports as they were planned, with what is in conflict in them. [ImportStaging]
/// writes them, and [RowDecisions] keeps what people decide of them.
@ApplicationScoped
public class ImportRows {

  /// Of a row `c` of an import: whether an error was found in it.
  public static final String HAS_ERROR =
      """
      exists (select 1 from import_finding f where f.import_id = c.import_id
        and f.severity = 'ERROR' and f.sheet = c.sheet and f.sheet_row = c.sheet_row)
      """;

  private static final String CHANGES =
      """
      select c.row_number as number, c.sheet, c.sheet_row as row, c.outcome as kind, c.type, c.key,
        c.title, c.changed, c.chosen, c.guards, c.falls_to, c.makes_revision,
      """
          + HAS_ERROR
          + " as faulty from import_change c where ";

  private static final Query<ConflictRow> CONFLICTS =
      Query.of(
          ConflictRow.class,
          """
          select row_number, field, base, theirs, ours, choice from import_conflict
          where import_id = :id and row_number = any(cast(:numbers as integer[])) order by row_number, ordinal
          """);
  private static final Query<Staged> STAGED =
      Query.of(
          Staged.class,
          """
          select row_number, key, coalesce(base_revision, 0) as base_revision, base_stage, base_parent,
            base_reference, stage,
            coalesce(parent, parent_text, '') as parent, cast(attributes as text) as attributes,
            place
          from import_change where import_id = :id and row_number = any(cast(:numbers as integer[]))
          """);
  private static final Query<StagedLink> LINKS =
      Query.of(
          StagedLink.class,
          """
          select row_number, type, coalesce(target, target_text) as target, note from import_link
          where import_id = :id and row_number = any(cast(:numbers as integer[])) and type is not null
          order by target
          """);
  private static final Query<Integer> KNOWN =
      Query.of(
          Integer.class,
          "select row_number from import_change"
              + " where import_id = :id and row_number = any(cast(:numbers as integer[]))");
  private static final Query<Integer> KNOWN_WITHOUT_ERROR =
      Query.of(
          Integer.class,
          "select c.row_number from import_change c where c.import_id = :id and c.row_number ="
              + " any(cast(:numbers as integer[])) and not "
              + HAS_ERROR);
  private static final Query<RecordKey> SECTIONS =
      Query.of(
          RecordKey.class,
          "select s.key from (select distinct parent from import_change where import_id = :id"
              + " and parent is not null) c cross join lateral record_standing(c.parent) s"
              + " order by s.path limit :limit");
  private static final Query<RecordKey> MISSING =
      Query.of(
          RecordKey.class,
          "select key from import_change where import_id = :id and outcome = 'MISSING'"
              + " order by row_number limit :limit");
  private static final Query<RowCounts> COUNTS =
      Query.of(
          RowCounts.class,
          """
          select count(*) filter (where outcome = 'NEW' and chosen and sound) as created,
            count(*) filter (where outcome = 'CHANGED' and chosen and sound) as changed,
            count(*) filter (where outcome = 'SAME') as same,
            count(*) filter (where outcome = 'CONFLICT' and chosen and sound) as conflicts,
            count(*) filter (where outcome = 'MISSING') as missing,
            count(*) filter (where outcome = 'CONFLICT' and chosen and sound and row_number in (
              select row_number from import_conflict
              where import_id = :id and choice = 'UNDECIDED')) as undecided,
            count(*) filter (
              where outcome in ('NEW', 'CHANGED', 'CONFLICT') and not chosen and sound) as left_out,
            count(*) filter (where outcome = 'MISSING' and chosen) as withdrawn,
            count(*) filter (where guards <> '{}') as guarded
          from (
            select c.*, f.sheet is null as sound from import_change c left join (
              select distinct sheet, sheet_row from import_finding
              where import_id = :id and severity = 'ERROR') f using (sheet, sheet_row)
            where c.import_id = :id) c
          """);
  private static final Command REMOVE_CONFLICTS =
      Command.of("delete from import_conflict where import_id = :id");
  private static final Command REMOVE_LINKS =
      Command.of("delete from import_link where import_id = :id");
  private static final Command REMOVE_CHANGES =
      Command.of("delete from import_change where import_id = :id");

  private final Session database;

  ImportRows(Session database) {
    this.database = database;
  }

  /// What a row does besides, with the names of its guards.
  private record Doing(List<String> guards, @Nullable String fallsTo, boolean makesRevision) {
    PlannedChange.Effect effect() {
      return new PlannedChange.Effect(
          guards.stream().map(Guard::valueOf).toList(), fallsTo, makesRevision);
    }
  }

  private record ChangeRow(
      int number,
      PlannedChange.Spot spot,
      PlannedChange.Kind kind,
      String type,
      @Nullable RecordKey key,
      String title,
      List<String> changed,
      boolean chosen,
      boolean faulty,
      Doing doing) {
    PlannedChange change(List<Conflict> conflicts) {
      return new PlannedChange(
          number, spot, kind, type, key, title, changed, chosen, faulty, doing.effect(), conflicts);
    }
  }

  public List<PlannedChange> changes(
      long id, PlannedChange.@Nullable Filter filter, int after, int limit) {
    List<ChangeRow> rows =
        new Sql()
            .add(CHANGES)
            .add(RowFilter.of(id, filter == null ? PlannedChange.Filter.ALL : filter))
            .add(" and c.row_number > ? order by c.row_number limit ?", after, limit)
            .asking(ChangeRow.class)
            .list(database);
    Map<Integer, List<Conflict>> conflicts =
        conflicts(id, rows.stream().map(ChangeRow::number).toList());
    return rows.stream()
        .map(row -> row.change(conflicts.getOrDefault(row.number(), List.of())))
        .toList();
  }

  /// How many rows a filter finds.
  public int count(long id, PlannedChange.Filter filter) {
    return new Sql()
        .add("select count(*) from import_change c where ")
        .add(RowFilter.of(id, filter))
        .asking(Integer.class)
        .only(database);
  }

  /// How many rows would do what, as they are chosen now.
  public RowCounts counts(long id) {
    return COUNTS.with("id", id).only(database);
  }

  /// Which of these rows there are.
  ///
  /// @param sound whether only those without errors are meant
  public List<Integer> known(long id, List<Integer> numbers, boolean sound) {
    return (sound ? KNOWN_WITHOUT_ERROR : KNOWN)
        .with("id", id)
        .with("numbers", numbers)
        .list(database);
  }

  private record ConflictRow(int rowNumber, Conflict conflict) {}

  /// What is in conflict in rows, by their numbers.
  public Map<Integer, List<Conflict>> conflicts(long id, List<Integer> numbers) {
    return numbers.isEmpty()
        ? Map.of()
        : CONFLICTS.with("id", id).with("numbers", numbers).list(database).stream()
            .collect(
                Collectors.groupingBy(
                    ConflictRow::rowNumber,
                    Collectors.mapping(ConflictRow::conflict, Collectors.toList())));
  }

  /// The record of a row as it is no part of a revision.
  ///
  /// @param baseReference its number, also where its words were written under another one
  public record Before(
      @Nullable String baseStage, @Nullable String baseParent, @Nullable String baseReference) {}

  /// What a row says, as it is staged.
  ///
  /// @param baseRevision the revision that it is compared with; 0 for a new record
  /// @param parent key of the section, or what the workbook names
  /// @param attributes as JSON
  public record Staged(
      int rowNumber,
      @Nullable RecordKey key,
      int baseRevision,
      @Nullable Before before,
      String stage,
      String parent,
      String attributes,
      @Nullable String place) {

    public ObjectNode json() {
      return StagedJson.object(attributes);
    }
  }

  /// What rows say, by their numbers.
  public Map<Integer, Staged> staged(long id, List<Integer> numbers) {
    return numbers.isEmpty()
        ? Map.of()
        : STAGED.with("id", id).with("numbers", numbers).list(database).stream()
            .collect(Collectors.toMap(Staged::rowNumber, Function.identity()));
  }

  private record StagedLink(int rowNumber, String type, String target, @Nullable String note) {}

  /// The links that rows say in words, by the numbers of the rows and the names of the links.
  public Map<Integer, Map<String, String>> links(long id, List<Integer> numbers) {
    Map<Integer, Map<String, String>> links = new HashMap<>();
    for (StagedLink link : LINKS.with("id", id).with("numbers", numbers).list(database)) {
      links
          .computeIfAbsent(link.rowNumber(), _ -> new HashMap<>())
          .merge(
              link.type(),
              StagedJson.link(link.target(), link.note()),
              (one, other) -> one + "; " + other);
    }
    return links;
  }

  /// Where records stand that rows of an import make or change, in the order of the outline.
  public List<RecordKey> sections(long id, int limit) {
    return SECTIONS.with("id", id).with("limit", limit).list(database);
  }

  /// Keys of records that no row names, in the order of the outline.
  public List<RecordKey> missing(long id, int limit) {
    return MISSING.with("id", id).with("limit", limit).list(database);
  }

  /// Removes the rows of an import, and what is in conflict in them.
  public void remove(long id) {
    REMOVE_CONFLICTS.with("id", id).run(database);
    REMOVE_LINKS.with("id", id).run(database);
    REMOVE_CHANGES.with("id", id).run(database);
  }
}
