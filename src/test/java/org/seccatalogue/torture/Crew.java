package org.seccatalogue.torture;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.seccatalogue.testkit.Drafts;
import org.seccatalogue.testkit.Installation;
import org.seccatalogue.testkit.Meters;

/// Two writers, an importer, a freezer and a reader, who go on until they are told to stop and
/// write down what they were told. A connection that breaks is what they are there for.
final class Crew {

  static final int ROWS = 40;

  /// That it goes on, or somebody else was faster.
  private static final List<Integer> FAIR = List.of(202, 409, 412);

  private static final int BUSY = 503;
  private static final List<String> READ =
      List.of(
          "/",
          "/baselines",
          "/api/v1/records?limit=5",
          "/imports",
          "/api/v1/exports/records.csv?type=clause",
          "/api/v1/specifications/C.4.docx");
  private static final AtomicInteger NAMES = new AtomicInteger();
  private final Installation catalogue;
  private final Diary diary;
  private final Path folder;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean over;

  Crew(Installation catalogue, Diary diary, Path folder) {
    this.catalogue = catalogue;
    this.diary = diary;
    this.folder = folder;
  }

  /// One thing to do, which may break off anywhere.
  @FunctionalInterface
  private interface Work {
    void once() throws Exception;
  }

  void begin() {
    go(this::write);
    go(this::write);
    go(this::bringAWorkbook);
    go(this::freeze);
    go(this::read);
  }

  private void go(Work work) {
    threads.add(Thread.ofPlatform().start(() -> untilOver(work)));
  }

  private void untilOver(Work work) {
    while (!over) {
      try {
        work.once();
      } catch (Exception brokenOff) {
        Thread.onSpinWait();
      }
    }
  }

  /// Waits until all of them have stopped.
  void stop() throws InterruptedException {
    over = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static String name(String what) {
    return what + NAMES.incrementAndGet();
  }

  /// Whether it was done; what is neither that nor fair is written down.
  private boolean isDone(Response answer, int done, String what) {
    int status = answer.statusCode();
    if (status == BUSY && answer.header("Retry-After") != null) {
      diary.refused.release();
    } else if (status != done && !FAIR.contains(status)) {
      diary.wrong.add(what + ": " + status + " " + answer.asString());
    }
    return status == done;
  }

  private void write() {
    Map<String, Object> body = new HashMap<>();
    Drafts draft = Drafts.meter(name("Written"));
    body.put("type", draft.type());
    body.put("parent", "C.4.1.a");
    body.put("attributes", draft.attributes());
    Response made =
        catalogue.given().contentType(ContentType.JSON).body(body).post("/api/v1/records");
    if (!isDone(made, 201, "write")) {
      return;
    }
    String key = made.jsonPath().getString("key");
    diary.saved(key, 1, draft.attributes().path("title").asText());
    String title = name("Reworded");
    body.put("attributes", draft.with("title", title).attributes());
    Response saved =
        catalogue
            .given()
            .contentType(ContentType.JSON)
            .header("If-Match", made.header("ETag"))
            .body(body)
            .put("/api/v1/records/" + key);
    if (isDone(saved, 200, "reword")) {
      diary.saved(key, 2, title);
    }
  }

  private void bringAWorkbook() throws IOException {
    String title = name("Storm");
    Path workbook = Meters.write(folder.resolve("storm.xlsx"), title, ROWS);
    diary.begun(title);
    Response sent =
        catalogue
            .given()
            .header("Prefer", "wait=60")
            .multiPart("file", workbook.toFile())
            .post("/api/v1/imports");
    if (!isDone(sent, 201, "import")) {
      return;
    }
    Response applied =
        catalogue
            .given()
            .contentType(ContentType.JSON)
            .header("Prefer", "wait=60")
            .body("{\"note\": \"In the storm\"}")
            .post("/api/v1/imports/" + sent.jsonPath().getLong("id") + "/apply");
    if (isDone(applied, 200, "apply")) {
      diary.applied(title);
    }
  }

  private void freeze() {
    Response frozen =
        catalogue
            .given()
            .contentType(ContentType.JSON)
            .header("Prefer", "wait=60")
            .body(freezing(NAMES.incrementAndGet()))
            .post("/api/v1/baselines");
    if (isDone(frozen, 201, "freeze")) {
      JsonPath baseline = frozen.jsonPath();
      diary.frozen(baseline.getString("id"), baseline.getString("digest"));
    }
  }

  private static String freezing(int number) {
    return """
        {"name": "SEC v%d.0", "dated": "2011-11-30", "note": "In the storm",
         "selection": {"types": ["section", "clause"]}, "waivers": [
          {"code": "PROVISIONAL", "reason": "Open", "by": "SMIP Programme"},
          {"code": "LINK_OUTSIDE", "reason": "Open", "by": "STEG"},
          {"code": "BROKEN_LINK", "reason": "Open", "by": "STEG"},
          {"code": "SUSPECT_LINK", "reason": "Open", "by": "STEG"}]}
        """
        .formatted(number);
  }

  private void read() {
    diary.baselines.keySet().stream()
        .skip(NAMES.get() % Math.max(1, diary.baselines.size()))
        .findFirst()
        .map(id -> "/api/v1/baselines/" + id + "/bundle.zip")
        .ifPresent(address -> isDone(catalogue.given().get(address), 200, address));
    for (String address : READ) {
      isDone(catalogue.given().get(address), 200, address);
    }
  }
}
