package org.seccatalogue.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Content;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.history.History;
import org.seccatalogue.revision.history.HistoryEvent;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.testkit.BadDraft;
import org.seccatalogue.testkit.BadDraftWorld;
import org.seccatalogue.testkit.BadDrafts;
import org.seccatalogue.testkit.Door;
import org.seccatalogue.testkit.Drafts;
import org.seccatalogue.testkit.TestDatabase;
import org.seccatalogue.workbook.Layouts;

/// What no other door lets in comes back by no undo: neither what an earlier version, or earlier
/// record types, had let in, nor what has become wrong since the import.
@QuarkusTest
@NullUnmarked
class UndoDoorIT {

  private static final ChangeNote NOTE = new ChangeNote("Metering drafter", "Wrong workbook");
  private static final List<String> TABLES =
      List.of("record", "revision", "link", "stage_move", "place_move", "key_counter", "import");

  private static final String OF_ROW = " where import_id = ? and key = ?";

  @Inject CatalogueSchema schema;
  @Inject BadDraftWorld world;
  @Inject Imports imports;
  @Inject Revisions revisions;
  @Inject History history;
  @Inject DataSource database;

  @ConfigProperty(name = "quarkus.flyway.default-schema")
  String drafting;

  @TempDir Path folder;

  private String number;

  @BeforeEach
  void makeTheRecords() {
    world.make();
    number = "C." + ThreadLocalRandom.current().nextInt(1_000_000, 100_000_000);
  }

  static Stream<BadDraft> badDrafts() {
    return BadDrafts.all().stream().filter(bad -> !bad.cannotSay().contains(Door.UNDO));
  }

  @ParameterizedTest
  @MethodSource("badDrafts")
  void whatIsBadComesBackByNoUndo(BadDraft bad) throws Exception {
    Drafts asked = world.asked(bad);
    StoredRecord subject = bad.isNew() ? fresh(asked) : world.subject(bad);
    ImportRun run = applied(asked.type(), retitled(subject));
    leaveBehind(run, subject, asked);

    assertNothingIsUndone(run, bad.code().name());
  }

  private StoredRecord fresh(Drafts asked) {
    Drafts sound =
        asked.type().equals("section")
            ? section(number, asked.parent())
            : Drafts.meter("New").below(world.resolved("{inner}"));
    return record(created(sound));
  }

  private Map<String, String> retitled(StoredRecord subject) {
    String title = subject.type().playing(AttributeRole.TITLE).map(Attribute::label).orElseThrow();
    return Map.of("Key", subject.key().toString(), title, "Retitled " + number);
  }

  /// What the record said before the import, as an earlier version may have left it.
  private void leaveBehind(ImportRun run, StoredRecord subject, Drafts asked) throws SQLException {
    String content =
        new Content(
                asked.type(),
                subject.parent(),
                Attributes.stored(asked.attributes()),
                asked.links().stream().map(this::link).toList())
            .canonical();
    boolean moved = !Objects.equals(key(asked.parent()), text(subject.parent()));
    try (Connection owner = TestDatabase.asOwner();
        Statement statement = owner.createStatement()) {
      statement.execute("set search_path = " + drafting);
      owner.setAutoCommit(false);
      statement.execute("alter table revision disable trigger user");
      run(
          owner,
          "update revision set content = ? where key = ? and number = ?",
          content,
          subject.key().toString(),
          subject.version().revision());
      statement.execute("alter table revision enable trigger user");
      String said =
          subject
              .type()
              .playing(AttributeRole.REFERENCE)
              .map(reference -> asked.attributes().path(reference.name()).asText(null))
              .orElse(null);
      if (said != null) {
        run(
            owner,
            "update import_change set base_reference = ?" + OF_ROW,
            said,
            run.id(),
            subject.key().toString());
      }
      if (moved) {
        run(
            owner,
            "update import_change set base_parent = ?, base_position = 1" + OF_ROW,
            key(asked.parent()),
            run.id(),
            subject.key().toString());
      }
      if (asked.stage() != null) {
        run(
            owner,
            "update import_change set base_stage = ?" + OF_ROW,
            asked.stage(),
            run.id(),
            subject.key().toString());
      }
      owner.commit();
    }
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private Link link(LinkDraft asked) {
    Integer revision = asked.targetRevision();
    return new Link(
        asked.type(),
        RecordKey.of(key(asked.target())),
        revision == null ? 1 : revision,
        asked.note());
  }

  private String key(String name) {
    return name == null
        ? null
        : revisions.named(name).map(record -> record.key().toString()).orElse(name);
  }

  private static String text(RecordKey key) {
    return key == null ? null : key.toString();
  }

  @Test
  void aSectionBelowWhichItsOldParentStandsNow() throws Exception {
    String parent = created(section(number, null));
    String moved = created(section(number + ".1", number));
    String elsewhere = created(section(number + ".2", null));
    ImportRun run = applied("section", Map.of("Key", moved, "Section", number + ".2"));
    save(parent, draft -> draft.below(moved));

    assertNothingIsUndone(run, "BAD_PLACE");
    assertThat(record(moved).parent()).hasToString(elsewhere);
  }

  @Test
  void aSectionBelowTheChildOfWhichItsOldParentStandsNow() throws Exception {
    String parent = created(section(number, null));
    String moved = created(section(number + ".1", number));
    String child = created(section(number + ".1.a", number + ".1"));
    created(section(number + ".2", null));
    ImportRun run = applied("section", Map.of("Key", moved, "Section", number + ".2"));
    save(parent, draft -> draft.below(child));

    assertNothingIsUndone(run, "BAD_PLACE");
  }

  @Test
  void anOldReferenceThatASectionHasTakenSince() throws Exception {
    String renamed = created(section(number, null));
    ImportRun run = applied("section", Map.of("Key", renamed, "reference", number + ".9"));
    created(section(number, null));

    assertNothingIsUndone(run, "DUPLICATE");
  }

  @Test
  void anOldReferenceThatAClauseHasTakenSince() throws Exception {
    String renamed = created(section(number, null));
    ImportRun run = applied("section", Map.of("Key", renamed, "reference", number + ".9"));
    created(Drafts.of("clause").with("reference", number).with("title", "A clause"));

    assertNothingIsUndone(run, "DUPLICATE");
  }

  @Test
  void anOldUniqueValueThatAnotherRecordHasTakenSince() throws Exception {
    StoredRecord event = record(key(world.resolved("{key of event}")));
    String code = event.attributes().json().path("event_code").asText();
    ImportRun run =
        applied("event-definition", Map.of("Key", event.key().toString(), "event_code", "0x8F01"));
    save(world.resolved("{key of event2}"), draft -> draft.with("event_code", code));

    assertNothingIsUndone(run, "DUPLICATE");
  }

  @Test
  void aNewRecordIsNotWithdrawnWithoutAReason() throws Exception {
    ImportRun run = applied("section", Map.of("reference", number, "title", "New by workbook"));
    List<String> before = dump();

    assertThat(refused(imports.undo(run.id(), new ChangeNote("Metering drafter", " "))))
        .contains("MISSING_VALUE");
    assertThat(dump()).isEqualTo(before);
  }

  /// Links to what has been withdrawn since are allowed, through every door.
  @Test
  void aLinkToWhatHasBeenWithdrawnSinceComesBack() throws Exception {
    String target =
        created(Drafts.of("clause").with("reference", number).with("title", "A clause"));
    String source =
        created(
            Drafts.meter("Source").below(world.resolved("{inner}")).linked("derives_from", number));
    ImportRun run =
        applied("electricity-meter-spec", Map.of("Key", source, "derives_from", "B.1.1"));
    StoredRecord clause = record(target);
    revisions.withdraw(clause.key(), clause.version(), NOTE);

    assertThat(imports.undo(run.id(), NOTE)).isInstanceOf(UndoOutcome.Undone.class);
    assertThat(record(source).links())
        .extracting(link -> link.target().toString())
        .containsExactly(target);
  }

  @Test
  void aWithdrawalComesBackWithItsOwnReason() throws Exception {
    String inner = world.resolved("{inner}");
    StoredRecord record = record(created(Drafts.meter("Old").below(inner)));
    StoredRecord next = record(created(Drafts.meter("Next").below(inner)));
    ChangeNote why = new ChangeNote("Metering drafter", "The true reason");
    revisions.withdraw(record.key(), record.version(), next.key().toString(), why);
    ImportRun run =
        applied("electricity-meter-spec", Map.of("Key", record.key().toString(), "Stage", "Draft"));

    assertThat(imports.undo(run.id(), NOTE)).isInstanceOf(UndoOutcome.Undone.class);
    HistoryEvent.StageChanged told = history.withdrawals(List.of(record.key())).get(record.key());
    assertThat(told.by().note()).isEqualTo(why);
    assertThat(told.replacement()).isEqualTo(next.key());
  }

  /// Rows are undone from the last to the first: what stands in a section comes back before it.
  @Test
  void aSectionAndWhatStandsInItComeBackTogether() throws Exception {
    StoredRecord section = record(created(section(number, null)));
    StoredRecord child = record(created(section(number + ".1", number)));
    Path file =
        Layouts.write(
            folder.resolve("together.xlsx"),
            new Layouts.Named(
                "section",
                List.of(
                    List.of("Key", "Stage"),
                    List.of(section.key().toString(), "Withdrawn"),
                    List.of(child.key().toString(), "Withdrawn"))));
    ImportRun run = ((PlanOutcome.Planned) imports.plan("together.xlsx", file, "", NOTE)).run();
    imports.choose(run.id(), List.of(1), true);
    assertThat(imports.apply(run.id(), NOTE)).isInstanceOf(ApplyOutcome.Moved.class);
    imports.choose(run.id(), List.of(1, 2), true);
    assertThat(imports.apply(run.id(), NOTE)).isInstanceOf(ApplyOutcome.Applied.class);
    assertThat(record(section.key().toString()).stage()).isEqualTo("WITHDRAWN");

    assertThat(imports.undo(run.id(), NOTE)).isInstanceOf(UndoOutcome.Undone.class);
    assertThat(record(section.key().toString()).stage()).isEqualTo("DRAFT");
    assertThat(record(child.key().toString()).stage()).isEqualTo("DRAFT");
  }

  private void assertNothingIsUndone(ImportRun run, String code) throws SQLException {
    List<String> before = dump();

    assertThat(refused(imports.undo(run.id(), NOTE))).contains(code);
    assertThat(dump()).isEqualTo(before);
    assertThat(imports.find(run.id()).orElseThrow().state()).isEqualTo(ImportState.APPLIED);
  }

  private static List<String> refused(UndoOutcome outcome) {
    return ((UndoOutcome.BuiltOn) outcome)
        .findings().stream().map(Finding::code).map(Enum::name).toList();
  }

  private static Drafts section(String reference, String parent) {
    return Drafts.of("section")
        .with("reference", reference)
        .with("title", "Section " + reference)
        .below(parent);
  }

  private String created(Drafts draft) {
    return ((SaveOutcome.Created) revisions.create(draft.draft(), NOTE)).record().key().toString();
  }

  private StoredRecord record(String key) {
    return revisions.find(RecordKey.of(key)).orElseThrow();
  }

  private void save(String key, UnaryOperator<Drafts> change) {
    StoredRecord record = record(key);
    Drafts now =
        new Drafts(
            record.type().name(),
            text(record.parent()),
            PlaceWish.NONE,
            null,
            record.attributes().json(),
            List.of());
    assertThat(revisions.save(record.key(), record.version(), change.apply(now).draft(), NOTE))
        .isInstanceOf(SaveOutcome.Revised.class);
  }

  private ImportRun applied(String type, Map<String, String> cells) throws IOException {
    Path file =
        Layouts.write(
            folder.resolve("undone.xlsx"),
            new Layouts.Named(
                type, List.of(List.copyOf(cells.keySet()), List.copyOf(cells.values()))));
    ImportRun run = ((PlanOutcome.Planned) imports.plan("undone.xlsx", file, "", NOTE)).run();
    assertThat(imports.apply(run.id(), NOTE)).isInstanceOf(ApplyOutcome.Applied.class);
    return run;
  }

  /// All that is drafted, table by table.
  private List<String> dump() throws SQLException {
    List<String> dump = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        try (ResultSet row =
            statement.executeQuery(
                "select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by"
                    + " md5(t::text))), '') from "
                    + table
                    + " t")) {
          row.next();
          dump.add(table + " " + row.getString(1));
        }
      }
    }
    return dump;
  }
}
