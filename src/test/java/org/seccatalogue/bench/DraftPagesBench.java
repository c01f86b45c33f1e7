package org.seccatalogue.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.testkit.ExampleData;
import org.seccatalogue.testkit.TestDatabase;

/// `make bench`: what each page of the draft takes with many records and as many staged rows.
///
/// `-Dbench.draft=100000` sets how many. Each page is asked for one at a time, and the median
/// counts.
@Tag("bench")
@QuarkusTest
@TestProfile(DraftPagesBench.Example.class)
@QuarkusTestResource(TestDatabase.class)
@NullUnmarked
@SuppressWarnings("InlineFormatString") // the statements are long
class DraftPagesBench {

  /// The example catalogue, from which the records are made.
  public static final class Example extends ExampleData {}

  private static final int SIZE = Integer.getInteger("bench.draft", 100_000);
  private static final int TIMES = 21;
  private static final double AIM = 50;
  private static final Path RESULT = Path.of("target/bench-draft.md");

  /// Imports, each with as many rows as there are records: most would change theirs, some are in
  /// conflict, some are wrong in one cell.
  private static final String IMPORT =
      """
      insert into import (file_name, profile, digest, state, rows, errors, warnings, missing,
        started_at, started_by, created, changed, same, conflicts, left_out, withdrawn, undecided)
      values ('bench.xlsx', 'label', '\\x00', 'PLANNED', %1$d, 0, %1$d / 20, 0, now(), 'Bench',
        0, %1$d - %1$d / 50, 0, %1$d / 50, 0, 0, %1$d / 50)
      """;

  private static final String ROWS =
      """
      insert into import_change (import_id, row_number, sheet, sheet_row, type, outcome, key, title,
        reference, uniques, parent, stage, base_version, base_revision, makes_revision, changed,
        attributes, base_stage)
      select i.id, r.n, 'Sheet', r.n + 1, r.type,
        case when r.n %% 50 = 0 then 'CONFLICT' else 'CHANGED' end, r.key, r.title, r.reference,
        '{}', r.parent, r.stage, r.version, r.revision, true, '{%1$s}', r.attributes, r.stage
      from import i cross join (
        select *, row_number() over (order by path) as n from record where type = '%2$s') r
      where i.file_name = 'bench.xlsx' and r.n <= %3$d
      """;

  private static final String CONFLICTS =
      """
      insert into import_conflict (import_id, row_number, ordinal, field, base, theirs, ours)
      select import_id, row_number, 0, '%1$s', 'one', 'two', 'three'
      from import_change where outcome = 'CONFLICT'
      """;

  private static final String FINDINGS =
      """
      insert into import_finding (import_id, number, severity, code, sheet, sheet_row, sheet_column,
        found, expected)
      select import_id, row_number / 20 + 1, 'WARNING', 'SIMILAR', sheet, sheet_row, 2, 'a', 'b'
      from import_change where row_number %% 20 = 0
      """;

  @Inject CatalogueSchema schema;
  @Inject Config config;

  @TestHTTPResource("/")
  URI root;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void measure() throws SQLException, IOException, InterruptedException {
    RecordType type = schema.typeOf("electricity-meter-spec");
    String draft = config.getValue("quarkus.flyway.default-schema", String.class);
    try (DraftRows rows = DraftRows.in(config, schema, draft)) {
      List<String> indexes =
          rows.column("select indexdef from pg_indexes where schemaname = ?", draft);
      rows.write(type, 1, SIZE);
      stage(rows, type);
      for (String index : indexes) {
        rows.execute(index.replace(" INDEX ", " INDEX IF NOT EXISTS "));
      }
      rows.execute("vacuum analyze");
      String id = rows.column("select max(id)::text from import").getFirst();
      report(Machine.description(rows.version()), measured(type, id));
    }
  }

  private static void stage(DraftRows rows, RecordType type) throws SQLException {
    String field = type.playing(org.seccatalogue.schema.AttributeRole.TITLE).orElseThrow().name();
    for (int i = 0; i < 3; i++) {
      rows.execute(IMPORT.formatted(SIZE));
    }
    rows.execute(ROWS.formatted(field, type.name(), SIZE));
    rows.execute(CONFLICTS.formatted(field));
    rows.execute(FINDINGS.formatted());
  }

  private Map<String, Double> measured(RecordType type, String id)
      throws IOException, InterruptedException {
    String key = type.prefix() + "-" + (10_000_000 + SIZE / 2);
    String plan = "/imports/" + id;
    Map<String, Double> medians = new LinkedHashMap<>();
    for (String path :
        List.of(
            "/",
            "/sections/BENCH.1",
            "/sections/BENCH.1.1",
            "/search",
            "/search?q=some7",
            "/search?q=common3",
            "/search?type=" + type.name(),
            "/records/" + key,
            "/records/" + key + "/edit",
            "/records/" + key + "/revisions/1",
            "/records/new?type=" + type.name() + "&section=BENCH.1.1",
            "/trace",
            "/imports",
            plan,
            plan + "?kind=conflict",
            plan + "?type=" + type.name(),
            plan + "?found=yes",
            plan + "?findings=" + SIZE / 40,
            plan + "?changes=" + SIZE / 2,
            "/imports/profiles",
            "/exports",
            "/freeze",
            "/baselines")) {
      median(path, medians);
    }
    return medians;
  }

  private void median(String path, Map<String, Double> medians)
      throws IOException, InterruptedException {
    assertThat(ask(path)).as(path).isEqualTo(200);
    IntStream.range(0, 5).forEach(_ -> timed(path));
    double median =
        IntStream.range(0, TIMES).mapToDouble(_ -> timed(path)).sorted().toArray()[TIMES / 2];
    System.out.printf(Locale.UK, "| %s | %.1f |%n", path, median);
    medians.put(path, median);
  }

  private double timed(String path) {
    try {
      long begin = System.nanoTime();
      assertThat(ask(path)).isEqualTo(200);
      return (System.nanoTime() - begin) / 1e6;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private int ask(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve(path)).header("Accept", "text/html").build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
  }

  private static void report(String machine, Map<String, Double> medians) throws IOException {
    StringBuilder rows = new StringBuilder();
    medians.forEach(
        (path, median) ->
            rows.append(
                String.format(
                    Locale.UK,
                    "| `%s` | %.1f | %s |%n",
                    path,
                    median,
                    median <= AIM ? "" : "slower than the aim")));
    String text =
        """
        # Pages of the draft, measured

        %s

        %,d records of a chapter, and three imports of as many staged rows. The median of %d
        answers, one at a time; the aim is %.0f ms.

        | page | median (ms) | |
        |---|---:|---|
        %s\
        """
            .formatted(machine, SIZE, TIMES, AIM, rows);
    Files.writeString(RESULT, text);
    System.out.println(text);
  }
}
