package org.seccatalogue.api.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.queue.Queue;
import org.seccatalogue.queue.Queues;
import org.seccatalogue.queue.Shares;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.Proof;
import org.seccatalogue.testkit.Setting;

/// What strangers can do to the application, and who is answered meanwhile.
@QuarkusTest
@Setting(name = "catalogue.body.patience", value = "1S")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class CrowdIT {

  private static final byte[] TINY = "nothing in particular".getBytes(StandardCharsets.UTF_8);

  /// Bytes when unpacked.
  private static final int BOMB = Proof.count(1 << 26, 1 << 30);

  @Inject Freezer freezer;
  @Inject Queues queues;
  @TestHTTPResource URI home;

  @BeforeAll
  void freeze() {
    freezer.freeze("SEC v0.01", "2011-11-30");
  }

  /// Fills a queue with work that does not end before that is allowed.
  private CountDownLatch fill(Queue queue) {
    CountDownLatch end = new CountDownLatch(1);
    int client = 0;
    while (queues.of(queue).add("client " + client++, () -> await(end)) == Shares.Room.THERE_IS) {
      assertThat(client).isLessThan(1_000);
    }
    return end;
  }

  /// What another test held is given back by threads of its own, a moment after it.
  private void untilEmpty(Queue queue) {
    while (queues.of(queue).size() > 0) {
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Response verify(String path, byte[] content) {
    return given().multiPart("file", "file.zip", content).post(path);
  }

  private static void assertAnswers(String... paths) {
    for (String path : paths) {
      assertThat(given().get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void whoFindsTheVerificationsFullIsToldWhenToComeBackAndAllElseIsAnswered() {
    CountDownLatch end = fill(Queue.VERIFYING);
    try {
      Response program = verify("/api/v1/verifications", TINY);
      assertThat(program.statusCode()).isEqualTo(503);
      assertThat(program.header("Retry-After")).isEqualTo("5");
      assertThat(program.contentType()).isEqualTo("application/problem+json");
      assertThat(program.jsonPath().getString("title")).isEqualTo("Too much is being done");
      Response page = verify("/verify", TINY);
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.header("Retry-After")).isEqualTo("5");
      assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
      assertThat(page.asString())
          .contains("<h1 class=\"govuk-heading-l\">The catalogue is busy</h1>");
      assertAnswers("/", "/records/ESM-0001", "/baselines", "/verify", "/api/v1/baselines");
    } finally {
      end.countDown();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Queue.class,
      names = {"READING", "SEARCHING", "FETCHING", "VERIFYING", "WRITING_FILES"})
  void draftingGoesOnWhateverOfThePublicSideIsFull(Queue queue) {
    CountDownLatch end = fill(queue);
    try {
      assertAnswers("/", "/records/ESM-0001", "/api/v1/records", "/sections/C.4.1.a.docx");
    } finally {
      end.countDown();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Queue.class,
      names = {"DRAFTING", "SAVING", "MAKING", "JOBS"})
  void readersReadOnWhateverOfTheDraftIsFull(Queue queue) {
    CountDownLatch end = fill(queue);
    try {
      assertAnswers("/baselines", "/publications", "/api/v1/baselines");
      Response full =
          queue == Queue.DRAFTING ? given().get("/") : given().get("/baselines/no-such");
      assertThat(full.statusCode()).isEqualTo(queue == Queue.DRAFTING ? 503 : 404);
    } finally {
      end.countDown();
    }
  }

  @Test
  void aClientHasItsShareOfTheVerifications() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    untilEmpty(Queue.VERIFYING);
    for (int i = 0; i < 5; i++) {
      assertThat(queues.of(Queue.VERIFYING).add("127.0.0.1", () -> await(end)))
          .isEqualTo(Shares.Room.THERE_IS);
    }
    List<Integer> answers = new ArrayList<>();
    try {
      for (int i = 0; i < 230; i++) {
        answers.add(verify("/api/v1/verifications", TINY).statusCode());
      }
      assertAnswers("/");
    } finally {
      end.countDown();
    }
    assertThat(answers).hasSize(230).containsOnly(429);
  }

  @ParameterizedTest
  @ValueSource(strings = {"records.jsonl", "word/document.xml", "xl/workbook.xml", "nothing"})
  void aSmallFileIsNotUnpackedToAGigabyte(String part) throws IOException {
    byte[] bomb = bomb(part, BOMB);
    assertThat(bomb.length).isLessThan(BOMB / 900);
    List<CompletableFuture<Response>> answers =
        Stream.of(bomb, bomb)
            .map(file -> aside(() -> verify("/api/v1/verifications", file)))
            .toList();
    do {
      assertAnswers("/", "/records/ESM-0001");
    } while (!answers.stream().allMatch(CompletableFuture::isDone));
    for (CompletableFuture<Response> answer : answers) {
      assertThat(answer.join().statusCode()).isEqualTo(200);
      assertThat(answer.join().jsonPath().getString("verdict")).isEqualTo("UNKNOWN");
    }
  }

  private static <T> CompletableFuture<T> aside(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sections/C.4.docx",
        "/api/v1/baselines/sec-v0.01/specifications/C.4.1.docx?form=1",
        "/api/v1/baselines/sec-v0.01/records?q=meter"
      })
  void whatIsAskedForAHundredTimesAtOnceIsAnsweredOrRefused(String path) {
    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, 128).mapToObj(_ -> aside(() -> given().get(path).statusCode())).toList();
    do {
      assertAnswers("/", "/records/ESM-0001", "/baselines");
    } while (!answers.stream().allMatch(CompletableFuture::isDone));
    assertThat(answers).extracting(CompletableFuture::join).isSubsetOf(200, 202, 429, 503);
  }

  private static byte[] bomb(String part, int size) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] zeros = new byte[1 << 20];
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(part));
      for (int i = 0; i < size / zeros.length; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  @Test
  void bodiesThatComeSlowlyHoldNobodyUpAndAreGivenUp() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 250; i++) {
        slow.add(beginning(i % 2 == 0 ? "/verify" : "/records/new", "multipart/form-data"));
      }
      assertAnswers("/", "/baselines", "/records/ESM-0001");
      assertThat(verify("/verify", TINY).statusCode()).isEqualTo(200);
      for (Socket socket : slow) {
        assertThat(statusLine(socket)).isEqualTo("HTTP/1.1 408 Request Timeout");
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  /// A request of whose body the most never comes.
  private Socket beginning(String path, String type) throws IOException {
    Socket socket = new Socket(home.getHost(), home.getPort());
    String head =
        "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: %s; boundary=b\r\nContent-Length: 90000\r\n\r\n--b"
            .formatted(path, home.getPort(), type);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  private static String statusLine(Socket socket) throws IOException {
    socket.setSoTimeout(60_000);
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)
        .lines()
        .findFirst()
        .orElse("");
  }

  @Test
  void largeAndSmallBodiesArriveAsTheyWereSent() {
    IntStream.of(0, 1, 65_536, 65_537, 3_000_000)
        .forEach(
            size -> {
              byte[] content = "x".repeat(size).getBytes(StandardCharsets.US_ASCII);
              Response answer = verify("/api/v1/verifications", content);
              assertThat(answer.statusCode()).as("%d bytes", size).isEqualTo(200);
            });
  }
}
