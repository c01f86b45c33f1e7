package org.seccatalogue.api.published.answers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.seccatalogue.testkit.Freezer;

/// Files that readers ask for and that are not there yet, while others are being written.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class FileQueueIT {

  private static final String BASELINE = "/api/v1/baselines/sec-v0.01/";
  private static final FinishedFiles.Answer SECOND_WAITS = new FinishedFiles.UnderWay(2);

  @Inject Freezer freezer;
  @Inject FinishedFiles files;

  @BeforeAll
  void freeze() {
    freezer.freeze("SEC v0.01", "2011-11-30");
  }

  private Response get(String name, String prefer) {
    return given().header("Prefer", prefer).get(BASELINE + name);
  }

  /// Has a file written that is not done before that is allowed.
  private FinishedFiles.Answer block(String name, String client, CountDownLatch end) {
    return files
        .of(
            new FinishedFiles.Wanted(name, _ -> await(end)),
            Coding.IDENTITY,
            new FinishedFiles.Asker(client, Duration.ZERO))
        .join();
  }

  /// Waits until the files are written, so that nothing is left in the queue.
  private void finish(CountDownLatch end, String... names) {
    end.countDown();
    for (String name : names) {
      assertThat(
              files
                  .of(
                      new FinishedFiles.Wanted(name, _ -> {}),
                      Coding.IDENTITY,
                      new FinishedFiles.Asker("anybody", Duration.ofSeconds(60)))
                  .join())
          .isInstanceOf(FinishedFiles.Finished.class);
    }
  }

  private static void await(CountDownLatch end) throws IOException {
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void whoCannotWaitIsToldToComeBack() {
    CountDownLatch end = new CountDownLatch(1);
    block("come back 1", "a", end);
    assertThat(block("come back 2", "b", end)).isEqualTo(SECOND_WAITS);
    Response early = get("records.xlsx", "wait=0");
    assertThat(early.statusCode()).isEqualTo(202);
    assertThat(early.header("Retry-After")).isEqualTo("2");
    assertThat(early.header("Cache-Control")).isEqualTo("no-store");
    assertThat(early.header("Content-Disposition")).isNull();
    assertThat(early.header("ETag")).isNull();
    assertThat(early.jsonPath().getInt("waiting")).isEqualTo(3);
    assertThat(get("records.xlsx", "respond-async").jsonPath().getInt("waiting")).isEqualTo(3);
    Response page =
        given()
            .header("Prefer", "wait=0")
            .accept("text/html,*/*;q=0.8")
            .get(BASELINE + "records.xlsx");
    assertThat(page.statusCode()).isEqualTo(202);
    assertThat(page.header("Refresh")).isEqualTo("2");
    assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.asString()).contains("<h1 class=\"govuk-heading-l\">The file is being written");
    finish(end, "come back 1", "come back 2");
    Response there = get("records.xlsx", "wait=60");
    assertThat(there.statusCode()).isEqualTo(200);
    assertThat(there.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(there.header("Retry-After")).isNull();
  }

  @Test
  void aClientHasItsShareAndTheQueueAnEnd() {
    CountDownLatch end = new CountDownLatch(1);
    List<FinishedFiles.Answer> answers = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      answers.add(block("share " + i, "127.0.0.1", end));
    }
    assertThat(answers.subList(0, 5)).hasOnlyElementsOfType(FinishedFiles.UnderWay.class);
    assertThat(answers.getLast()).isEqualTo(new FinishedFiles.Full(true));
    Response share = get("specifications/C.4.1.html", "wait=0");
    assertThat(share.statusCode()).isEqualTo(429);
    assertThat(share.header("Retry-After")).isEqualTo("10");
    for (int i = 6; i <= 22; i++) {
      answers.add(block("end " + i, "client " + i, end));
    }
    assertThat(answers.getLast()).isEqualTo(new FinishedFiles.UnderWay(22));
    assertThat(block("end 23", "client 23", end)).isEqualTo(new FinishedFiles.Full(false));
    finish(
        end,
        IntStream.rangeClosed(1, 22)
            .mapToObj(number -> (number < 6 ? "share " : "end ") + number)
            .toArray(String[]::new));
  }
}
