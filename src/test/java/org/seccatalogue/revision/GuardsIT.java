package org.seccatalogue.revision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.revision.writing.Refusal;
import org.seccatalogue.testkit.Drafts;
import org.seccatalogue.testkit.TestDatabase;

/// What the database refuses, whoever writes; and what happens where it did not.
@QuarkusTest
@NullUnmarked
class GuardsIT {

  private static final ChangeNote NOTE = new ChangeNote("Metering drafter", "For a test");

  @Inject Revisions revisions;
  @Inject Outline outline;
  @Inject DataSource database;

  @ConfigProperty(name = "quarkus.flyway.default-schema")
  String schema;

  private StoredRecord outer;
  private StoredRecord inner;
  private StoredRecord meter;

  @BeforeEach
  void sectionsWithARequirement() {
    String number = "C." + ThreadLocalRandom.current().nextInt(1_000_000, 100_000_000);
    outer = made(section(number, null));
    inner = made(section(number + ".1", number));
    meter = made(Drafts.meter("Clock").below(number + ".1"));
  }

  private static Drafts section(String reference, String parent) {
    return Drafts.of("section").with("reference", reference).with("title", "S").below(parent);
  }

  private StoredRecord made(Drafts draft) {
    return ((SaveOutcome.Created) revisions.create(draft.draft(), NOTE)).record();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "a ring ; update record set parent = ':inner' where key = ':outer' ; BAD_PLACE",
        "a ring, with a path ; update record set parent = ':inner', path = (select path from record"
            + " where key = ':inner') || '.00000400' where key = ':outer' ; BAD_PLACE",
        "a record below itself ; update record set parent = key where key = ':meter' ; BAD_PLACE",
        "a path that leads elsewhere ; update record set path = '0fffffff' where key = ':meter'"
            + " ; BAD_PLACE",
        "a link to itself ; insert into link values (':meter', 'refines', ':meter', 1) ; BAD_LINK",
        "a link twice ; insert into link select source, type, target, target_revision from (values"
            + " (1), (2)) twice, (values (':meter', 'refines', ':outer', 1)) l (source, type,"
            + " target, target_revision) ; DUPLICATE",
        "an unknown stage ; update record set stage = 'LATER' where key = ':meter' ; UNKNOWN_CODE",
        "a revision at an unknown stage ; insert into revision select key, 99, 'LATER', content,"
            + " digest, made_at, made_by from revision where key = ':meter' ; UNKNOWN_CODE",
        "a reference twice ; update record set reference = (select reference from record where key"
            + " = ':outer') where key = ':inner' ; DUPLICATE"
      })
  void theDatabaseRefuses(String name, String sql, String code) throws SQLException {
    String statement =
        sql.replace(":outer", outer.key().toString())
            .replace(":inner", inner.key().toString())
            .replace(":meter", meter.key().toString());
    try (Connection connection = database.getConnection();
        Statement execution = connection.createStatement()) {
      assertThatThrownBy(() -> execution.execute(statement))
          .isInstanceOfSatisfying(
              SQLException.class,
              refused ->
                  assertThat(Refusal.of(refused).map(Finding::code).map(Enum::name))
                      .contains(code));
    }
  }

  /// Other programs write under search paths of their own.
  @Test
  void theGuardsStandWhateverTheSearchPath() throws SQLException {
    String record = schema + ".record where key = '" + meter.key() + "'";
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        statement.execute("set local search_path = pg_catalog");
        statement.executeUpdate("update " + record.replace(" where", " set stage = 'PEER' where"));
        statement.executeUpdate(
            "update " + record.replace(" where", " set path = path || '' where"));
        statement.executeUpdate(
            "insert into %1$s.revision select key, 99, stage, content, digest, made_at, made_by from %1$s.revision where key = '%2$s'"
                .formatted(schema, meter.key()));
        statement.execute("set constraints all immediate");
        assertThatThrownBy(
                () ->
                    statement.executeUpdate(
                        "update " + record.replace(" where", " set stage = 'LATER' where")))
            .isInstanceOfSatisfying(
                SQLException.class,
                refused -> assertThat(refused.getSQLState()).isEqualTo("23514"));
      } finally {
        connection.rollback();
      }
    }
  }

  @Test
  void everyTriggerFindsItsTablesItself() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet unguarded =
            statement.executeQuery(
                """
                select string_agg(p.oid::regprocedure::text, ', ') from pg_proc p
                join pg_namespace n on n.oid = p.pronamespace
                where p.prorettype = 'trigger'::regtype and n.nspname not like 'pg!_%' escape '!'
                  and not coalesce(array_to_string(p.proconfig, ','), '') like '%search!_path=%'
                  escape '!'
                """)) {
      assertThat(unguarded.next()).isTrue();
      assertThat(unguarded.getString(1)).isNull();
    }
  }

  /// A ring that an earlier version let in.
  @Test
  void everyWalkEndsOnADamagedOutline() throws SQLException {
    damage();

    assertThat(outline.above(meter.key()))
        .extracting(head -> head.key())
        .containsExactlyInAnyOrder(outer.key(), inner.key());
    for (RecordKey key : List.of(outer.key(), inner.key(), meter.key())) {
      given().get("/api/v1/records/" + key).then().statusCode(200);
      given().get("/records/" + key).then().statusCode(200);
    }
    given().get("/sections/" + outer.head().reference()).then().statusCode(200);
    given().get("/api/v1/outline").then().statusCode(200);
  }

  @Test
  void aRingIsMendedByMovingARecordOutOfIt() throws SQLException {
    damage();

    StoredRecord broken = revisions.find(outer.key()).orElseThrow();
    SaveOutcome outcome =
        revisions.save(
            broken.key(),
            broken.version(),
            section(outer.head().reference(), null).with("title", "S").draft(),
            NOTE);

    assertThat(outcome).isInstanceOf(SaveOutcome.Revised.class);
    assertThat(outline.above(meter.key()))
        .extracting(head -> head.key())
        .containsExactly(outer.key(), inner.key());
  }

  private void damage() throws SQLException {
    try (Connection owner = TestDatabase.asOwner();
        Statement statement = owner.createStatement()) {
      statement.execute("set search_path = " + schema);
      owner.setAutoCommit(false);
      statement.execute("alter table record disable trigger record_moves_in_outline");
      statement.executeUpdate(
          "update record set parent = '%s' where key = '%s'".formatted(inner.key(), outer.key()));
      statement.execute("set constraints all immediate");
      statement.execute("alter table record enable trigger record_moves_in_outline");
      owner.commit();
    }
  }
}
