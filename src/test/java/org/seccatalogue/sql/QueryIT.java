package org.seccatalogue.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.testkit.TestDatabase;

/// Rows become the same records through a session and through a connection.
@QuarkusTest
@NullUnmarked
class QueryIT {

  private static final Instant MOMENT = Instant.parse("2026-11-28T10:15:30.123456Z");

  @Inject Session session;
  @Inject DataSource source;

  @ConfigProperty(name = "quarkus.flyway.default-schema")
  String schema;

  enum Colour {
    RED,
    GREEN
  }

  record Inner(@Nullable Instant at, @Nullable LocalDate dated) {}

  record Row(
      RecordKey key,
      Colour colour,
      int number,
      @Nullable Long rowCount,
      boolean on,
      List<String> words,
      @Nullable Inner inner,
      @Nullable String missing) {}

  private static final Query<Row> ROWS =
      Query.of(
          Row.class,
          """
          select true as on, 'ESM-0012' as key, 'a'':x' || cast(:text as text) as unread,
            cast(:colour as text) as colour, cast(:number as bigint) as number,
            cast(:count as bigint) as row_count, cast(:words as text[]) as words,
            cast(:at as timestamptz) as at, cast(:dated as date) as dated,
            cast(:missing as text) as missing
          """);

  private static Query<Row> full() {
    return ROWS.with("text", "it's ?")
        .with("colour", Colour.GREEN)
        .with("number", 7)
        .with("count", 5_000_000_000L)
        .with("words", List.of("a", "b, c"))
        .with("at", MOMENT)
        .with("dated", LocalDate.of(2026, 11, 28))
        .with("missing", "here");
  }

  private <T> List<T> both(Query<T> query) throws SQLException {
    List<T> inSession = QuarkusTransaction.requiringNew().call(() -> query.list(session));
    try (Connection connection = source.getConnection()) {
      assertThat(query.list(connection)).isEqualTo(inSession);
    }
    return inSession;
  }

  @Test
  void aRowBecomesARecordByTheNamesOfItsColumns() throws Exception {
    assertThat(both(full()))
        .containsExactly(
            new Row(
                RecordKey.of("ESM-0012"),
                Colour.GREEN,
                7,
                5_000_000_000L,
                true,
                List.of("a", "b, c"),
                new Inner(MOMENT, LocalDate.of(2026, 11, 28)),
                "here"));
  }

  @Test
  void whatIsNotThereIsNullAndARecordOfNothingIsAbsent() throws Exception {
    assertThat(
            both(
                full()
                    .with("count", null)
                    .with("at", null)
                    .with("dated", null)
                    .with("missing", null)
                    .with("words", List.of())))
        .containsExactly(
            new Row(RecordKey.of("ESM-0012"), Colour.GREEN, 7, null, true, List.of(), null, null));
  }

  @Test
  void nothingFitsAColumnOfAnyType() throws Exception {
    asOwner(
        "create table holder (a integer, b timestamptz, c text, d bytea, e text[], f boolean)",
        "grant insert on holder to public");
    Command insert = Command.of("insert into holder values (:a, :b, :c, :d, :e, :f)");
    for (String name : List.of("a", "b", "c", "d", "e", "f")) {
      insert = insert.with(name, null);
    }
    Command nothing = insert;
    try (Connection connection = source.getConnection()) {
      assertThat(QuarkusTransaction.requiringNew().call(() -> nothing.run(session))).isEqualTo(1);
      assertThat(nothing.run(connection)).isEqualTo(1);
    } finally {
      asOwner("drop table holder");
    }
  }

  private void asOwner(String... statements) throws SQLException {
    try (Connection owner = TestDatabase.asOwner();
        Statement statement = owner.createStatement()) {
      statement.execute("set search_path = " + schema);
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  @Test
  void aColumnAloneIsAValue() throws Exception {
    assertThat(both(Query.of(Integer.class, "select count(*) from (values (1), (2)) v")))
        .containsExactly(2);
    assertThat(
            both(Query.of(Colour.class, "select 'RED' union all select 'GREEN' order by 1 desc")))
        .containsExactly(Colour.RED, Colour.GREEN);
    assertThat(both(Query.of(String.class, "select cast(null as text)")))
        .isEqualTo(Arrays.asList((String) null));
    Query<byte[]> bytes =
        Query.of(byte[].class, "select b from unnest(cast(:all as bytea[])) b order by b")
            .with("all", List.of("b".getBytes(StandardCharsets.UTF_8), new byte[] {0}));
    assertThat(QuarkusTransaction.requiringNew().call(() -> bytes.list(session)))
        .containsExactly(new byte[] {0}, "b".getBytes(StandardCharsets.UTF_8));
    try (Connection connection = source.getConnection()) {
      assertThat(bytes.first(connection)).contains(new byte[] {0});
    }
  }

  @Test
  void rowsComeAFewAtATime() throws Exception {
    List<List<Integer>> batches = new ArrayList<>();
    try (Connection connection = source.getConnection()) {
      Query.of(Integer.class, "select n from generate_series(1, :end) n")
          .with("end", 5)
          .each(connection, 2, batches::add);
    }
    assertThat(batches).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
  }

  @Test
  void aValueNeedsAPlaceAndAPlaceAValue() {
    Query<Integer> query = Query.of(Integer.class, "select cast(:number as integer)");
    assertThatIllegalArgumentException().isThrownBy(() -> query.with("other", 1));
    assertThatIllegalStateException()
        .isThrownBy(
            () -> {
              try (Connection connection = source.getConnection()) {
                query.list(connection);
              }
            });
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .call(() -> Query.of(Integer.class, "select 1 where false").only(session)));
  }
}
