package org.seccatalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.testkit.Installation;
import org.seccatalogue.testkit.Meters;

/// What an application that runs stands on is taken away, and nobody comes to help.
@Tag("process")
@NullUnmarked
class OutageIT {

  private static final List<String> ASKED =
      List.of("/", "/api/v1/records?limit=1", "/api/v1/baselines", "/baselines", "/imports");
  private static final int ROUNDS = 400;
  private static final int AT_ONCE = 12;
  private static final String BACK = "PostgreSQL answers again";

  @TempDir static Path folder;

  private static Installation catalogue;

  @BeforeAll
  static void start() throws Exception {
    catalogue =
        Installation.start(
            folder,
            List.of(
                "-Xmx512m",
                "-Dcatalogue.example-baseline=false",
                "-Dcatalogue.database.directory=" + folder.resolve("database"),
                "-Dcatalogue.import.uploads=" + folder.resolve("uploads"),
                "-Djava.io.tmpdir=" + Files.createDirectory(folder.resolve("temporary"))));
  }

  @AfterAll
  static void stop() {
    catalogue.close();
  }

  @Test
  void aDatabaseThatIsKilledComesBackByItself() throws Exception {
    assertThat(statuses()).containsOnly(200);
    killDatabase();
    Set<Integer> seen = new HashSet<>();
    int rounds = 0;
    List<Integer> now = List.of();
    while (rounds++ < ROUNDS && !(now.equals(List.of(200, 200, 200, 200, 200)) && rounds > 20)) {
      now = statuses();
      seen.addAll(now);
    }
    assertThat(now).containsOnly(200);
    assertThat(seen).isSubsetOf(200, 503);
    assertThat(catalogue.log())
        .contains("PostgreSQL ended without having been told to; it is started again")
        .contains(BACK)
        .doesNotContain("ERROR");
    assertThat(catalogue.log().split("The database does not answer", -1)).hasSizeLessThan(3);
  }

  /// Sessions that were idle meanwhile are not given to anybody.
  @Test
  void onceItIsBackNobodyIsRefusedForASessionThatItHasEnded() throws Exception {
    assertThat(together()).containsOnly(200);
    int before = timesBack();
    killDatabase();
    while (timesBack() == before) {
      Thread.onSpinWait();
    }
    assertThat(together()).containsOnly(200);
  }

  private static void killDatabase() throws IOException {
    Installation.kill(Installation.server(folder.resolve("database")).orElseThrow());
  }

  private static int timesBack() throws IOException {
    return catalogue.log().split(BACK, -1).length - 1;
  }

  /// What several are answered who ask at the same time.
  private static List<Integer> together() {
    return IntStream.range(0, AT_ONCE)
        .mapToObj(
            i ->
                CompletableFuture.supplyAsync(
                    () -> catalogue.given().get(ASKED.get(i % ASKED.size())).statusCode(),
                    Thread::startVirtualThread))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }

  private static List<Integer> statuses() {
    List<Integer> statuses = new ArrayList<>();
    for (String address : ASKED) {
      Response answer = catalogue.given().get(address);
      statuses.add(answer.statusCode());
      if (answer.statusCode() == 503) {
        assertThat(answer.header("Retry-After")).as(address).isEqualTo("5");
      }
    }
    return statuses;
  }

  /// A file in its place stands for whatever keeps people from writing there.
  @Test
  void withoutAFolderForTemporaryFilesThatIsSaidUntilItIsBack() throws Exception {
    Path away = folder.resolve("away");
    Path scratch = scratch();
    Files.move(scratch, away);
    Files.createFile(scratch);
    assertThat(whatNeedsFiles())
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
              assertThat(answer.header("Retry-After")).isEqualTo("60");
            });
    assertThat(catalogue.log()).contains(scratch.toString()).doesNotContain("ERROR");
    Files.delete(scratch);
    assertThat(whatNeedsFiles()).extracting(Response::statusCode).containsExactly(200, 200, 201);
  }

  private static Path scratch() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("temporary"))) {
      return all.filter(file -> file.getFileName().toString().startsWith("sec-catalogue"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static List<Response> whatNeedsFiles() throws IOException {
    Path workbook = Meters.write(folder.resolve("meters.xlsx"), "In an outage", 3);
    return List.of(
        catalogue.given().get("/api/v1/exports/records.csv?type=clause"),
        catalogue.given().get("/api/v1/specifications/C.4.docx"),
        catalogue
            .given()
            .header("Prefer", "wait=60")
            .multiPart("file", workbook.toFile())
            .post("/api/v1/imports"));
  }
}
