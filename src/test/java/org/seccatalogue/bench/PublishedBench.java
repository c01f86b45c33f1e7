package org.seccatalogue.bench;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedPage;
import org.seccatalogue.baseline.PublishedQuery;
import org.seccatalogue.baseline.PublishedQuery.Wanted;
import org.seccatalogue.baseline.PublishedSearch;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.testkit.ExampleData;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.TestDatabase;

/// `make bench`: what bidders ask for, beside the same bytes from a constant handler of the same
/// server and the same questions put straight to the database.
///
/// Sizes are records of each of two baselines; `-Dbench.published=3000,100000,1000000` sets them.
@Tag("bench")
@QuarkusTest
@TestProfile(PublishedBench.Example.class)
@QuarkusTestResource(TestDatabase.class)
@NullUnmarked
class PublishedBench {

  /// The example catalogue, and no limit to requests.
  public static final class Example extends ExampleData {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
      overrides.put("catalogue.public.requests", "0");
      return overrides;
    }
  }

  /// Gives the same bytes whatever is asked, as nothing can do faster on this server.
  static final class Constant {
    private static volatile byte[] bytes = {};

    void register(@Observes Router router) {
      router
          .get("/bench/constant")
          .handler(
              context -> {
                context.response().putHeader("Content-Type", "application/json");
                var _ = context.response().end(io.vertx.core.buffer.Buffer.buffer(bytes));
              });
    }
  }

  private static final double THROUGHPUT_AIM = 0.7;
  private static final double SEARCH_AIM = 1.3;
  private static final double SECONDS = 3;
  private static final int TIMES = 9;
  private static final Path RESULT = Path.of("target/bench-published.md");

  private static final String RANKED =
      """
      with hit as materialized (
        select e.key, e.path, ts_rank(c.search, q) as rank
        from content c join entry e on e.digest = c.digest and e.baseline = ?
        cross join websearch_to_tsquery('english', ?) q
        where c.search @@ q)
      select ts_headline('english', c.attributes, websearch_to_tsquery('english', ?)),
        c.content, (select count(*) from hit)
      from (select * from hit order by rank desc, path limit 20) h
      join entry e on e.baseline = ? and e.key = h.key join content c on c.digest = e.digest
      order by h.rank desc, h.path
      """;

  private static final String COUNTED =
      """
      select f, count(*) from content c
      join entry e on e.digest = c.digest and e.baseline = ?
      cross join lateral unnest(c.facets) f
      where c.facets @> array[?] and c.search @@ websearch_to_tsquery('english', ?) group by f
      """;

  @Inject CatalogueSchema schema;
  @Inject Freezer freezer;
  @Inject Published published;
  @Inject PublishedSearch search;
  @Inject Config config;

  @TestHTTPResource("/")
  URI root;

  private final StringBuilder result = new StringBuilder();

  /// Something that is timed.
  private interface Work {
    void run() throws SQLException;
  }

  @Test
  void measure() throws SQLException, IOException {
    freezer.freeze("SEC v0.01", "2011-11-30");
    result.append(
        "| work | records | ours | floor | ratio | aim |\n|---|---:|---:|---:|---:|---:|\n");
    try (PublishedRows rows = PublishedRows.in(config)) {
      int number = 2;
      for (int size : sizes()) {
        RecordType type = schema.typeOf("electricity-meter-spec");
        rows.write(type, title(type), size, number, number + 1);
        Baseline newer = published.find("bench-" + (number + 1)).orElseThrow();
        throughput(newer, type, size);
        searches(rows, newer, size);
        number += 2;
      }
      report(Machine.inWords(rows.version()));
    }
  }

  private static List<Integer> sizes() {
    return Arrays.stream(System.getProperty("bench.published", "3000,100000").split(",", -1))
        .map(Integer::valueOf)
        .toList();
  }

  private static String title(RecordType type) {
    return type.playing(AttributeRole.TITLE).orElseThrow().name();
  }

  private void throughput(Baseline baseline, RecordType type, int size) throws IOException {
    String records = "/api/v1/baselines/" + baseline.id() + "/records";
    List<String> single =
        IntStream.rangeClosed(1, 1000)
            .mapToObj(
                i -> records + "/" + type.prefix() + "-" + (1_000_000 + (i * 7919L) % size + 1))
            .toList();
    Load load = new Load(root);
    compare("a record, first time", size, load.perSecond(single, 1), single.getFirst());
    load.perSecond(single, SECONDS);
    compare("a record, again", size, load.perSecond(single, SECONDS), single.getFirst());
    List<String> page = List.of(records + "?limit=50", records + "?order=key&limit=50");
    load.perSecond(page, 1);
    compare("a page of 50, again", size, load.perSecond(page, SECONDS), page.getFirst());
  }

  /// Puts a throughput beside that of the constant handler with the same bytes.
  private void compare(String work, int size, double ours, String path) throws IOException {
    try (InputStream in = root.resolve(path).toURL().openStream()) {
      Constant.bytes = in.readAllBytes();
    }
    List<String> constant = List.of("/bench/constant");
    new Load(root).perSecond(constant, 1);
    double floor = new Load(root).perSecond(constant, SECONDS);
    row("%s (/s)".formatted(work), size, ours, floor, THROUGHPUT_AIM);
  }

  private void searches(PublishedRows rows, Baseline baseline, int size) throws SQLException {
    for (String words : List.of("few77", "some77", "common3")) {
      PublishedQuery query = PublishedQuery.all(20).withWords(words);
      row(
          "search “" + words + "”, first 20 (ms)",
          size,
          milliseconds(() -> page(baseline, query)),
          milliseconds(
              () -> rows.column(RANKED, baseline.number(), words, words, baseline.number())),
          SEARCH_AIM);
    }
    facets(rows, baseline, size);
    pages(rows, baseline, size);
  }

  private void facets(PublishedRows rows, Baseline baseline, int size) throws SQLException {
    PublishedQuery all = PublishedQuery.all(1);
    String facet =
        rows.column(
                "select facet from facet where baseline = ? and facet !~ '^(type|stage)='"
                    + " order by records desc, facet limit 1",
                baseline.number())
            .getFirst();
    Wanted wanted = Wanted.of(facet.replace('=', ':'));
    PublishedQuery some =
        new PublishedQuery(
            List.of(), null, List.of(), List.of(wanted), List.of(), "some77", null, null, 1);
    row(
        "facets of what is searched and filtered (ms)",
        size,
        milliseconds(() -> search.facets(baseline, some)),
        milliseconds(() -> rows.column(COUNTED, baseline.number(), facet, "some77")),
        SEARCH_AIM);
    row(
        "facets of a whole baseline (ms)",
        size,
        milliseconds(() -> search.facets(baseline, all)),
        milliseconds(
            () -> rows.column("select facet from facet where baseline = ?", baseline.number())),
        SEARCH_AIM);
  }

  /// Pages that are read for the first time, from the beginning, the middle and by a code.
  private void pages(PublishedRows rows, Baseline baseline, int size) throws SQLException {
    String middle = "00000001." + "%08x".formatted(size / 2);
    row(
        "a page of 50 from the middle (ms)",
        size,
        milliseconds(() -> page(baseline, from(size / 2))),
        milliseconds(
            () ->
                rows.column(
                    "select c.content from entry e join content c on c.digest = e.digest"
                        + " where e.baseline = ? and e.path > ? order by e.path limit 51",
                    baseline.number(),
                    middle)),
        SEARCH_AIM);
  }

  private static PublishedQuery from(int row) {
    String key = "OUTLINE 0 00000001.%08x ".formatted(row);
    String cursor =
        java.util.Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return new PublishedQuery(
        List.of(), null, List.of(), List.of(), List.of(), null, "outline", cursor, 50);
  }

  private void page(Baseline baseline, PublishedQuery query) {
    if (search.page(baseline, query) instanceof PublishedPage.Refused refused) {
      throw new IllegalStateException(refused.toString());
    }
  }

  private static double milliseconds(Work work) throws SQLException {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < TIMES + 2; i++) {
      long begin = System.nanoTime();
      work.run();
      times.add((System.nanoTime() - begin) / 1e6);
    }
    return times.subList(2, times.size()).stream().sorted().toList().get(TIMES / 2);
  }

  private void row(String work, int size, double ours, double floor, double aim) {
    String row =
        String.format(
            Locale.UK,
            "| %s | %,d | %.1f | %.1f | %.2f | %.1f |%n",
            work,
            size,
            ours,
            floor,
            ours / floor,
            aim);
    System.out.print(row);
    result.append(row);
  }

  private void report(String machine) throws IOException {
    Files.writeString(
        RESULT,
        "# What is published\n\n"
            + machine
            + "\n\nThroughputs (/s) should be above the aim, times"
            + " below it.\n\n"
            + result);
  }
}
