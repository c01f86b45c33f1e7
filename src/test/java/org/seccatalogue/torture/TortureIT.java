package org.seccatalogue.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.baseline.files.FileList;
import org.seccatalogue.baseline.signing.JwkFile;
import org.seccatalogue.bundle.FileCheck;
import org.seccatalogue.bundle.Verdict;
import org.seccatalogue.testkit.Installation;
import org.seccatalogue.testkit.Proof;

/// Nothing that was acknowledged is lost, and nothing is half there, whatever is killed and when.
/// `make torture` makes more rounds of it.
@Tag("process")
class TortureIT {

  /// How long; without it there are two rounds.
  private static final int MINUTES = Integer.getInteger("torture.minutes", 0);

  private static final int FEW = 2;
  private static final long SEED = Long.getLong("torture.seed", Proof.SEED);
  private static final int MOST_DONE = 40;
  private static final int READY_SECONDS = 120;

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private final Diary diary = new Diary();
  private Installation catalogue;

  @Test
  void nothingThatWasToldIsLostAndNothingIsHalfThere() throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
    catalogue = start();
    int round = 0;
    while (MINUTES == 0 ? round < FEW : System.nanoTime() < end) {
      round++;
      String told = "round %d of seed %d".formatted(round, SEED);
      Crew crew = new Crew(catalogue, diary, folder);
      crew.begin();
      diary.done.tryAcquire(1 + random.nextInt(MOST_DONE), 1, TimeUnit.MINUTES);
      Installation before = catalogue;
      boolean dead = kill();
      crew.stop();
      catalogue = dead ? start() : catalogue;
      untilReady();
      assertThat(diary.wrong).as("%s%n%s", told, faults(before)).isEmpty();
      assertRecords(told);
      assertImports(told);
      assertBaselines(told);
      diary.done.drainPermits();
    }
    verifyBundles();
    System.out.printf(
        "torture: %d rounds of seed %d; %d records, %d workbooks and %d baselines in the diary;"
            + " 0 lost, 0 half%n",
        round, SEED, diary.records.size(), diary.imports.size(), diary.baselines.size());
  }

  private Installation start() throws IOException, InterruptedException {
    return Installation.start(
        folder,
        List.of(
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-Dcatalogue.example-baseline=false",
            "-Dcatalogue.publisher=Programme",
            "-Dcatalogue.public.requests=0",
            "-Dcatalogue.database.directory=" + folder.resolve("database"),
            "-Dcatalogue.import.uploads=" + folder.resolve("uploads")));
  }

  /// Kills the application, its database, or both.
  ///
  /// @return whether the application is gone
  private boolean kill() throws IOException {
    int what = random.nextInt(3);
    if (what > 0) {
      Installation.server(folder.resolve("database")).ifPresent(Installation::kill);
    }
    if (what < 2) {
      catalogue.kill();
    }
    return what < 2;
  }

  /// What the log says of failures, each with the beginning of its trace.
  private static String faults(Installation installation) throws IOException {
    List<String> lines = installation.log().lines().toList();
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).contains("ERROR"))
        .mapToObj(i -> String.join("\n", lines.subList(i, Math.min(i + 60, lines.size()))))
        .collect(Collectors.joining("\n\n"));
  }

  private void untilReady() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
    while (catalogue.given().get("/q/health/ready").statusCode() != 200
        || catalogue.given().get("/").statusCode() != 200) {
      assertThat(System.nanoTime()).as("ready again").isLessThan(end);
    }
  }

  private JsonPath json(String address) {
    Response answer = catalogue.given().get(address);
    assertThat(answer.statusCode()).as("%s: %s", address, answer.asString()).isEqualTo(200);
    return answer.jsonPath();
  }

  private void assertRecords(String told) {
    diary.records.forEach(
        (key, entry) -> {
          JsonPath record = json("/api/v1/records/" + key);
          assertThat(record.getInt("revision")).as("%s, %s", key, told).isIn(entry.revision(), 2);
          if (record.getInt("revision") == entry.revision()) {
            assertThat(record.getString("attributes.title")).as(told).isEqualTo(entry.title());
          }
        });
  }

  /// All rows of a workbook are there or none, and all of what was told to be applied.
  private void assertImports(String told) {
    diary.imports.forEach(
        (title, applied) -> {
          int there =
              json("/api/v1/records?type=electricity-meter-spec&limit=200&text=" + title)
                  .getList("items")
                  .size();
          assertThat(there)
              .as("rows of %s, %s", title, told)
              .isIn(applied ? List.of(Crew.ROWS) : List.of(0, Crew.ROWS));
        });
  }

  private void assertBaselines(String told) {
    List<String> there = json("/api/v1/baselines").getList("items.id");
    assertThat(there).as(told).containsAll(diary.baselines.keySet());
    for (Map.Entry<String, String> frozen : diary.baselines.entrySet()) {
      JsonPath baseline = json("/api/v1/baselines/" + frozen.getKey());
      assertThat(baseline.getString("digest")).as(told).isEqualTo(frozen.getValue());
    }
  }

  /// Each by nothing but itself and the keys.
  private void verifyBundles() throws IOException {
    Path keys = Files.write(folder.resolve("jwks.json"), bytes("/.well-known/jwks.json"));
    List<String> all = json("/api/v1/baselines").getList("items.id");
    for (String id : all) {
      Path file =
          Files.write(
              folder.resolve("bundle.zip"), bytes("/api/v1/baselines/" + id + "/bundle.zip"));
      Verdict verdict = FileCheck.check(file, JwkFile.read(keys), List.<FileList>of());
      assertThat(verdict)
          .as(id)
          .isInstanceOfSatisfying(
              Verdict.Unknown.class,
              records -> assertThat(records.reason()).contains("are those that were signed"));
    }
  }

  private byte[] bytes(String address) {
    return catalogue
        .given()
        .header("Prefer", "wait=60")
        .get(address)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  @AfterEach
  void stop() throws IOException {
    catalogue.close();
    Installation.stopServer(folder.resolve("database"));
  }
}
