package org.seccatalogue.revision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.revision.writing.DraftWriter;
import org.seccatalogue.revision.writing.DraftWriting;
import org.seccatalogue.revision.writing.RecordChange;
import org.seccatalogue.rules.Slot;
import org.seccatalogue.rules.StageCourse;
import org.seccatalogue.schema.CatalogueSchema;

/// Among 30,000 records a page is found by indexes: the database itself tells what it read.
@QuarkusTest
@NullUnmarked
class ManyRecordsIT {

  private static final int MANY = 30_000;
  private static final int PAGE = 50;
  private static final int FEW = 500;

  @Inject RecordSearch search;
  @Inject BulkLookup lookup;
  @Inject Session database;
  @Inject CatalogueSchema schema;
  @Inject Revisions revisions;
  @Inject DraftWriter writer;

  @BeforeEach
  void manyRecords() {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .createNativeMutationQuery(
                        """
                        insert into record (key, type, parent, position, path, title, stage,
                          revision, version, attributes, changed_at)
                        select 'ESM-' || 500000 + n, r.type, r.parent, 500000 + n,
                          left(r.path, -8) || lpad(to_hex(500000 + n), 8, '0'),
                          'Copy ' || n, r.stage, 1, 1,
                          r.attributes || jsonb_build_object('title', 'Copy ' || n), r.changed_at
                        from record r, generate_series(1, :many) n where r.key = 'ESM-0001'
                          and not exists (select 1 from record where key = 'ESM-500001')
                        """)
                    .setParameter("many", MANY)
                    .executeUpdate());
    QuarkusTransaction.requiringNew()
        .run(() -> database.createNativeMutationQuery("call settle_records()").executeUpdate());
  }

  static Stream<Arguments> queries() {
    return Stream.of(
        Arguments.of("everything", query(null, null, null, null), PAGE),
        Arguments.of("a type", query("electricity-meter-spec", null, null, null), PAGE),
        Arguments.of("a rare type", query("wan-protocol", null, null, null), 2),
        Arguments.of("a section", query(null, "C.4.1.a", null, null), PAGE),
        Arguments.of("a stage", query(null, null, "APPROVED", null), 5),
        Arguments.of("a word", query(null, null, null, "misuse"), 1),
        Arguments.of("a key", query(null, null, null, "esm-529999"), 1),
        Arguments.of("words in a section", query(null, "C.4.1.a", null, "Copy 29999"), 1),
        Arguments.of(
            "an attribute",
            new RecordQuery(
                "electricity-meter-spec",
                null,
                null,
                null,
                List.of(new RecordQuery.AttributeFilter("title", "Copy 29999")),
                null,
                PAGE),
            1));
  }

  private static RecordQuery query(
      @Nullable String type,
      @Nullable String section,
      @Nullable String stage,
      @Nullable String text) {
    return new RecordQuery(type, section, stage, text, List.of(), null, PAGE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("queries")
  void aPageIsFoundByAnIndex(String name, RecordQuery query, int found) {
    Reads reads =
        reads(
            () -> {
              RecordPage.Page page = (RecordPage.Page) search.find(query);
              assertThat(page.records()).as(name).hasSize(found);
            });
    assertThat(reads).satisfies(Reads::areFew);
  }

  @Test
  void theLastPageReadsNoMoreThanTheFirst() {
    Reads reads =
        reads(
            () -> {
              String cursor = null;
              int pages = 0;
              do {
                RecordQuery query =
                    new RecordQuery(
                        "electricity-meter-spec", "C.4.1.a", null, null, List.of(), cursor, 5000);
                RecordPage.Page page = (RecordPage.Page) search.find(query);
                cursor = page.next();
                pages++;
              } while (cursor != null);
              assertThat(pages).isEqualTo(MANY / 5000 + 1);
            });
    assertThat(reads.rows()).isLessThan(MANY + 1000L);
  }

  /// Each is written once for its place and once for its version, however many they are.
  @Test
  void manyArePutFirstInOneGo() {
    RecordKey parent = revisions.find(RecordKey.of("ESM-0001")).orElseThrow().parent();
    List<RecordChange> changes =
        IntStream.rangeClosed(1, FEW)
            .mapToObj(
                n ->
                    new RecordChange(
                        new RecordKey("ESM", 500_000 + n),
                        schema.typeOf("electricity-meter-spec"),
                        parent,
                        new Slot.First(),
                        Attributes.stored(JsonNodeFactory.instance.objectNode()),
                        List.of(),
                        1,
                        StageCourse.STAYS))
            .toList();
    QuarkusTransaction.begin();
    long before = updated();
    DraftWriting writing = writer.begin(new ChangeNote("tester", null));
    writing.write(changes);
    writing.end();
    long updates = updated() - before;
    QuarkusTransaction.rollback();
    assertThat(updates).isEqualTo(2L * FEW);
  }

  private long updated() {
    return (Long)
        database
            .createNativeQuery(
                "select n_tup_upd from pg_stat_xact_user_tables"
                    + " where schemaname = current_schema() and relname = 'record'",
                Object.class)
            .getSingleResult();
  }

  @Test
  void rowsOfAWorkbookAreMatchedByAnIndex() {
    String object = "{\"title\":\"Copy 15000\"}";
    Reads reads =
        reads(
            () ->
                assertThat(lookup.containing("electricity-meter-spec", List.of(object)))
                    .hasEntrySatisfying(
                        object, keys -> assertThat(keys.toString()).isEqualTo("[ESM-515000]")));
    assertThat(reads).satisfies(Reads::areFew);
  }

  /// How often the records were read from end to end, and how many were fetched.
  private record Reads(long scans, long rows) {
    void areFew() {
      assertThat(scans).as("sequential scans").isZero();
      assertThat(rows).as("rows read").isLessThan(500L);
    }

    Reads since(Reads before) {
      return new Reads(scans - before.scans, rows - before.rows);
    }
  }

  /// What some work reads. The server counts for a connection, not for a transaction, and passes on
  /// what it counted once in a while: the difference within one transaction is what it did.
  private Reads reads(Runnable work) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Reads before = counted();
              work.run();
              return counted().since(before);
            });
  }

  private Reads counted() {
    Object[] row =
        database
            .createNativeQuery(
                "select seq_scan, idx_tup_fetch from pg_stat_xact_user_tables"
                    + " where schemaname = current_schema() and relname = 'record'",
                Object[].class)
            .getSingleResult();
    return new Reads((Long) row[0], (Long) row[1]);
  }
}
