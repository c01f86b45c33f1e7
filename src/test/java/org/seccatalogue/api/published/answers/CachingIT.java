package org.seccatalogue.api.published.answers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.aayushatharva.brotli4j.decoder.Decoder;
import com.aayushatharva.brotli4j.decoder.DirectDecompress;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.baseline.PublicationAction;
import org.seccatalogue.baseline.freezing.Baselines;
import org.seccatalogue.testkit.Freezer;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class CachingIT {

  /// Gives a file, as large answers do.
  @Path("/api/v1/baselines/{baseline}/only-in-tests.bin")
  public static class Digits {
    @GET
    public File digits() throws IOException {
      File file = File.createTempFile("digits", ".bin");
      file.deleteOnExit();
      Files.writeString(file.toPath(), "0123456789");
      return file;
    }
  }

  private static final String RECORDS = "/api/v1/baselines/sec-v0.01/records?limit=50";
  private static final String FOREVER = "public, max-age=31536000, immutable";

  @Inject Freezer freezer;
  @Inject Baselines baselines;
  @Inject AnswerMemory memory;

  @TestHTTPResource("/")
  URI root;

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  void freeze() {
    freezer.freeze("SEC v0.01", "2011-11-30");
  }

  private HttpResponse<byte[]> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(root.resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send("GET", path, headers);
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        RECORDS,
        "/api/v1/baselines/latest/records?limit=50",
        "/api/v1/baselines/sec-v0.01/records/ESM-0001",
        "/api/v1/baselines/sec-v0.01/outline",
        "/api/v1/baselines/sec-v0.01/facets?q=meter",
        "/api/v1/baselines",
        "/api/v1/baselines/sec-v0.01",
        "/api/v1/publications",
        "/openapi.json"
      })
  void givesEverybodyTheSameBytesOften(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> first = get(path);
    assertThat(first.statusCode()).isEqualTo(200);
    for (String language : new String[] {"de", "fr-CA", "en"}) {
      HttpResponse<byte[]> again =
          get(path, "Accept-Language", language, "Cookie", "a=b", "User-Agent", language);
      assertThat(again.body()).isEqualTo(first.body());
      assertThat(again.headers().map()).isEqualTo(first.headers().map());
    }
    String tag = header(first, "ETag");
    assertThat(tag).matches("\"[A-Za-z0-9_-]{24}\"");
    HttpResponse<byte[]> had = get(path, "If-None-Match", "\"other\", W/" + tag);
    assertThat(had.statusCode()).isEqualTo(304);
    assertThat(had.body()).isEmpty();
    assertThat(header(had, "ETag")).isEqualTo(tag);
    assertThat(header(had, "Cache-Control")).isEqualTo(header(first, "Cache-Control"));
    HttpResponse<byte[]> head = send("HEAD", path);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "ETag")).isEqualTo(tag);
    assertThat(header(head, "Content-Length")).isEqualTo(String.valueOf(first.body().length));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/baselines/sec-v0.01/records, 'public, max-age=31536000, immutable'",
    "/api/v1/baselines/sec-v0.01/manifest.json, 'public, max-age=31536000, immutable'",
    "/api/v1/baselines/latest/records, 'public, max-age=60'",
    "/api/v1/baselines/sec-v0.01, 'public, max-age=60'",
    "/api/v1/baselines, 'public, max-age=60'",
    "/api/v1/publications, 'public, max-age=60'",
    "/api/v1/baselines/none/records, no-store",
    "/api/v1/baselines/sec-v0.01/records?limit=0, no-store"
  })
  void tellsHowLongAnAnswerMayBeKept(String path, String value)
      throws IOException, InterruptedException {
    assertThat(header(get(path), "Cache-Control")).isEqualTo(value);
    assertThat(header(get(path), "Cache-Control")).isEqualTo(value);
  }

  @Test
  void answersWithoutAskingTheDatabaseAgain() throws IOException, InterruptedException {
    String path = "/api/v1/baselines/sec-v0.01/records?limit=3";
    HttpResponse<byte[]> first = get(path);
    HttpResponse<byte[]> latest = get(path.replace("sec-v0.01", "latest"));
    assertThat(latest.body()).isEqualTo(first.body());
    assertThat(header(latest, "ETag")).isEqualTo(header(first, "ETag"));
  }

  @ParameterizedTest
  @CsvSource({"identity, 11", "gzip, 12", "br, 13"})
  void givesFromMemoryWhatItGaveTheFirstTime(String coding, int limit)
      throws IOException, InterruptedException {
    for (String method : new String[] {"GET", "HEAD"}) {
      String path = "/api/v1/baselines/sec-v0.01/records?order=key&limit=" + limit;
      path += method.equals("GET") ? "" : "0";
      assertThat(memory.find(path, Coding.accepted(coding))).isNull();
      HttpResponse<byte[]> first = send(method, path, "Accept-Encoding", coding);
      assertThat(memory.find(path, Coding.accepted(coding))).isNotNull();
      HttpResponse<byte[]> again = send(method, path, "Accept-Encoding", coding);
      assertThat(again.statusCode()).isEqualTo(200);
      assertThat(again.headers().map()).isEqualTo(first.headers().map());
      assertThat(again.body()).isEqualTo(first.body());
    }
  }

  @Test
  void tellsFromMemoryThatNothingChanged() throws IOException, InterruptedException {
    String path = "/api/v1/baselines/sec-v0.01/records/ESM-0004";
    String tag = CachedAnswer.tag(get(path.replace("0004", "0005")).body(), Coding.IDENTITY);
    HttpResponse<byte[]> other = get(path, "If-None-Match", tag);
    assertThat(other.statusCode()).isEqualTo(200);
    HttpResponse<byte[]> fresh = get(path + "?", "If-None-Match", header(other, "ETag"));
    HttpResponse<byte[]> kept = get(path, "If-None-Match", header(other, "ETag"));
    assertThat(fresh.statusCode()).isEqualTo(304);
    assertThat(kept.statusCode()).isEqualTo(304);
    assertThat(kept.headers().map()).isEqualTo(fresh.headers().map());
  }

  @Test
  void answersOnlyUnderItsNames() throws IOException {
    String path = "/api/v1/baselines/sec-v0.01/records/ESM-0006";
    for (int i = 0; i < 2; i++) {
      assertThat(status(path, "localhost")).contains(" 200 ");
      assertThat(status(path, "example.org")).contains(" 403 ");
    }
  }

  private String status(String path, String host) throws IOException {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.substring(0, answer.indexOf('\r'));
    }
  }

  @Test
  void tellsWhatBecameOfABaselineAndGivesItAsBefore() throws IOException, InterruptedException {
    freezer.freeze("SEC v0.02", "2011-12-31");
    String path = "/api/v1/baselines/sec-v0.02/records/ESM-0001";
    HttpResponse<byte[]> before = get(path);
    baselines.mark(
        "sec-v0.02", PublicationAction.WITHDRAWN, "It was too early", null, "Lead drafter");
    HttpResponse<byte[]> after = get(path);
    assertThat(after.body()).isEqualTo(before.body());
    assertThat(after.headers().map()).isEqualTo(before.headers().map());
    given()
        .get("/api/v1/baselines/sec-v0.02")
        .then()
        .body("state", equalTo("WITHDRAWN"), "reason", equalTo("It was too early"));
  }

  @Test
  void compressesAsIsAskedFor() throws IOException, InterruptedException {
    byte[] plain = get(RECORDS).body();
    for (int i = 0; i < 2; i++) {
      HttpResponse<byte[]> gzip = get(RECORDS, "Accept-Encoding", "gzip, deflate");
      assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
      assertThat(header(gzip, "Vary")).isEqualTo("Accept-Encoding");
      assertThat(header(gzip, "ETag")).endsWith("-gzip\"");
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip.body()))) {
        assertThat(in.readAllBytes()).isEqualTo(plain);
      }
      HttpResponse<byte[]> brotli = get(RECORDS, "Accept-Encoding", "gzip, deflate, br");
      assertThat(header(brotli, "Content-Encoding")).isEqualTo("br");
      DirectDecompress unpacked = Decoder.decompress(brotli.body());
      assertThat(unpacked.getDecompressedData()).isEqualTo(plain);
      assertThat(brotli.body().length).isLessThan(plain.length / 4);
      assertThat(get(RECORDS, "Accept-Encoding", "br;q=0, gzip;q=0.5, *;q=0").headers().map())
          .containsEntry("content-encoding", java.util.List.of("gzip"));
      assertThat(header(get(RECORDS, "Accept-Encoding", "identity"), "Content-Encoding")).isNull();
    }
  }

  @Test
  void letsOtherSitesReadDataAndNothingElse() throws IOException, InterruptedException {
    String[] foreign = {"Origin", "https://example.org"};
    for (int i = 0; i < 2; i++) {
      HttpResponse<byte[]> data = get(RECORDS, foreign);
      assertThat(data.statusCode()).isEqualTo(200);
      assertThat(header(data, "Access-Control-Allow-Origin")).isEqualTo("*");
      assertThat(header(data, "Access-Control-Allow-Credentials")).isNull();
    }
    HttpResponse<byte[]> preflight =
        send(
            "OPTIONS",
            RECORDS,
            "Origin",
            "https://example.org",
            "Access-Control-Request-Method",
            "GET");
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(header(preflight, "Access-Control-Allow-Methods"))
        .isEqualTo("GET, HEAD, OPTIONS, POST");
    assertThat(get("/api/v1/records", foreign).statusCode()).isEqualTo(403);
    assertThat(header(get("/api/v1/records"), "Access-Control-Allow-Origin")).isNull();
    assertThat(send("POST", "/api/v1/records", foreign).statusCode()).isEqualTo(403);
    assertThat(send("POST", "/api/v1/baselines", foreign).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 206, 0123, bytes 0-3/10",
    "bytes=4-, 206, 456789, bytes 4-9/10",
    "bytes=-2, 206, 89, bytes 8-9/10",
    "bytes=8-99, 206, 89, bytes 8-9/10",
    "bytes=10-, 416, '{\"title\":\"No such part\",\"status\":416,\"detail\":\"The file has 10"
        + " bytes.\"}', bytes */10",
    "'bytes=0-1,3-4', 200, 0123456789,",
    "lines=1-2, 200, 0123456789,"
  })
  void givesFilesInParts(String range, int status, String body, String contentRange)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        get("/api/v1/baselines/sec-v0.01/only-in-tests.bin", "Range", range);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo(body);
    assertThat(header(response, "Content-Range")).isEqualTo(contentRange);
    assertThat(header(response, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(header(response, "Cache-Control")).isEqualTo(status == 416 ? "no-store" : FOREVER);
  }

  @Test
  void givesAFileAsAWholeWhenItIsNoLongerTheSame() throws IOException, InterruptedException {
    String path = "/api/v1/baselines/sec-v0.01/only-in-tests.bin";
    String tag = header(get(path), "ETag");
    assertThat(get(path, "Range", "bytes=0-3", "If-Range", tag).statusCode()).isEqualTo(206);
    HttpResponse<byte[]> another = get(path, "Range", "bytes=0-3", "If-Range", "\"x\"");
    assertThat(another.statusCode()).isEqualTo(200);
    assertThat(another.body()).asString(StandardCharsets.UTF_8).isEqualTo("0123456789");
    assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    given().head(path).then().statusCode(200).header("Content-Length", "10");
  }
}
