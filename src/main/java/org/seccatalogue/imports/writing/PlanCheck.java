package org.seccatalogue.imports.writing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.plan.rows.RowPlace;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.RecordNames;
import org.seccatalogue.revision.RecordVersion;
import org.seccatalogue.sql.Query;

/// Whether a plan may be applied: all is decided, and the catalogue is as it was when it was made.
public final class PlanCheck {

  private static final int BATCH = 2000;
  private static final int MOST = 1000;

  /// A row that cannot be applied, and why.
  ///
  /// @param found empty where that is its record
  private record Wrong(
      String sheet, int sheetRow, @Nullable RecordKey key, String found, String expected) {}

  private static final Query<Wrong> UNDECIDED =
      Query.of(
          Wrong.class,
          """
          select sheet, sheet_row, key, '' as found,
            'a decision between what the catalogue says and what the row says' as expected
          from import_change c
          where c.import_id = :id and c.outcome = 'CONFLICT' and c.chosen and exists (
            select 1 from import_conflict u where u.import_id = c.import_id
              and u.row_number = c.row_number and u.choice = 'UNDECIDED')
          order by row_number limit :most
          """);

  private static final Query<Wrong> BELOW_LEFT_OUT =
      Query.of(
          Wrong.class,
          """
          select c.sheet, c.sheet_row, c.key, n.title as found,
            'row ' || n.sheet_row || ' of “' || n.sheet
              || '” to be applied too: this one stands below it' as expected
          from import_change c
          join import_change n on n.import_id = c.import_id and n.row_number = c.parent_row
          where c.import_id = :id and c.chosen and c.outcome in ('NEW', 'CHANGED', 'CONFLICT')
            and n.outcome = 'NEW' and not n.chosen
          order by c.row_number limit :most
          """);

  private static final Query<Wrong> NAMES_LEFT_OUT =
      Query.of(
          Wrong.class,
          """
          select sheet, sheet_row, key, found, expected from (
            select distinct c.sheet, c.sheet_row, c.key, n.title as found,
              'row ' || n.sheet_row || ' of “' || n.sheet
                || '” to be applied too: this one names it' as expected, c.row_number
            from import_change c
            join import_link l on l.import_id = c.import_id and l.row_number = c.row_number
            join import_change n on n.import_id = c.import_id and n.row_number = l.target_row
            where c.import_id = :id and c.chosen and c.outcome in ('NEW', 'CHANGED', 'CONFLICT')
              and n.outcome = 'NEW' and not n.chosen) named
          order by row_number limit :most
          """);

  /// A row with the record that it changes, or is to make.
  private record Planned(
      int rowNumber, String sheet, int sheetRow, RecordKey key, @Nullable Long baseVersion) {}

  private static final Query<Planned> WITH_KEYS =
      Query.of(
          Planned.class,
          """
          select row_number, sheet, sheet_row, key, base_version from import_change
          where import_id = :id and chosen and outcome <> 'SAME' and key is not null
            and key > :after
          order by key limit :batch
          """);

  /// A row that makes a record, with what tells that there is one already.
  private record Made(int rowNumber, String sheet, int sheetRow, String type, String identity) {}

  private static final Query<Made> WITH_IDENTITY =
      Query.of(
          Made.class,
          """
          select row_number, sheet, sheet_row, type, identity from import_change
          where import_id = :id and chosen and outcome = 'NEW' and identity is not null
            and row_number > :after
          order by row_number limit :batch
          """);

  private final long importId;
  private final BulkLookup lookup;
  private final RecordNames names;
  private final Session database;

  public PlanCheck(long importId, WritingDoor door) {
    this.importId = importId;
    this.lookup = door.lookup();
    this.names = door.names();
    this.database = door.database();
  }

  /// The rows that wait for a decision, and those that need a row that is left out.
  public List<Finding> undecided() {
    List<Finding> findings = new ArrayList<>();
    find(UNDECIDED, FindingCode.UNDECIDED, findings);
    find(BELOW_LEFT_OUT, FindingCode.LEFT_OUT, findings);
    find(NAMES_LEFT_OUT, FindingCode.LEFT_OUT, findings);
    return findings;
  }

  private void find(Query<Wrong> query, FindingCode code, List<Finding> findings) {
    List<Wrong> wrong = query.with("id", importId).with("most", MOST).list(database);
    Function<RecordKey, String> called =
        names.of(wrong.stream().flatMap(one -> Stream.ofNullable(one.key())).toList());
    wrong.stream()
        .map(
            one ->
                Finding.error(
                    code,
                    RowPlace.of(one.sheet(), one.sheetRow(), Objects.toString(one.key(), null)),
                    one.found().isEmpty() && one.key() != null
                        ? called.apply(one.key())
                        : one.found(),
                    one.expected()))
        .forEach(findings::add);
  }

  /// The rows whose records are not as they were when the plan was made. All records that the plan
  /// names are held until the transaction ends.
  public List<Finding> moved() {
    List<Finding> findings = new ArrayList<>();
    String after = "";
    List<Planned> rows =
        WITH_KEYS.with("id", importId).with("after", after).with("batch", BATCH).list(database);
    while (!rows.isEmpty()) {
      compare(rows, findings);
      after = rows.getLast().key().toString();
      rows =
          WITH_KEYS.with("id", importId).with("after", after).with("batch", BATCH).list(database);
    }
    return findings;
  }

  private void compare(List<Planned> rows, List<Finding> findings) {
    Map<RecordKey, RecordVersion> held = lookup.hold(rows.stream().map(Planned::key).toList());
    for (Planned row : rows) {
      RecordVersion now = held.get(row.key());
      Long then = row.baseVersion();
      if (findings.size() < MOST && !Objects.equals(now == null ? null : now.version(), then)) {
        findings.add(
            moved(
                row.sheet(),
                row.sheetRow(),
                row.key(),
                then == null
                    ? "no such record, as when the plan was made"
                    : "the record as it was when the plan was made"));
      }
    }
  }

  private Finding moved(String sheet, int row, RecordKey key, String expected) {
    return Finding.error(
        FindingCode.MOVED, RowPlace.of(sheet, row, key.toString()), names.of(key), expected);
  }

  /// The new rows that say what a record says by now. There was none when the plan was made.
  public List<Finding> overtaken() {
    List<Finding> findings = new ArrayList<>();
    each(rows -> overtaken(rows, findings));
    return findings;
  }

  private void each(Consumer<List<Made>> work) {
    int after = 0;
    List<Made> rows = made(after);
    while (!rows.isEmpty()) {
      work.accept(rows);
      after = rows.getLast().rowNumber();
      rows = made(after);
    }
  }

  private List<Made> made(int after) {
    return WITH_IDENTITY
        .with("id", importId)
        .with("after", after)
        .with("batch", BATCH)
        .list(database);
  }

  private void overtaken(List<Made> rows, List<Finding> findings) {
    Collection<String> types = rows.stream().map(Made::type).distinct().toList();
    for (String type : types) {
      Map<String, List<RecordKey>> found =
          lookup.containing(
              type,
              rows.stream().filter(row -> row.type().equals(type)).map(Made::identity).toList());
      rows.stream()
          .filter(row -> row.type().equals(type) && findings.size() < MOST)
          .forEach(
              row ->
                  found.getOrDefault(row.identity(), List.of()).stream()
                      .findFirst()
                      .map(
                          key ->
                              moved(
                                  row.sheet(),
                                  row.sheetRow(),
                                  key,
                                  "no such record, as when the plan was made"))
                      .ifPresent(findings::add));
    }
  }
}
