package org.seccatalogue.baseline.freezing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Disclosure;
import org.seccatalogue.baseline.FreezeRequest;
import org.seccatalogue.baseline.Publication;
import org.seccatalogue.baseline.PublicationAction;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.baseline.Waiver;
import org.seccatalogue.baseline.publication.MarkOutcome;
import org.seccatalogue.baseline.signing.HashTree;
import org.seccatalogue.baseline.signing.Jws;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.finding.Severity;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.testkit.Catalogue;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class BaselinesIT {

  private static final Waiver PROVISIONAL =
      new Waiver("PROVISIONAL", null, "Policy is still open", "SMIP Programme");

  private static final Waiver NAMED =
      new Waiver("NAMES_OUTSIDE", "WSI-0002", "The key alone tells nothing", "STEG");

  @Inject Baselines baselines;
  @Inject Published published;
  @Inject PublishedRecords records;
  @Inject Revisions revisions;
  @Inject Catalogue catalogue;
  @Inject AgroalDataSource drafting;

  @Inject
  @DataSource("published")
  AgroalDataSource reading;

  @Test
  void tellsAllThatStandsAgainstABaseline() {
    GateReport report = report(request("SEC v0.00", List.of()));
    assertThat(report.passed()).isFalse();
    assertThat(report.marked()).isEqualTo(8);
    assertThat(report.lines())
        .containsExactly(
            new GateReport.Line(FindingCode.LINK_OUTSIDE, false, 6, 0),
            new GateReport.Line(FindingCode.NAMES_OUTSIDE, true, 1, 0),
            new GateReport.Line(FindingCode.PROVISIONAL, true, 11, 0));
    assertThat(report.findings())
        .contains(
            new Finding(
                Severity.ERROR,
                FindingCode.PROVISIONAL,
                new Place.OfRecord("CLS-0017", ""),
                "Charging methodology [statement]",
                "a title and binding words without square brackets and question marks"));
  }

  @Test
  void freezesNothingThatNobodyWaived() throws SQLException {
    assertThat(baselines.freeze(request("SEC v0.00", List.of())))
        .isInstanceOf(FreezeOutcome.Stopped.class);
    assertThat(published.find("sec-v0.00")).isEmpty();
    assertThat(
            column(
                reading,
                "select count(*) from entry where baseline not in"
                    + " (select number from baseline)"))
        .containsExactly("0");
    assertThat(column(drafting, "select count(*) from chosen")).containsExactly("0");
  }

  @Test
  void tellsAllThatIsWrongWithTheRequest() {
    FreezeRequest wrong =
        new FreezeRequest(
            "latest",
            LocalDate.of(2011, 11, 30),
            new Selection(
                List.of("C.99"), List.of("meter"), List.of("WITHDRAWN"), "GOOD", false, false),
            List.of(new Waiver("EMPTY", null, " ", "")),
            null,
            "Lead drafter",
            new Disclosure(List.of("*.kettle"), false));
    assertThat(baselines.freeze(wrong))
        .isInstanceOfSatisfying(
            FreezeOutcome.Rejected.class,
            rejected ->
                assertThat(rejected.findings())
                    .extracting(finding -> finding.place().text())
                    .containsExactly(
                        "/name",
                        "/selection/sections/0",
                        "/selection/types/0",
                        "/selection/stages/0",
                        "/selection/wanted",
                        "/disclosure/attributes/0",
                        "/waivers/0/code",
                        "/waivers/0/reason",
                        "/waivers/0/by"));
  }

  @Test
  void refusesWordsThatAreTurned() {
    FreezeRequest turned =
        new FreezeRequest(
            "SEC \u202ev1.0",
            LocalDate.of(2011, 11, 30),
            new Selection(List.of(), List.of(), List.of(), null, false, false),
            List.of(new Waiver("PROVISIONAL", null, "For \u206731 months", "SMIP")),
            "For \u202d31 months",
            "Lead drafter",
            new Disclosure(List.of(), false));

    assertThat(baselines.freeze(turned))
        .isInstanceOfSatisfying(
            FreezeOutcome.Rejected.class,
            rejected ->
                assertThat(rejected.findings())
                    .extracting(finding -> finding.place().text() + " " + finding.message())
                    .containsExactly(
                        "/name" + turned("SEC �v1.0", 5, "U+202E, right-to-left override"),
                        "/note" + turned("For �31 months", 5, "U+202D, left-to-right override"),
                        "/waivers/0/reason"
                            + turned("For �31 months", 5, "U+2067, right-to-left isolate")));
  }

  private static String turned(String found, int place, String letter) {
    return " Found “"
        + found
        + "”, expected text without characters that turn the direction of words; the one at place "
        + place
        + " is "
        + letter
        + ". Delete it, or type the text anew.";
  }

  @Test
  void freezesSignsAndPublishes() throws SQLException {
    Baseline baseline = freeze("SEC v0.01");
    assertThat(published.find("sec-v0.01")).contains(baseline);
    assertThat(published.find("latest")).map(Baseline::number).isPresent();
    assertThat(Jws.verify(baseline.signature(), Jws.Statement.MANIFEST, published.keys()))
        .isEqualTo(
            new Jws.Verdict.Genuine(published.jwks().keys().getFirst().kid(), baseline.manifest()));
    assertThat(baseline.manifest())
        .startsWith(
            "{\"by\":\"Lead drafter\",\"dated\":\"2011-11-30\",\"digest\":\"" + baseline.digest())
        .contains(
            "\"records\":296",
            "\"waivers\":[{\"by\":\"SMIP Programme\",\"code\":\"PROVISIONAL\","
                + "\"reason\":\"Policy is still open\"},{\"by\":\"STEG\","
                + "\"code\":\"NAMES_OUTSIDE\",\"key\":\"WSI-0002\","
                + "\"reason\":\"The key alone tells nothing\"}]");
    HashTree tree = new HashTree();
    List<PublishedRecord> all = records.inOrder(baseline, "", 1000);
    all.forEach(record -> tree.add(record.leaf()));
    assertThat(tree.root()).isEqualTo(baseline.digest());
    assertThat(all).hasSize(296);
    assertThat(column(reading, "select count(*) from entry where path !~ '^0000000[1-9]'"))
        .containsExactly("0");
  }

  @Test
  void publishesNoWordOfWhatIsLeftOut() throws SQLException {
    freeze("Leak v1");
    List<String> marked =
        column(
            drafting,
            "select key from record where attributes::text ~ '\\y(PROTECT|RESTRICTED|CIC)\\y'");
    assertThat(marked).hasSize(8);
    for (String key : marked) {
      for (String table : List.of("entry", "link", "baseline", "facet", "content")) {
        assertThat(column(reading, rowsWith(table, key))).as("%s in %s", key, table).isEmpty();
      }
    }
  }

  /// But for the words that were waived.
  private static String rowsWith(String table, String text) {
    return "select t::text from %s t where t::text like '%%%s%%' and t::text not like '%%As %s%%'"
        .formatted(table, text, "WSI-0001");
  }

  @Test
  void keepsWhatWasFrozenWhenTheDraftMovesOn() throws SQLException {
    Baseline first = freeze("Moves v1");
    StoredRecord record = revisions.find(RecordKey.of("ESM-0002")).orElseThrow();
    String before = column(reading, "select count(*) from content").getFirst();
    catalogue.rename(record, "Another title altogether");
    Baseline second = freeze("Moves v2");
    assertThat(records.find(first, "ESM-0002").orElseThrow().head().title())
        .isEqualTo(record.head().title());
    assertThat(records.find(second, "ESM-0002").orElseThrow().head().title())
        .isEqualTo("Another title altogether");
    assertThat(first.digest()).isNotEqualTo(second.digest());
    assertThat(column(reading, "select count(*) from content"))
        .containsExactly(String.valueOf(Integer.parseInt(before) + 1));
  }

  @Test
  void givesTheSameManifestForTheSameContent() {
    FreezeRequest request = request("Same", List.of(PROVISIONAL, NAMED));
    Baseline frozen = frozen(request);
    Baseline other =
        frozen(
            new FreezeRequest(
                "Same again",
                request.dated(),
                request.selection(),
                request.waivers(),
                request.note(),
                request.by(),
                request.disclosure()));
    assertThat(other.manifest().replace("Same again", "Same").replace("same-again", "same"))
        .isEqualTo(frozen.manifest());
  }

  /// What was found out of contents is only remembered: without it the same comes out.
  @Test
  void freezesTheSameWhetherItKnowsTheContentsOrNot() throws SQLException {
    Baseline first = freeze("Known v1");
    Baseline known = freeze("Known v2");
    assertThat(
            column(
                drafting,
                "with gone as (delete from known_content returning 1) select count(*) > 200"
                    + " from gone"))
        .containsExactly("t");
    Baseline forgotten = freeze("Known v3");
    assertThat(List.of(known.digest(), forgotten.digest())).containsOnly(first.digest());
    for (String table : List.of("entry", "link", "facet")) {
      assertThat(rows(table, known))
          .as(table)
          .isNotEmpty()
          .isEqualTo(rows(table, first))
          .isEqualTo(rows(table, forgotten));
    }
    assertThat(rows("facet", known)).isEqualTo(countedFacets(known));
  }

  private List<String> rows(String table, Baseline baseline) throws SQLException {
    return column(
        reading,
        "select (to_jsonb(t) - 'baseline')::text as row from %s t where baseline = %d order by 1"
            .formatted(table, baseline.number()));
  }

  private List<String> countedFacets(Baseline baseline) throws SQLException {
    return column(
        reading,
        """
        select jsonb_build_object('type', e.type, 'facet', f.facet, 'records', count(*))::text
        from entry e
        join content c on c.digest = e.digest
        cross join lateral (
          select unnest(c.facets)
          union all select 'stage=' || e.stage
          union all select 'type=' || e.type) f (facet)
        where e.baseline = %d group by e.type, f.facet order by 1
        """
            .formatted(baseline.number()));
  }

  /// As records of earlier versions may be: their stage stayed when their words changed.
  @Test
  void tellsOfAStageThatOtherWordsReached() throws SQLException {
    StoredRecord record = revisions.find(RecordKey.of("ESM-0005")).orElseThrow();
    catalogue.rename(record, "Words that nobody reviewed");
    execute(
        "quarkus.flyway",
        """
        set search_path = %1$s;
        insert into stage_move (key, revision, from_stage, to_stage, moved_at, moved_by)
        values ('ESM-0005', %2$d, 'DCG', 'APPROVED', now(), 'Reviewer');
        update record set stage = 'APPROVED' where key = 'ESM-0005';
        """
            .formatted(schema(), record.head().revision()));
    GateReport report = report(request("SEC v0.00", List.of()));
    assertThat(report.lines())
        .contains(new GateReport.Line(FindingCode.STAGE_NOT_REACHED, true, 1, 0));
    assertThat(report.findings())
        .contains(
            Finding.error(
                FindingCode.STAGE_NOT_REACHED,
                new Place.OfRecord("ESM-0005", ""),
                "Approved",
                "a stage that the present words reached; they are published at Draft"));
    execute(
        "quarkus.flyway",
        "set search_path = %s; update record set stage = 'DRAFT' where key = 'ESM-0005'"
            .formatted(schema()));
  }

  @Test
  void keepsARecordOfPublicationsChainedByHashes() {
    Baseline old = freeze("Chain v1");
    freeze("Chain v2");
    assertThat(
            baselines.mark(
                old.id(),
                PublicationAction.SUPERSEDED,
                "Errors in C.4",
                "chain-v2",
                "Lead drafter"))
        .isInstanceOf(MarkOutcome.Marked.class);
    assertThat(published.find("chain-v1"))
        .hasValueSatisfying(
            found -> {
              assertThat(found.state()).isEqualTo(PublicationAction.SUPERSEDED);
              assertThat(found.reason()).isEqualTo("Errors in C.4");
              assertThat(found.successor()).isEqualTo("chain-v2");
            });
    List<Publication> publications = published.publications(0, 1000);
    String previous = "0".repeat(64);
    for (int i = 0; i < publications.size(); i++) {
      Publication publication = publications.get(i);
      assertThat(publication.sequence()).isEqualTo(i + 1);
      assertThat(publication.previous()).isEqualTo(previous);
      assertThat(publication.hash()).isEqualTo(publication.expectedHash());
      previous = publication.hash();
    }
  }

  @Test
  void tellsAllThatIsWrongWithAnAct() {
    freeze("Act v1");
    assertThat(
            baselines.mark("act-v1", PublicationAction.SUPERSEDED, " ", "act-v1", "Lead drafter"))
        .isInstanceOfSatisfying(
            MarkOutcome.Rejected.class,
            rejected ->
                assertThat(rejected.findings())
                    .extracting(finding -> finding.place().text())
                    .containsExactly("/reason", "/successor"));
    assertThat(baselines.mark("act-v9", PublicationAction.WITHDRAWN, "Wrong", null, "Lead drafter"))
        .isEqualTo(new MarkOutcome.NotFound());
    assertThat(published.find("act-v1").orElseThrow().state())
        .isEqualTo(PublicationAction.PUBLISHED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update %s.entry set title = 'x'",
        "delete from %s.baseline",
        "update %s.publication set reason = 'x'",
        "insert into %s.facet values (1, 'section', 'x=y', 1)",
        "insert into %s.link values (1, 'ESM-0001', 'refines', 'ESM-0002', 1, 'SOUND', null)",
      })
  void letsNoRoleChangeWhatWasFrozen(String sql) {
    freeze("Fixed " + sql.hashCode());
    for (String user : List.of("quarkus.flyway", "quarkus.datasource")) {
      assertThatThrownBy(() -> execute(user, sql.formatted(setting("catalogue.published.schema"))))
          .isInstanceOfSatisfying(
              SQLException.class,
              e -> assertThat(e.getSQLState()).as(e.getMessage()).isIn("23001", "42501"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into %1$s.entry select 900, key, type, revision, stage, parent, path, reference,"
            + " title, provisional, natural_order, digest from %1$s.entry limit 1",
        "insert into %1$s.link values (900, 'ESM-0001', 'refines', 'ESM-0002', 1, 'SOUND', null)",
        "insert into %1$s.entry select 900, key, type, revision, stage, parent, path, reference,"
            + " title, provisional, natural_order, sha256('unknown') from %1$s.entry limit 1;"
            + " insert into %1$s.baseline select 900, 'no-words', 'No words', dated, records,"
            + " links, digest, schema_digest, manifest, signature from %1$s.baseline limit 1",
      })
  void letsNoRoleWriteHalfABaseline(String sql) {
    freeze("Whole " + sql.hashCode());
    for (String user : List.of("quarkus.flyway", "quarkus.datasource")) {
      assertThatThrownBy(() -> execute(user, sql.formatted(setting("catalogue.published.schema"))))
          .isInstanceOfSatisfying(
              SQLException.class,
              e -> assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo("23503"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"record", "revision", "link", "signing_key", "import", "chosen"})
  void letsTheRoleOfReadersSeeNothingOfTheDraft(String table) {
    assertThatThrownBy(() -> column(reading, "select * from " + schema() + "." + table))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }

  @Test
  void letsTheRoleOfReadersWriteNothing() {
    assertThatThrownBy(
            () -> column(reading, "insert into facet values (1, 'x', 'x=y', 1) returning 1"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(
            () ->
                column(
                    reading,
                    "with a as (select set_config('default_transaction_read_only','off',false))"
                        + " insert into facet select 1, 'x', 'x=y', 1 from a returning 1"))
        .isInstanceOf(SQLException.class);
  }

  private static String schema() {
    return setting("quarkus.flyway.default-schema");
  }

  private static String setting(String name) {
    return org.eclipse.microprofile.config.ConfigProvider.getConfig().getValue(name, String.class);
  }

  private Baseline freeze(String name) {
    return frozen(request(name, List.of(PROVISIONAL, NAMED)));
  }

  private Baseline frozen(FreezeRequest request) {
    return switch (baselines.freeze(request)) {
      case FreezeOutcome.Frozen(Baseline baseline) -> baseline;
      case FreezeOutcome.Stopped(GateReport report) -> throw new AssertionError(report);
      case FreezeOutcome.Rejected(List<Finding> findings) -> throw new AssertionError(findings);
    };
  }

  private GateReport report(FreezeRequest request) {
    return switch (baselines.gate(request)) {
      case GateOutcome.Reported(GateReport report) -> report;
      case GateOutcome.Rejected(List<Finding> findings) -> throw new AssertionError(findings);
    };
  }

  private static FreezeRequest request(String name, List<Waiver> waivers) {
    return new FreezeRequest(
        name,
        LocalDate.of(2011, 11, 30),
        Selection.ALL,
        waivers,
        "For the bid pack",
        "Lead drafter",
        Disclosure.NONE);
  }

  private static List<String> column(AgroalDataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  private static void execute(String user, String sql) throws SQLException {
    var config = org.eclipse.microprofile.config.ConfigProvider.getConfig();
    try (Connection connection =
            java.sql.DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue(user + ".username", String.class),
                config.getValue(user + ".password", String.class));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
