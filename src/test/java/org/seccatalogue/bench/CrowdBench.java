package org.seccatalogue.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.seccatalogue.testkit.Freezer;

/// `make bench`: what a page of the draft takes while strangers ask the public side for all that
/// costs much, beside what it takes when nobody asks for anything.
@Tag("bench")
@QuarkusTest
@NullUnmarked
class CrowdBench {

  private static final int STRANGERS = 48;
  private static final int TIMES = 101;
  private static final int PAUSE_MS = 20;
  private static final double AIM = 3;
  private static final Path RESULT = Path.of("target/bench-crowd.md");
  private static final List<String> PAGES =
      List.of("/", "/records/ESM-0001", "/sections/C.4.1.a", "/search?q=meter");

  @Inject Freezer freezer;

  @TestHTTPResource("/")
  URI root;

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicLong question = new AtomicLong();
  private final AtomicLong answers = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  @Test
  void measure() throws IOException, InterruptedException {
    freezer.freeze("SEC v0.01", "2011-11-30");
    freezer.reword("ESM-0002", "shall", "must always");
    freezer.freeze("SEC v0.02", "2011-12-31");
    PAGES.forEach(this::median);
    Map<String, Double> idle = medians();
    List<Thread> strangers = new ArrayList<>();
    for (int i = 0; i < STRANGERS; i++) {
      int kind = i;
      strangers.add(Thread.ofVirtual().start(() -> ask(kind)));
    }
    PAGES.forEach(this::median);
    Map<String, Double> beside = medians();
    ended.set(true);
    for (Thread stranger : strangers) {
      stranger.join();
    }
    report(idle, beside);
  }

  private Map<String, Double> medians() {
    Map<String, Double> medians = new LinkedHashMap<>();
    PAGES.forEach(page -> medians.put(page, median(page)));
    return medians;
  }

  private double median(String path) {
    HttpRequest request = HttpRequest.newBuilder(root.resolve(path)).build();
    return IntStream.range(0, TIMES)
        .mapToDouble(
            _ -> {
              long begin = System.nanoTime();
              assertThat(status(request)).isEqualTo(200);
              return (System.nanoTime() - begin) / 1e6;
            })
        .sorted()
        .toArray()[TIMES / 2];
  }

  /// Asks one thing after the other that nobody has asked before.
  private void ask(int kind) {
    while (!ended.get()) {
      int status = status(request(kind % 4, question.incrementAndGet()));
      if (status == 200) {
        answers.incrementAndGet();
      } else {
        refused.incrementAndGet();
        pause();
      }
    }
  }

  /// Strangers run on this machine too: what they take of it must not be all that is measured.
  private static void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(int kind, long number) {
    String baseline = "/api/v1/baselines/sec-v0.02/";
    return switch (kind) {
      case 0 -> get(baseline + "records?limit=10&q=meter+or+shall+or+" + number);
      case 1 -> get(baseline + "facets?q=shall+or+" + number);
      case 2 -> get("/baselines/sec-v0.02/changes?since=sec-v0.01&section=C." + number);
      default -> verification(number);
    };
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(root.resolve(path)).build();
  }

  private HttpRequest verification(long number) {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.html\"\r\n\r\n"
            + "<html>SEC v0.02 <p id=\"ESM-0001\">"
            + number
            + "</p></html>\r\n--b--\r\n";
    return HttpRequest.newBuilder(root.resolve("/api/v1/verifications"))
        .header("Content-Type", "multipart/form-data; boundary=b")
        .POST(BodyPublishers.ofString(body, StandardCharsets.US_ASCII))
        .build();
  }

  private int status(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofByteArray()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void report(Map<String, Double> idle, Map<String, Double> beside) throws IOException {
    StringBuilder rows = new StringBuilder();
    idle.forEach(
        (page, alone) -> {
          double ratio = beside.getOrDefault(page, Double.NaN) / alone;
          rows.append(
              String.format(
                  Locale.UK,
                  "| `%s` | %.1f | %.1f | %.2f | %s |%n",
                  page,
                  alone,
                  beside.get(page),
                  ratio,
                  ratio <= AIM ? "" : "slower than the aim"));
        });
    String text =
        """
        # A page of the draft beside a saturated public side

        %d strangers search, count, compare and verify without a pause: %,d answers, %,d refusals.
        The median of %d answers, one at a time; the aim is a ratio of at most %.0f.

        | page | idle (ms) | beside (ms) | ratio | |
        |---|---:|---:|---:|---|
        %s\
        """
            .formatted(STRANGERS, answers.get(), refused.get(), TIMES, AIM, rows);
    Files.writeString(RESULT, text);
    System.out.println(text);
  }
}
