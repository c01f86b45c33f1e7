package org.seccatalogue.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.testkit.Drafts;
import org.seccatalogue.trace.Soundness;
import org.seccatalogue.trace.TracedLink;

@QuarkusTest
@NullUnmarked
class RevisionsIT {

  private static final ChangeNote NOTE = new ChangeNote("tester", "because");

  @Inject Revisions revisions;
  @Inject Outline outline;
  @Inject RecordSearch search;
  @Inject Traces traces;
  @Inject DataSource database;

  private String section;
  private String clause;

  @BeforeEach
  void twoHeadings() {
    int number = ThreadLocalRandom.current().nextInt(1_000_000, 100_000_000);
    section = "C." + number;
    clause = "A." + number;
    created(Drafts.of("section").with("reference", section).with("title", "Tests"));
    created(Drafts.of("clause").with("reference", clause).with("title", "Clause of tests"));
  }

  @Test
  void aNewRecordHasRevisionOne() {
    StoredRecord record =
        created(Drafts.meter("Clock").below(section).linked("derives_from", clause));

    assertThat(record.key().prefix()).isEqualTo("ESM");
    assertThat(record.version()).isEqualTo(new RecordVersion(1, 1));
    assertThat(record.stage()).isEqualTo("DRAFT");
    Revision first = revisions.at(record.key(), 1).orElseThrow();
    assertThat(first.content().attributes()).isEqualTo(record.attributes());
    assertThat(first.content().links()).isEqualTo(record.links());
    assertThat(first.madeBy()).isEqualTo("tester");
    assertThat(first.note()).isEqualTo("because");
    assertThat(first.digest()).hasSize(64);
  }

  @Test
  void theSameContentMakesNoRevision() {
    Drafts draft = Drafts.meter("Clock").below(section);
    StoredRecord record = created(draft);

    assertThat(revisions.save(record.key(), record.version(), draft.draft(), NOTE))
        .isEqualTo(new SaveOutcome.Unchanged(record));
    assertThat(revisions.history(record.key(), 99, 99)).hasSize(1);
  }

  @Test
  void aChangeMakesTheNextRevisionAndKeepsTheLast() {
    StoredRecord record = created(Drafts.meter("Clock").below(section));

    StoredRecord changed = revised(record, Drafts.meter("Better clock").below(section));

    assertThat(changed.version()).isEqualTo(new RecordVersion(2, 2));
    assertThat(changed.head().title()).isEqualTo("Better clock");
    assertThat(revisions.at(record.key(), 1).orElseThrow().content().attributes())
        .isEqualTo(record.attributes());
  }

  @Test
  void nobodysWorkIsOverwrittenUnseen() {
    StoredRecord record = created(Drafts.meter("Clock").below(section));
    StoredRecord hers = revised(record, Drafts.meter("Her clock").below(section));

    SaveOutcome his =
        revisions.save(
            record.key(), record.version(), Drafts.meter("His clock").below(section).draft(), NOTE);

    assertThat(his)
        .isInstanceOfSatisfying(
            SaveOutcome.Stale.class,
            stale -> {
              assertThat(stale.base().number()).isEqualTo(1);
              assertThat(stale.current()).isEqualTo(hers);
            });
    assertThat(revisions.find(record.key())).contains(hers);
  }

  @Test
  void everythingThatIsWrongIsFoundAtOnceAndNothingChanges() {
    StoredRecord record = created(Drafts.meter("Clock").below(section));

    SaveOutcome outcome =
        revisions.save(
            record.key(),
            record.version(),
            Drafts.meter("")
                .with("event_raised", "EVT-9999")
                .below("nowhere")
                .at("LATER")
                .linked("derives_from", record.key().toString())
                .linked("conflicts_with", clause)
                .linked("likes", clause)
                .draft(),
            NOTE);

    assertThat(((SaveOutcome.Rejected) outcome).findings())
        .extracting(f -> f.code() + " " + f.place().text())
        .containsExactly(
            "UNKNOWN_CODE /stage",
            "UNKNOWN_RECORD /parent",
            "MISSING_VALUE /attributes/title",
            "BAD_LINK /links/0/target",
            "MISSING_VALUE /links/1/note",
            "UNKNOWN_CODE /links/2/type");
    assertThat(revisions.find(record.key())).contains(record);
  }

  @Test
  void aReferenceIsUnique() {
    SaveOutcome second =
        revisions.create(
            Drafts.of("section").with("reference", section).with("title", "Again").draft(), NOTE);

    assertThat(((SaveOutcome.Rejected) second).findings())
        .singleElement()
        .satisfies(f -> assertThat(f.place().text()).isEqualTo("/attributes/reference"));
  }

  @Test
  void aLinkBecomesSuspectWhenItsTargetChangesAndSoundWhenConfirmed() {
    StoredRecord target = created(Drafts.meter("Target").below(section));
    Drafts draft = Drafts.meter("Source").below(section);
    StoredRecord source = created(draft.linked("refines", target.key().toString()));
    assertThat(soundness(source)).containsExactly(Soundness.SOUND);

    revised(target, Drafts.meter("Changed target").below(section));
    assertThat(soundness(source)).containsExactly(Soundness.SUSPECT);

    StoredRecord kept =
        revised(source, draft.with("rationale", "Why").linked("refines", target.key().toString()));
    assertThat(kept.links()).containsExactly(new Link("refines", target.key(), 1, null));
    assertThat(soundness(source)).containsExactly(Soundness.SUSPECT);

    revised(
        kept,
        draft
            .with("rationale", "Why")
            .linked(new LinkDraft("refines", target.key().toString(), 2, null)));
    assertThat(soundness(source)).containsExactly(Soundness.SOUND);
  }

  @Test
  void aTargetThatIsAsItWasIsNotSuspect() {
    StoredRecord target = created(Drafts.meter("Target").below(section));
    StoredRecord source =
        created(Drafts.meter("Source").below(section).linked("refines", target.key().toString()));

    StoredRecord changed = revised(target, Drafts.meter("Other").below(section));
    revised(changed, Drafts.meter("Target").below(section));

    assertThat(soundness(source)).containsExactly(Soundness.SOUND);
  }

  @Test
  void withdrawalKeepsTheRecordAndBreaksLinksToIt() {
    StoredRecord target = created(Drafts.meter("Target").below(section));
    StoredRecord source =
        created(Drafts.meter("Source").below(section).linked("refines", target.key().toString()));

    SaveOutcome outcome = revisions.withdraw(target.key(), target.version(), NOTE);

    assertThat(((SaveOutcome.Revised) outcome).record().stage()).isEqualTo("WITHDRAWN");
    assertThat(revisions.find(target.key()).orElseThrow().version())
        .isEqualTo(new RecordVersion(1, 2));
    assertThat(soundness(source)).containsExactly(Soundness.BROKEN);
    assertThat(traces.report(1000).suspects())
        .extracting(TracedLink::source)
        .extracting(head -> head.key())
        .contains(source.key());
  }

  @Test
  void recordsStandWhereTheyArePut() {
    StoredRecord first = created(Drafts.meter("First").below(section));
    StoredRecord third = created(Drafts.meter("Third").below(section));
    StoredRecord second =
        created(Drafts.meter("Second").below(section).after(first.key().toString()));
    assertThat(keysBelow(section)).containsExactly(first.key(), second.key(), third.key());

    revised(first, Drafts.meter("First").below(section).after(third.key().toString()));
    assertThat(keysBelow(section)).containsExactly(second.key(), third.key(), first.key());
  }

  @Test
  void manyRecordsFitBetweenTwo() {
    StoredRecord first = created(Drafts.meter("First").below(section));
    StoredRecord last = created(Drafts.meter("Last").below(section));
    List<RecordKey> expected = new ArrayList<>(List.of(first.key(), last.key()));
    for (int i = 0; i < 30; i++) {
      StoredRecord next =
          created(Drafts.meter("Next " + i).below(section).after(first.key().toString()));
      expected.add(1, next.key());
    }

    assertThat(keysBelow(section)).containsExactlyElementsOf(expected);
  }

  @Test
  void aSectionMovesWithAllThatStandsBelow() {
    StoredRecord inner =
        created(
            Drafts.of("section")
                .with("reference", section + ".1")
                .with("title", "In")
                .below(section));
    StoredRecord leaf = created(Drafts.meter("Leaf").below(section + ".1"));

    revised(
        inner,
        Drafts.of("section").with("reference", section + ".1").with("title", "In").below(clause));

    assertThat(keysBelow(section)).isEmpty();
    assertThat(keysBelow(clause)).containsExactly(inner.key(), leaf.key());
    assertThat(outline.above(leaf.key()))
        .extracting(h -> h.reference())
        .containsExactly(clause, section + ".1");
  }

  @Test
  void aSectionCannotStandBelowItself() {
    StoredRecord inner =
        created(
            Drafts.of("section")
                .with("reference", section + ".1")
                .with("title", "In")
                .below(section));
    StoredRecord outer = revisions.named(section).orElseThrow();

    SaveOutcome outcome =
        revisions.save(
            outer.key(),
            outer.version(),
            Drafts.of("section")
                .with("reference", section)
                .with("title", "Tests")
                .below(inner.key().toString())
                .draft(),
            NOTE);

    assertThat(((SaveOutcome.Rejected) outcome).findings())
        .extracting(f -> f.code() + " " + f.place().text())
        .containsExactly("BAD_PLACE /parent");
  }

  @Test
  void concurrentWritersGetKeysWithoutGaps() throws Exception {
    int before = created(Drafts.meter("Before").below(section)).key().number();
    List<Callable<StoredRecord>> work = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String title = "Writer " + i;
      work.add(() -> created(Drafts.meter(title).below(section)));
    }

    List<Integer> numbers = new ArrayList<>();
    try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
      for (Future<StoredRecord> record : writers.invokeAll(work)) {
        numbers.add(record.get().key().number());
      }
    }

    List<Integer> expected = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      expected.add(before + i);
    }
    assertThat(numbers).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(keysBelow(section)).hasSize(41).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update revision set note = 'changed'",
        "delete from revision",
        "truncate revision cascade",
        "delete from record",
        "update stage_move set note = 'changed'",
        "drop trigger revision_is_append_only on revision"
      })
  void theRoleOfTheApplicationCannotTouchHistory(String sql) throws SQLException {
    created(Drafts.meter("Clock").below(section));

    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void findsByTextKeySectionStageAndAttributePageByPage() {
    StoredRecord quiet = created(Drafts.meter("Quiet Zanzibar").below(section).with("fuel", "EG"));
    StoredRecord loud = created(Drafts.meter("Loud zanzibars").below(section));

    assertThat(found(new RecordQuery(null, section, null, "zanzibar", List.of(), null, 10)))
        .containsExactly(quiet.key(), loud.key());
    assertThat(found(new RecordQuery(null, null, null, loud.key().toString(), List.of(), null, 10)))
        .contains(loud.key());
    assertThat(
            found(
                new RecordQuery(
                    "electricity-meter-spec",
                    section,
                    "DRAFT",
                    null,
                    List.of(
                        new RecordQuery.AttributeFilter("fuel", "EG"),
                        new RecordQuery.AttributeFilter("interfaces", "WAN")),
                    null,
                    10)))
        .containsExactly(quiet.key());

    RecordPage.Page first = (RecordPage.Page) search.find(RecordQuery.below(section, null, 1));
    assertThat(first.records()).extracting(StoredRecord::key).containsExactly(quiet.key());
    assertThat(found(RecordQuery.below(section, first.next(), 1))).containsExactly(loud.key());
  }

  @Test
  void refusesAQueryThatMeansNothing() {
    RecordPage page =
        search.find(
            new RecordQuery(
                "cats",
                "nowhere",
                "LATER",
                null,
                List.of(new RecordQuery.AttributeFilter("colour", "red")),
                "x",
                10));

    assertThat(((RecordPage.Refused) page).findings())
        .extracting(f -> f.code() + " " + f.place().text())
        .containsExactly(
            "UNKNOWN_TYPE parameter “type”",
            "UNKNOWN_RECORD parameter “section”",
            "UNKNOWN_CODE parameter “stage”",
            "UNKNOWN_ATTRIBUTE parameter “attribute”",
            "BAD_VALUE parameter “cursor”");
  }

  private StoredRecord created(Drafts draft) {
    return created(revisions.create(draft.draft(), NOTE));
  }

  private static StoredRecord created(SaveOutcome outcome) {
    assertThat(outcome).isInstanceOf(SaveOutcome.Created.class);
    return ((SaveOutcome.Created) outcome).record();
  }

  private StoredRecord revised(StoredRecord record, Drafts draft) {
    SaveOutcome outcome = revisions.save(record.key(), record.version(), draft.draft(), NOTE);
    assertThat(outcome).isInstanceOf(SaveOutcome.Revised.class);
    return ((SaveOutcome.Revised) outcome).record();
  }

  private List<Soundness> soundness(StoredRecord source) {
    return traces.from(source.key()).stream().map(TracedLink::soundness).toList();
  }

  private List<RecordKey> keysBelow(String reference) {
    return found(RecordQuery.below(reference, null, 200));
  }

  private List<RecordKey> found(RecordQuery query) {
    return ((RecordPage.Page) search.find(query))
        .records().stream().map(StoredRecord::key).toList();
  }
}
