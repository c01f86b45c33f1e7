package org.seccatalogue.bench;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Disclosure;
import org.seccatalogue.baseline.FreezeRequest;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.baseline.Waiver;
import org.seccatalogue.baseline.comparison.BaselineDiff;
import org.seccatalogue.baseline.comparison.ChangeQuery;
import org.seccatalogue.baseline.freezing.Baselines;
import org.seccatalogue.baseline.freezing.FreezeOutcome;
import org.seccatalogue.baseline.publication.PublishedStore;
import org.seccatalogue.baseline.search.PublishedSearch;
import org.seccatalogue.document.SpecificationForm;
import org.seccatalogue.document.published.BaselineDocuments;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.testkit.ExampleData;

/// `make bench`: freezing, comparing and what bidders ask for, beside the same bytes from a
/// constant handler of the same server, the same questions put straight to the database, and the
/// same text written straight to a file.
///
/// Sizes are records of each of two baselines of a chapter of the draft;
/// `-Dbench.published=3000,100000,1000000` sets them. A million takes a quarter of an hour.
@Tag("bench")
@QuarkusTest
@TestProfile(PublishedBench.Example.class)
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

  /// Gives the same bytes whatever is asked, before anything else looks at the request: nothing can
  /// be faster on this server.
  @ApplicationScoped
  static class Constant {
    private static final int BEFORE_ALL = -100_000;
    private static volatile Buffer bytes = Buffer.buffer();

    void register(@Observes Router router) {
      router
          .get("/bench/constant")
          .order(BEFORE_ALL)
          .handler(
              context -> {
                context.response().putHeader("Content-Type", "application/json");
                var _ = context.response().end(bytes);
              });
    }
  }

  private static final String THROUGHPUT_AIM = "at least 0.7";
  private static final String FREEZE_AIM = "linear";
  private static final String WORD_AIM = "at most 3";
  private static final String HTML_AIM = "at most 2";
  private static final double SECONDS = 3;
  private static final Path RESULT = Path.of("target/bench-published.md");
  private static final List<Waiver> WAIVERS =
      Stream.of(
              "PROVISIONAL",
              "NO_SOURCE",
              "LINK_OUTSIDE",
              "BROKEN_LINK",
              "SUSPECT_LINK",
              "STAGE_NOT_REACHED")
          .map(code -> new Waiver(code, null, "Generated", "Bench"))
          .toList();

  private static final String DIFFERENT =
      """
      select count(*) from (select * from entry where baseline = ?) a
      full join (select * from entry where baseline = ?) b on a.key = b.key
      where a.key is null or b.key is null or a.digest <> b.digest or a.stage <> b.stage
        or a.parent is distinct from b.parent
      """;

  @Inject CatalogueSchema schema;
  @Inject Baselines baselines;
  @Inject BaselineDiff diff;
  @Inject PublishedSearch search;
  @Inject BaselineDocuments documents;
  @Inject Config config;

  /// Whose statistics are refreshed as by the job that signs the files of a baseline.
  @Inject PublishedStore store;

  @TestHTTPResource("/")
  URI root;

  @TempDir Path folder;

  private final HeapWatch heap = new HeapWatch();
  private final PublishedTable table = new PublishedTable();

  /// Something that is timed.
  private interface Work {
    void run() throws SQLException, IOException;
  }

  @Test
  void measure() throws SQLException, IOException {
    RecordType type = schema.typeOf("electricity-meter-spec");
    String draft = config.getValue("quarkus.flyway.default-schema", String.class);
    try (DraftRows rows = DraftRows.in(config, schema, draft)) {
      int chapter = 1;
      for (int size : sizes()) {
        measure(rows, type, chapter++, size);
      }
      report(Machine.description(rows.version()));
    }
  }

  private static List<Integer> sizes() {
    return Arrays.stream(
            System.getProperty("bench.published", "3000,100000,1000000").split(",", -1))
        .map(Integer::valueOf)
        .toList();
  }

  private void measure(DraftRows rows, RecordType type, int chapter, int size)
      throws SQLException, IOException {
    System.out.printf("drafted in %.1f s%n", seconds(() -> rows.write(type, chapter, size)));
    Baseline older = frozen(rows, chapter, "a", size);
    System.out.printf("changed in %.1f s%n", seconds(() -> rows.change(type, chapter)));
    Baseline newer = frozen(rows, chapter, "b", size);
    rows.execute("vacuum analyze content, entry, link, facet");
    compared(rows, older, newer, size);
    throughput(newer, type, chapter, size);
    new SearchBench(search, rows, table, heap).measure(newer, size);
    word(newer, chapter, size);
    html(newer, chapter, size);
  }

  private Baseline frozen(DraftRows rows, int chapter, String name, int size)
      throws SQLException, IOException {
    Selection selection =
        new Selection(
            List.of(DraftRows.chapter(chapter)), List.of(), List.of(), null, false, false);
    FreezeRequest request =
        new FreezeRequest(
            "Bench " + chapter + name,
            LocalDate.parse("2011-11-30"),
            selection,
            WAIVERS,
            null,
            "Bench",
            Disclosure.NONE);
    Baseline[] baseline = new Baseline[1];
    heap.restart();
    double ours = seconds(() -> baseline[0] = frozen(request));
    long held = heap.megabytes();
    QuarkusTransaction.requiringNew().run(store::refreshStatistics);
    rows.lookAt(config.getValue("catalogue.published.schema", String.class));
    FreezingFloor.prepare(rows);
    double floor = seconds(() -> FreezingFloor.write(rows, baseline[0].number()));
    String work = name.equals("a") ? "freezing (s)" : "freezing again, 5 % changed (s)";
    table.add(work, size, ours, floor, FREEZE_AIM, held);
    return baseline[0];
  }

  private Baseline frozen(FreezeRequest request) {
    return switch (baselines.freeze(request)) {
      case FreezeOutcome.Frozen(Baseline baseline) -> baseline;
      case FreezeOutcome.Stopped(var report) -> throw new AssertionError(report);
      case FreezeOutcome.Rejected(var findings) -> throw new AssertionError(findings);
    };
  }

  private void compared(DraftRows rows, Baseline older, Baseline newer, int size)
      throws SQLException, IOException {
    heap.restart();
    double floor = seconds(() -> rows.column(DIFFERENT, older.number(), newer.number()));
    double counts = seconds(() -> diff.counts(older, newer));
    table.add("counts of changes (s)", size, counts, floor, FREEZE_AIM, heap.megabytes());
    double page = seconds(() -> diff.page(older, newer, ChangeQuery.all(50)));
    table.add("first 50 changes (s)", size, page, floor, FREEZE_AIM, heap.megabytes());
    if (size <= 100_000) {
      double all = seconds(() -> diff.each(older, newer, _ -> {}));
      table.add("all changes (s)", size, all, floor, FREEZE_AIM, heap.megabytes());
    }
  }

  private void throughput(Baseline baseline, RecordType type, int chapter, int size)
      throws IOException {
    String records = "/api/v1/baselines/" + baseline.id() + "/records";
    List<String> single =
        IntStream.rangeClosed(1, 1000)
            .map(i -> (int) (i * 7919L % size) + 1)
            .filter(i -> (i - 1) % 500 % 100 != 7)
            .mapToObj(i -> records + "/" + type.prefix() + "-" + (chapter * 10_000_000 + i))
            .distinct()
            .toList();
    Load load = new Load(root);
    load.perSecond(single, SECONDS);
    compare("a record (/s)", size, single);
    List<String> page = List.of(records + "?limit=50", records + "?order=key&limit=50");
    load.perSecond(page, 1);
    compare("a page of 50 (/s)", size, page);
  }

  /// Puts a throughput beside that of the constant handler with the same bytes, three times each in
  /// turn; the best of each counts.
  private void compare(String work, int size, List<String> paths) throws IOException {
    try (InputStream in = root.resolve(paths.getFirst()).toURL().openStream()) {
      Constant.bytes = Buffer.buffer(in.readAllBytes());
    }
    List<String> constant = List.of("/bench/constant");
    Load load = new Load(root);
    double floor = 0;
    double ours = 0;
    heap.restart();
    for (int i = 0; i < 3; i++) {
      floor = Math.max(floor, load.perSecond(constant, SECONDS));
      ours = Math.max(ours, load.perSecond(paths, SECONDS));
    }
    table.add(work, size, ours, floor, THROUGHPUT_AIM, heap.megabytes());
  }

  private void word(Baseline baseline, int chapter, int size) throws IOException, SQLException {
    var section = documents.section(baseline, DraftRows.chapter(chapter)).orElseThrow();
    Path document = folder.resolve("specification.docx");
    heap.restart();
    double ours =
        best(
            size,
            () ->
                write(
                    document,
                    out -> documents.word(baseline, section, SpecificationForm.THIRD, out)));
    long held = heap.megabytes();
    WordFloor floor = WordFloor.of(document);
    Path copy = folder.resolve("copy.docx");
    double least = best(size, () -> write(copy, floor::write));
    table.add("Word specification (s)", size, ours, least, WORD_AIM, held);
    Files.delete(copy);
    Files.delete(document);
  }

  private void html(Baseline baseline, int chapter, int size) throws IOException, SQLException {
    var section = documents.section(baseline, DraftRows.chapter(chapter)).orElseThrow();
    Path document = folder.resolve("specification.html");
    heap.restart();
    double ours =
        best(
            size,
            () ->
                write(
                    document,
                    out -> documents.html(baseline, section, SpecificationForm.THIRD, out)));
    long held = heap.megabytes();
    HtmlFloor floor = HtmlFloor.of(document);
    Path copy = folder.resolve("copy.html");
    double least = best(size, () -> floor.write(copy));
    table.add("HTML specification (s)", size, ours, least, HTML_AIM, held);
    Files.delete(copy);
    Files.delete(document);
  }

  private interface Writing {
    void to(java.io.OutputStream out) throws IOException;
  }

  private static void write(Path file, Writing writing) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      writing.to(out);
    }
  }

  /// What is small is done several times, and the best time counts.
  private static double best(int size, Work work) throws SQLException, IOException {
    double best = seconds(work);
    for (int i = 0; i < (size <= 10_000 ? 4 : 0); i++) {
      best = Math.min(best, seconds(work));
    }
    return best;
  }

  private static double seconds(Work work) throws SQLException, IOException {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e9;
  }

  private void report(String machine) throws IOException {
    String text =
        """
        # What is published, measured

        %s

        Records are those of each of two baselines. Heap: the most in use after a garbage
        collection while our work ran.

        %s\
        """
            .formatted(machine, table.text());
    Files.writeString(RESULT, text);
    System.out.println(text);
  }
}
