package org.seccatalogue.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the packaged application with little memory, and kills it while it applies an import.
class KilledImportIT {

  private static final int ROWS = 6_000;
  private static final int ROUNDS = 6;
  private static final Path PROGRAM = Path.of("target", "quarkus-app", "quarkus-run.jar");

  @TempDir Path folder;

  @Test
  void allOfAnImportIsThereOrNone() throws Exception {
    Path workbook = meters("killed.xlsx", ROWS);
    for (int round = 0; round < ROUNDS; round++) {
      int port = freePort();
      Process application = start(port, "-Xmx512m");
      try {
        int now = rowsThere(port, workbook);
        assertThat(now).isIn(0, ROWS);
        if (now == ROWS) {
          break;
        }
        long id = planned(port, workbook).jsonPath().getLong("id");
        Thread apply = Thread.ofPlatform().start(() -> applyQuietly(port, id));
        // The moment of the kill differs from round to round: 0, 150, 300 ... milliseconds.
        apply.join(1 + round * 150L);
      } finally {
        killed(application);
      }
    }
    int port = freePort();
    Process application = start(port, "-Xmx512m");
    try {
      assertThat(rowsThere(port, workbook)).isIn(0, ROWS);
    } finally {
      killed(application);
    }
  }

  /// How many rows of the workbook the catalogue holds, all with the same content.
  private static int rowsThere(int port, Path workbook) {
    Response plan = planned(port, workbook);
    assertThat(plan.jsonPath().getInt("changed")).isZero();
    return plan.jsonPath().getInt("same");
  }

  private static Response planned(int port, Path workbook) {
    return RestAssured.given()
        .port(port)
        .multiPart("file", new File(workbook.toString()))
        .post("/api/v1/imports");
  }

  private static void applyQuietly(int port, long id) {
    try {
      RestAssured.given()
          .port(port)
          .contentType(ContentType.JSON)
          .body("{\"note\": \"Killed\"}")
          .post("/api/v1/imports/" + id + "/apply");
    } catch (Exception killedMeanwhile) {
      assertThat(killedMeanwhile).isInstanceOf(IOException.class);
    }
  }

  private Process start(int port, String heap) throws IOException, InterruptedException {
    Path log = Files.createTempFile(folder, "application", ".log");
    Process application =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                heap,
                "-Dquarkus.http.port=" + port,
                "-Dcatalogue.database.directory=" + folder.resolve("database"),
                "-jar",
                PROGRAM.toAbsolutePath().toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < end) {
      if (Files.readString(log).contains("Listening on")) {
        return application;
      }
      if (application.waitFor(100, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    throw new AssertionError(Files.readString(log, StandardCharsets.UTF_8));
  }

  /// Kills the application and nothing else: the database must cope with what is left.
  private static void killed(Process application) throws InterruptedException {
    application.destroyForcibly().waitFor();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Path meters(String name, int rows) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Electricity meter specs");
      String[] header = {
        "Title",
        "Requirement",
        "Obligation",
        "Policy status",
        "Priority",
        "Owner (drafter)",
        "Owning group",
        "Fuel",
        "Market segment",
        "Source",
        "Protective marking",
        "Function area",
        "Meter variant",
        "Quantity",
        "Data category",
        "Storage",
        "Survives power loss",
        "Interfaces",
        "Derives from"
      };
      String[] row = {
        "",
        "The electricity meter shall work.",
        "shall",
        "SETTLED",
        "Must",
        "R. Venn",
        "SMDG",
        "E",
        "ALL",
        "FRC",
        "NPM",
        "Clock",
        "ALL",
        "None",
        "Operational",
        "None",
        "Y",
        "WAN;HAN",
        "B.1.2"
      };
      for (int i = 0; i <= rows; i++) {
        for (int column = 0; column < header.length; column++) {
          String cell = i == 0 ? header[column] : column == 0 ? "Meter " + i : row[column];
          sheet.value(i, column, cell);
        }
      }
    }
    return file;
  }

  /// Stops the server that the last killed application left behind.
  @org.junit.jupiter.api.AfterEach
  void stopTheServer() throws IOException {
    Path pid = folder.resolve("database").resolve("cluster").resolve("postmaster.pid");
    if (Files.exists(pid)) {
      Optional<ProcessHandle> server =
          ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()));
      server.ifPresent(ProcessHandle::destroy);
      server.ifPresent(process -> process.onExit().join());
    }
  }
}
