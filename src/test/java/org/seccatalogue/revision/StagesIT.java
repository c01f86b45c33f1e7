package org.seccatalogue.revision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.revision.history.History;
import org.seccatalogue.revision.history.HistoryEvent;
import org.seccatalogue.revision.history.HistoryPage;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.testkit.Catalogue;
import org.seccatalogue.testkit.Drafts;
import org.seccatalogue.testkit.TestDatabase;
import org.seccatalogue.trace.Soundness;

/// A stage belongs to the words that reached it; place and order are history, and no words.
@QuarkusTest
@NullUnmarked
class StagesIT {

  private static final ChangeNote NOTE = new ChangeNote("Metering drafter", "Because");

  @Inject CatalogueSchema schema;
  @Inject Revisions revisions;
  @Inject History history;
  @Inject Traces traces;
  @Inject Catalogue catalogue;

  @ConfigProperty(name = "quarkus.flyway.default-schema")
  String schemaName;

  private String section;
  private String other;

  @BeforeEach
  void twoSections() {
    section = "C." + ThreadLocalRandom.current().nextInt(1_000_000, 100_000_000);
    other = section + ".z";
    heading(section);
    heading(other);
  }

  private void heading(String reference) {
    revisions.create(
        Drafts.of("section").with("reference", reference).with("title", "Tests").draft(), NOTE);
  }

  private StoredRecord meter(String title) {
    return catalogue.record(schema.typeOf("electricity-meter-spec"), title, section, List.of());
  }

  private static Drafts draft(StoredRecord record) {
    return new Drafts(
        record.type().name(),
        record.parent().toString(),
        PlaceWish.NONE,
        null,
        record.attributes().json(),
        record.links().stream()
            .map(l -> new LinkDraft(l.type(), l.target().toString(), l.targetRevision(), l.note()))
            .toList());
  }

  private StoredRecord saved(StoredRecord record, Drafts draft) {
    return saved(record, draft, false);
  }

  private StoredRecord saved(StoredRecord record, Drafts draft, boolean editorial) {
    SaveOutcome outcome =
        revisions.save(record.key(), record.version(), draft.draft(), editorial, NOTE);
    assertThat(outcome).isInstanceOf(SaveOutcome.Revised.class);
    return ((SaveOutcome.Revised) outcome).record();
  }

  private StoredRecord approved(String title) {
    StoredRecord record = meter(title);
    for (String stage : List.of("PEER", "SG3", "DCG", "PROG", "APPROVED")) {
      record = saved(record, draft(record).at(stage));
    }
    return record;
  }

  /// The history, oldest first, in short.
  private List<String> told(StoredRecord record) {
    List<String> told = new ArrayList<>();
    history.of(record.key(), null, 100).events().reversed().forEach(event -> told.add(told(event)));
    return told;
  }

  private static String told(HistoryEvent event) {
    return switch (event) {
      case HistoryEvent.Revised r -> "revision " + r.number() + " " + r.stage() + " " + r.making();
      case HistoryEvent.StageChanged s -> s.kind() + " " + s.from() + " " + s.to();
      case HistoryEvent.Moved m ->
          m.isReordering()
              ? "moved from " + m.from().after() + " to " + m.to().after()
              : "moved " + m.from().section() + " " + m.to().section();
      case HistoryEvent.Renumbered r -> "renumbered " + r.from() + " " + r.to();
    };
  }

  @Test
  void newWordsFallBackAndAreTold() {
    StoredRecord approved = approved("Clock");
    assertThat(approved.stage()).isEqualTo("APPROVED");
    assertThat(approved.version()).isEqualTo(new RecordVersion(1, 6));

    StoredRecord changed = saved(approved, draft(approved).with("title", "Better clock"));

    assertThat(changed.stage()).isEqualTo("DRAFT");
    assertThat(changed.version()).isEqualTo(new RecordVersion(2, 7));
    assertThat(told(changed))
        .containsExactly(
            "revision 1 DRAFT EDIT",
            "MOVE DRAFT PEER",
            "MOVE PEER SG3",
            "MOVE SG3 DCG",
            "MOVE DCG PROG",
            "MOVE PROG APPROVED",
            "revision 2 DRAFT EDIT",
            "FALL APPROVED DRAFT");
  }

  @Test
  void aHistoryIsReadPageByPage() {
    StoredRecord approved = approved("Clock");
    List<HistoryEvent> all = history.of(approved.key(), null, 100).events();
    List<HistoryEvent> read = new ArrayList<>();
    String cursor = null;
    do {
      HistoryPage page = history.of(approved.key(), cursor, 2);
      read.addAll(page.events());
      cursor = page.next();
    } while (cursor != null);

    assertThat(read).hasSize(6).isEqualTo(all);
  }

  @Test
  void anEditorialChangeKeepsTheStage() {
    StoredRecord peer = meter("Clock");
    peer = saved(peer, draft(peer).at("PEER"));

    StoredRecord changed = saved(peer, draft(peer).with("title", "Clock."), true);

    assertThat(changed.stage()).isEqualTo("PEER");
    assertThat(told(changed))
        .containsExactly("revision 1 DRAFT EDIT", "MOVE DRAFT PEER", "revision 2 PEER EDITORIAL");
  }

  @Test
  void aWaitingRecordReturnsToTheStageThatItLeft() {
    StoredRecord record = meter("Clock");
    for (String stage : List.of("PEER", "SG3", "BLOCKED", "PARKED")) {
      record = saved(record, draft(record).at(stage));
    }

    assertThat(history.stagesAfter(record))
        .extracting(stage -> stage.code())
        .containsExactly("SG3", "BLOCKED", "WITHDRAWN");
    assertThat(saved(record, draft(record).at("SG3")).stage()).isEqualTo("SG3");
  }

  @Test
  void anEditorialChangeOfAWaitingRecordKeepsItsWayBack() {
    StoredRecord record = meter("Clock");
    record = saved(record, draft(record).at("BLOCKED"));
    record = saved(record, draft(record).with("title", "Other words"), true);

    assertThat(history.stagesAfter(record))
        .extracting(stage -> stage.code())
        .containsExactly("DRAFT", "PARKED", "WITHDRAWN");
  }

  @Test
  void aConfirmedLinkIsNoNewWording() {
    StoredRecord target = meter("Target");
    StoredRecord source = meter("Source");
    source = saved(source, draft(source).linked("refines", target.key().toString()));
    source = saved(source, draft(source).at("PEER"));
    saved(target, draft(target).with("title", "Other target"));

    StoredRecord confirmed =
        saved(
            source,
            new Drafts(
                source.type().name(),
                section,
                PlaceWish.NONE,
                null,
                source.attributes().json(),
                List.of(new LinkDraft("refines", target.key().toString(), 2, null))));

    assertThat(confirmed.stage()).isEqualTo("PEER");
    assertThat(confirmed.version().revision()).isEqualTo(3);
  }

  @Test
  void aMoveIsAnEventAndNoRevision() {
    StoredRecord target = approved("Target");
    StoredRecord source = meter("Source");
    source = saved(source, draft(source).linked("refines", target.key().toString()));

    StoredRecord moved = saved(target, draft(target).below(other));

    assertThat(moved.stage()).isEqualTo("APPROVED");
    assertThat(moved.version()).isEqualTo(new RecordVersion(1, 7));
    assertThat(traces.from(source.key()))
        .extracting(link -> link.soundness())
        .containsExactly(Soundness.SOUND);
    assertThat(told(moved)).endsWith("moved " + section + " " + other);
    assertThat(history.of(moved.key(), null, 1).events().getFirst().by().note()).isEqualTo(NOTE);
  }

  @Test
  void aRecordIsPutFirstBeforeAndAfter() {
    StoredRecord one = meter("One");
    StoredRecord two = meter("Two");
    StoredRecord three = meter("Three");

    three = saved(three, draft(three).at(PlaceWish.FIRST));
    one = saved(one, draft(one).at(PlaceWish.before(two.key().toString())).with("title", "1"));
    two = saved(two, draft(two).at(PlaceWish.after(three.key().toString())));

    assertThat(told(three)).endsWith("moved from " + two.key() + " to null");
    assertThat(told(two)).endsWith("moved from " + one.key() + " to " + three.key());
    // It stood there already: new words alone.
    assertThat(told(one)).containsExactly("revision 1 DRAFT EDIT", "revision 2 DRAFT EDIT");
    SaveOutcome again =
        revisions.save(
            two.key(),
            two.version(),
            draft(two).at(PlaceWish.after(three.key().toString())).draft(),
            NOTE);
    assertThat(again).isEqualTo(new SaveOutcome.Unchanged(two));
  }

  /// An earlier version let the words of a record change at any stage.
  @Test
  void aStageThatTheWordsDidNotReachIsNotShown() throws SQLException {
    StoredRecord record = approved("Clock");
    record = saved(record, draft(record).with("title", "Better clock"));
    asBefore("update record set stage = 'APPROVED' where key = '" + record.key() + "'");
    asBefore("delete from stage_move where kind = 'FALL' and key = '" + record.key() + "'");

    assertThat(history.stagesReached(List.of(record.key())))
        .containsExactly(Map.entry(record.key(), "DRAFT"));
    given()
        .get("/api/v1/records/" + record.key())
        .then()
        .body("stage", equalTo("APPROVED"))
        .body("stageReached", equalTo("DRAFT"));
    given()
        .get("/records/" + record.key())
        .then()
        .body(
            containsString(
                "The wording was changed after this record had been moved to Approved. It has"
                    + " reached Draft."));
    given()
        .get("/api/v1/specifications/" + section + ".html")
        .then()
        .statusCode(200)
        .body(containsString("<li class=\"sec-badge-stage\">Draft</li>"))
        .body(not(containsString("<li class=\"sec-badge-stage\">Approved</li>")));

    StoredRecord found = revisions.find(record.key()).orElseThrow();
    StoredRecord moved = saved(found, draft(found).at("DRAFT"));
    assertThat(moved.stage()).isEqualTo("DRAFT");
    assertThat(history.stagesReached(List.of(record.key()))).isEmpty();
  }

  private void asBefore(String statement) throws SQLException {
    try (Connection owner = TestDatabase.asOwner();
        Statement execution = owner.createStatement()) {
      execution.execute("set search_path = " + schemaName);
      execution.execute("alter table stage_move disable trigger user");
      execution.execute(statement);
      execution.execute("alter table stage_move enable trigger user");
    }
  }

  @Test
  void aWithdrawalTellsWhyAndWhatReplacesIt() {
    StoredRecord old = meter("Old");
    StoredRecord next = meter("Next");

    StoredRecord withdrawn =
        ((SaveOutcome.Revised)
                revisions.withdraw(old.key(), old.version(), next.key().toString(), NOTE))
            .record();

    HistoryEvent.StageChanged why = history.withdrawals(List.of(old.key())).get(old.key());
    assertThat(why.by().note()).isEqualTo(NOTE);
    assertThat(why.replacement()).isEqualTo(next.key());
    StoredRecord back = saved(withdrawn, draft(withdrawn).at("DRAFT"));
    assertThat(told(back))
        .containsExactly(
            "revision 1 DRAFT EDIT", "WITHDRAWAL DRAFT WITHDRAWN", "MOVE WITHDRAWN DRAFT");
  }

  @Test
  void aSecondWithdrawalGivesAnotherReason() {
    StoredRecord old = meter("Old");
    StoredRecord next = meter("Next");
    StoredRecord once = withdrawn(old, null, NOTE);

    ChangeNote better = new ChangeNote("Metering drafter", "The other one says it better");
    StoredRecord twice = withdrawn(once, next.key().toString(), better);

    assertThat(twice.version()).isEqualTo(new RecordVersion(1, 3));
    HistoryEvent.StageChanged why = history.withdrawals(List.of(old.key())).get(old.key());
    assertThat(why.by().note()).isEqualTo(better);
    assertThat(why.replacement()).isEqualTo(next.key());
    assertThat(told(twice))
        .containsExactly(
            "revision 1 DRAFT EDIT",
            "WITHDRAWAL DRAFT WITHDRAWN",
            "WITHDRAWAL WITHDRAWN WITHDRAWN");
    given()
        .get("/records/" + old.key() + "/withdraw")
        .then()
        .statusCode(200)
        .body(containsString("Withdrawal of " + old.key()))
        .body(containsString("The other one says it better"))
        .body(containsString("value=\"" + next.key() + "\""));
    given()
        .get("/records/" + old.key())
        .then()
        .body(containsString("Withdrawn, with another reason or replacement"));
  }

  private StoredRecord withdrawn(StoredRecord record, String replacement, ChangeNote note) {
    SaveOutcome outcome = revisions.withdraw(record.key(), record.version(), replacement, note);
    assertThat(outcome).isInstanceOf(SaveOutcome.Revised.class);
    return ((SaveOutcome.Revised) outcome).record();
  }

  @Test
  void twoRecordsDoNotReplaceEachOther() throws Exception {
    for (int pair = 0; pair < 4; pair++) {
      StoredRecord one = meter("One");
      StoredRecord two = meter("Two");
      CyclicBarrier together = new CyclicBarrier(2);
      try (ExecutorService both = Executors.newFixedThreadPool(2)) {
        List<Future<SaveOutcome>> outcomes =
            both.invokeAll(List.of(replacing(together, one, two), replacing(together, two, one)));
        List<SaveOutcome> answers = List.of(outcomes.get(0).get(), outcomes.get(1).get());

        assertThat(answers).filteredOn(SaveOutcome.Revised.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(SaveOutcome.Rejected.class::isInstance).hasSize(1);
      }
    }
  }

  private Callable<SaveOutcome> replacing(
      CyclicBarrier together, StoredRecord record, StoredRecord by) {
    return () -> {
      together.await();
      return revisions.withdraw(record.key(), record.version(), by.key().toString(), NOTE);
    };
  }

  @Test
  void aSectionIsWithdrawnAfterWhatStandsInIt() {
    StoredRecord child = meter("Child");
    StoredRecord parent = revisions.named(section).orElseThrow();
    StoredRecord beside = revisions.named(other).orElseThrow();

    SaveOutcome refused = revisions.withdraw(parent.key(), parent.version(), NOTE);
    assertThat(((SaveOutcome.Rejected) refused).findings())
        .extracting(f -> f.code() + " " + f.place().text() + " " + f.found() + ", " + f.expected())
        .containsExactly(
            "BAD_STAGE /stage Withdrawn, a stage in which the record stays proposed, as long as "
                + child.key()
                + " stands below it");
    StoredRecord gone = withdrawn(child, null, NOTE);
    StoredRecord ended = withdrawn(parent, null, NOTE);

    SaveOutcome back =
        revisions.save(gone.key(), gone.version(), draft(gone).at("DRAFT").draft(), NOTE);
    assertThat(((SaveOutcome.Rejected) back).findings())
        .extracting(f -> f.code() + " " + f.place().text())
        .containsExactly("BAD_PLACE /parent");
    saved(
        ended, Drafts.of("section").with("reference", section).with("title", "Tests").at("DRAFT"));
    assertThat(saved(gone, draft(gone).at("DRAFT")).stage()).isEqualTo("DRAFT");
    assertThat(beside.stage()).isEqualTo("DRAFT");
  }

  /// Of a section that is withdrawn, and a record that comes into it at the same time, one stays.
  @Test
  void nothingComesIntoASectionThatIsJustBeingWithdrawn() throws Exception {
    for (int pair = 0; pair < 4; pair++) {
      heading(section + ".w" + pair);
      StoredRecord parent = revisions.named(section + ".w" + pair).orElseThrow();
      Drafts child = Drafts.meter("Late").below(section + ".w" + pair);
      CyclicBarrier together = new CyclicBarrier(2);
      try (ExecutorService both = Executors.newFixedThreadPool(2)) {
        List<Future<SaveOutcome>> outcomes =
            both.invokeAll(
                List.of(
                    () -> {
                      together.await();
                      return revisions.withdraw(parent.key(), parent.version(), NOTE);
                    },
                    () -> {
                      together.await();
                      return revisions.create(child.draft(), NOTE);
                    }));
        assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get()))
            .filteredOn(SaveOutcome.Rejected.class::isInstance)
            .hasSize(1);
      }
    }
  }

  @Test
  void whatWaitsIsJudgedByTheStageThatItLeft() {
    StoredRecord record = meter("Clock");
    for (String stage : List.of("PEER", "SG3", "DCG", "PROG", "BLOCKED")) {
      record = saved(record, draft(record).at(stage));
    }

    given()
        .get("/api/v1/records/" + record.key())
        .then()
        .body("newWords.stage", equalTo("DRAFT"))
        .body("newWords.editorialKeeps", equalTo(false));
    given()
        .get("/records/" + record.key() + "/edit")
        .then()
        .body(containsString("Blocked: new wording returns this record to Draft."));
  }

  /// An earlier version let words change while their record waited, whatever it had left.
  @Test
  void whatWasEditedWhileItWaitedReturnsToDraft() throws SQLException {
    StoredRecord record = meter("Clock");
    for (String stage : List.of("PEER", "SG3", "DCG", "PROG", "BLOCKED")) {
      record = saved(record, draft(record).at(stage));
    }
    asBefore(
        "insert into revision (key, number, stage, content, digest, made_at, made_by, note, making)"
            + " select key, 2, 'BLOCKED', content, digest, made_at, made_by, note, 'EDITORIAL'"
            + " from revision where key = '"
            + record.key()
            + "'");
    asBefore("update record set revision = 2 where key = '" + record.key() + "'");

    StoredRecord found = revisions.find(record.key()).orElseThrow();
    assertThat(history.stagesAfter(found))
        .extracting(stage -> stage.code())
        .containsExactly("DRAFT", "PARKED", "WITHDRAWN");
  }

  @Test
  void whatIsSupersededHasAReasonAndAWayBack() {
    StoredRecord approved = approved("Clock");
    SaveOutcome silent =
        revisions.save(
            approved.key(),
            approved.version(),
            draft(approved).at("SUPERSEDED").draft(),
            new ChangeNote("Metering drafter", " "));
    assertThat(((SaveOutcome.Rejected) silent).findings())
        .extracting(f -> f.code() + " " + f.place().text())
        .containsExactly("MISSING_VALUE /note");

    StoredRecord superseded = saved(approved, draft(approved).at("SUPERSEDED"));

    assertThat(history.withdrawals(List.of(approved.key())).get(approved.key()).by().note())
        .isEqualTo(NOTE);
    given()
        .get("/records/" + approved.key())
        .then()
        .body(containsString("This record was superseded."))
        .body(containsString("Because"))
        .body(containsString("/edit?stage=DRAFT"))
        .body(not(containsString("/edit\"")));
    assertThat(saved(superseded, draft(superseded).at("DRAFT")).stage()).isEqualTo("DRAFT");
  }
}
