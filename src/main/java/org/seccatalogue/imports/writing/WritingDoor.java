package org.seccatalogue.imports.writing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.Session;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.RecordNames;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.StoredRecords;
import org.seccatalogue.revision.numbering.FormerReferences;
import org.seccatalogue.revision.writing.DraftWriter;
import org.seccatalogue.rules.KnownRecords;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;

/// What applying and undoing need of the catalogue: to look it up in batches, and to write it in
/// the one way.
@ApplicationScoped
public class WritingDoor {

  private record Spot(String sheet, int sheetRow) {}

  private static final Query<Spot> SPOT =
      Query.of(
          Spot.class,
          "select sheet, sheet_row from import_change"
              + " where import_id = :id and row_number = :row");

  /// Remembers where records stood that move in the outline, to put them back there.
  private static final Command KEEP_PLACES =
      Command.of(
          """
          update import_change c set base_parent = nullif(p.parent, ''), base_position = p.position
          from unnest(cast(:keys as text[]), cast(:parents as text[]),
            cast(:positions as integer[])) p (key, parent, position)
          where c.import_id = :id and c.key = p.key and c.chosen and c.outcome = 'CHANGED'
          """);

  /// Whether rows put records into other sections.
  private static final Query<Boolean> MOVES =
      Query.of(
          Boolean.class,
          """
          select exists (select from import_change
            where import_id = :id and chosen and outcome in ('CHANGED', 'CONFLICT')
              and 'section' = any(changed))
          """);

  /// Rows that were to put records where they stood already by then.
  private static final Command DID_NOTHING =
      Command.of(
          """
          update import_change set outcome = 'SAME', changed = '{}'
          where import_id = :id and key = any(:keys) and chosen and outcome = 'CHANGED'
            and changed = '{place}'
          """);

  private static final Command NOTE_EDITORIAL =
      Command.of("update import set editorial = :editorial where id = :id");

  private static final Query<Boolean> EDITORIAL =
      Query.of(Boolean.class, "select editorial from import where id = :id");

  /// Rows may exchange references; whether two records have one is checked with all else.
  private static final Command EXCHANGE = Command.of("set constraints record_reference deferred");

  private static final Command CHECK_ALL = Command.of("set constraints all immediate");

  private final CatalogueSchema schema;
  private final BulkLookup lookup;
  private final StoredRecords known;
  private final RecordNames names;
  private final FormerReferences former;
  private final DraftWriter writer;
  private final Session database;

  WritingDoor(
      CatalogueSchema schema,
      BulkLookup lookup,
      StoredRecords known,
      RecordNames names,
      FormerReferences former,
      DraftWriter writer,
      Session database) {
    this.schema = schema;
    this.lookup = lookup;
    this.known = known;
    this.names = names;
    this.former = former;
    this.writer = writer;
    this.database = database;
  }

  CatalogueSchema schema() {
    return schema;
  }

  BulkLookup lookup() {
    return lookup;
  }

  RecordNames names() {
    return names;
  }

  /// Those of records that have references which others had before.
  List<StoredRecord> withPassedReferences(Collection<RecordKey> keys) {
    Collection<StoredRecord> records = lookup.records(keys).values();
    Map<String, Set<String>> had =
        former.keys(records.stream().map(record -> record.head().name()).toList());
    return records.stream()
        .filter(
            record ->
                had.getOrDefault(record.head().name(), Set.of()).stream()
                    .anyMatch(key -> !key.equals(record.key().toString())))
        .toList();
  }

  KnownRecords forWriting() {
    return known.forWriting();
  }

  /// The stages that those of the records left that wait.
  Map<RecordKey, String> stagesLeft(Collection<StoredRecord> records) {
    List<RecordKey> waiting =
        records.stream()
            .filter(record -> schema.workflow().isSide(record.stage()))
            .map(StoredRecord::key)
            .toList();
    return waiting.isEmpty() ? Map.of() : forWriting().stagesLeft(waiting);
  }

  /// Findings with what people call records in place of their keys.
  ///
  /// @param written names of records that rows make, by the keys that these would get
  List<Finding> called(List<Finding> findings, Map<String, String> written) {
    Function<RecordKey, String> name =
        names.of(findings.stream().flatMap(finding -> key(finding).stream()).toList());
    return findings.stream()
        .map(
            finding ->
                key(finding)
                    .map(
                        key ->
                            Objects.requireNonNullElseGet(
                                written.get(key.toString()), () -> name.apply(key)))
                    .map(finding::quoting)
                    .orElse(finding))
        .toList();
  }

  private static Optional<RecordKey> key(Finding finding) {
    return Optional.ofNullable(finding.found()).flatMap(RecordKey::parse);
  }

  DraftWriter writer() {
    return writer;
  }

  /// Lets records exchange references until all is checked.
  void letExchange() {
    EXCHANGE.run(database);
  }

  Session database() {
    return database;
  }

  /// What people call a row of an import.
  String nameOf(long importId, int number) {
    return SPOT.with("id", importId)
        .with("row", number)
        .first(database)
        .map(spot -> "row %d of “%s”".formatted(spot.sheetRow(), spot.sheet()))
        .orElse("another row");
  }

  void keepPlaces(long importId, List<RecordHead> heads) {
    if (!heads.isEmpty()) {
      KEEP_PLACES
          .with("id", importId)
          .with("keys", heads.stream().map(head -> head.key().toString()).toList())
          .with("parents", heads.stream().map(WritingDoor::parent).toList())
          .with("positions", heads.stream().map(RecordHead::position).toList())
          .run(database);
    }
  }

  /// Holds the moves of records, before any record is held, where an import moves some.
  public void holdMoves(long importId) {
    if (MOVES.with("id", importId).only(database)) {
      writer.holdMoves();
    }
  }

  /// Notes of rows that they did nothing, so that nothing is there to undo.
  void didNothing(long importId, List<RecordKey> keys) {
    if (!keys.isEmpty()) {
      DID_NOTHING
          .with("id", importId)
          .with("keys", keys.stream().map(RecordKey::toString).toList())
          .run(database);
    }
  }

  private static String parent(RecordHead head) {
    return head.parent() == null ? "" : head.parent().toString();
  }

  /// Has the database check now what it would check at the end of the transaction.
  void checkAll() {
    CHECK_ALL.run(database);
  }

  /// Notes whether the new words of an import mean the same, for the job that applies it.
  public void noteEditorial(long importId, boolean editorial) {
    NOTE_EDITORIAL.with("id", importId).with("editorial", editorial).run(database);
  }

  public boolean isEditorial(long importId) {
    return EDITORIAL.with("id", importId).only(database);
  }
}
