package org.seccatalogue.freezing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.FreezeRequest;
import org.seccatalogue.baseline.freezing.GateReport;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;

/// The table of what was asked to be frozen, within the transaction of the caller.
@ApplicationScoped
class FreezingStore {

  private static final Query<Long> ADD =
      Query.of(
          Long.class,
          "insert into freezing (request) values (cast(:request as jsonb)) returning id");
  private static final Query<Row> FIND =
      Query.of(
          Row.class,
          "select cast(request as text) as request, cast(report as text) as report, baseline"
              + " from freezing where id = :id");
  private static final Query<Long> LAST =
      Query.of(Long.class, "select id from freezing order by id desc limit :limit");
  private static final Command FROZEN =
      Command.of("update freezing set baseline = :baseline where id = :id");
  private static final Command STOPPED =
      Command.of("update freezing set report = cast(:report as jsonb) where id = :id");

  private final Session database;
  private final ObjectMapper json;

  FreezingStore(Session database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /// What was asked, and what came of it.
  ///
  /// @param report what stopped it, without the findings, which its job has
  /// @param baseline id of what was frozen
  record Entry(FreezeRequest request, @Nullable GateReport report, @Nullable String baseline) {

    Optional<GateReport> stopped() {
      return Optional.ofNullable(report);
    }

    Optional<String> frozen() {
      return Optional.ofNullable(baseline);
    }
  }

  private record Row(String request, @Nullable String report, @Nullable String baseline) {}

  long add(FreezeRequest request) {
    return ADD.with("request", text(request)).only(database);
  }

  Optional<Entry> find(long id) {
    return FIND.with("id", id).first(database).map(this::entry);
  }

  private Entry entry(Row row) {
    return new Entry(
        read(row.request(), FreezeRequest.class),
        row.report() == null ? null : read(row.report(), GateReport.class),
        row.baseline());
  }

  /// Those that were asked for last, newest first.
  List<Long> last(int limit) {
    return LAST.with("limit", limit).list(database);
  }

  void frozen(long id, String baseline) {
    FROZEN.with("id", id).with("baseline", baseline).run(database);
  }

  void stopped(long id, GateReport report) {
    STOPPED.with("id", id).with("report", text(report.with(List.of()))).run(database);
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the table of freezings holds what is none", e);
    }
  }
}
