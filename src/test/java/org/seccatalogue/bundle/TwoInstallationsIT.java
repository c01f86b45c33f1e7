package org.seccatalogue.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.testkit.Installation;

/// Runs the packaged application twice, one after the other, each with a database of its own, in
/// another time zone and language, with clocks years apart; what both publish of the same content
/// must be the same bytes. Their databases follow the clock of the machine, and start at other
/// moments: a time that a database gives would differ too.
@NullUnmarked
@Tag("process")
class TwoInstallationsIT {

  private static final Path PROGRAM = Path.of("target", "quarkus-app", "quarkus-run.jar");
  /// Below the address of a baseline, of both baselines.
  private static final List<String> FILES =
      List.of(
          "manifest.json",
          "manifest.jws",
          "bundle.zip",
          "records.xlsx",
          "specifications/C.4.1.docx",
          "specifications/C.4.1.html",
          "specifications/B.1.docx",
          "outline",
          "records?limit=200",
          "records?q=meter&limit=50",
          "facets",
          "records/ESM-0002",
          "records/ESM-0002/links");

  /// What moved between the two baselines.
  private static final List<String> CHANGES =
      List.of("changes.docx", "changes.xlsx", "changes.json", "changes");

  private static final List<String> FEEDS = List.of("changes.atom", "publications.atom");

  private static final String EXTRACT = "extract.xlsx?derives_from=B.1.2";
  private static final String LIST = "files.jws";
  private static final String OLDER = "/api/v1/baselines/sec-v0.01/";
  private static final String NEWER = "/api/v1/baselines/sec-v0.02/";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern UPDATED = Pattern.compile("<updated>([^<]+)</updated>");

  /// What a feed says of a publication depends on when it was: its time and its hash.
  private static final Pattern OF_THE_PUBLICATION =
      Pattern.compile("<updated>[^<]+</updated>|<id>urn:uuid:[-0-9a-f]+</id>");

  @TempDir Path folder;

  @Test
  void twoInstallationsPublishTheSameBytes() throws Exception {
    Path key = key();
    Map<String, byte[]> first =
        published(
            "first", key, List.of("-Duser.timezone=Pacific/Kiritimati", "-Duser.language=tr"));
    assertThat(first.keySet()).hasSize(2 * (FILES.size() + 2) + CHANGES.size() + FEEDS.size() + 1);
    Map<String, byte[]> second =
        published(
            "second",
            key,
            List.of(
                "-Duser.timezone=America/Los_Angeles",
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-Dfile.encoding=ISO-8859-1",
                "-Dcatalogue.clock.ahead=" + Duration.ofDays(4_242).plusHours(7)));
    assertThat(second.keySet()).isEqualTo(first.keySet());
    first.forEach(
        (file, bytes) -> assertThat(second.get(file)).as(file).isNotEmpty().isEqualTo(bytes));
    assertThat(Duration.between(publishedAt("first"), publishedAt("second")))
        .isGreaterThan(Duration.ofDays(4_242));
    verifiesAlone(first.get(OLDER + "bundle.zip"), first.get(OLDER + LIST), first.get("keys"));
  }

  /// The program checks the bundle with neither of them running.
  private void verifiesAlone(byte[] bundle, byte[] list, byte[] keys) throws Exception {
    Path file = Files.write(folder.resolve("bundle.zip"), bundle);
    String jwks = Files.write(folder.resolve("jwks.json"), keys).toString();
    String lists = Files.write(folder.resolve("files.jws"), list).toString();
    assertThat(verify(file, "--keys", jwks, "--list", lists))
        .startsWith("0 The bundle is authentic: SEC v0.01, digest ");
    assertThat(verify(file, "--keys", jwks))
        .startsWith("2 The 296 records of SEC v0.01 are those that were signed.");
    assertThat(verify(file)).startsWith("3 The bundle is intact, and its signer was not checked:");
    byte[] flipped = bundle.clone();
    String text = new String(bundle, StandardCharsets.ISO_8859_1);
    flipped[text.indexOf("{\"key\":\"ESM-0004\"") + 120] ^= 1;
    assertThat(verify(Files.write(file, flipped), "--keys", jwks, "--list", lists))
        .startsWith("1 This is not the bundle as it was published.\n")
        .contains("ESM-0004: records.jsonl: It does not say what was published.");
  }

  private String verify(Path file, String... options) throws Exception {
    Path out = folder.resolve("verdict.txt");
    List<String> line = new ArrayList<>(List.of(java(), "-jar"));
    line.addAll(List.of(PROGRAM.toAbsolutePath().toString(), "verify", file.toString()));
    line.addAll(List.of(options));
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    return process.waitFor() + " " + Files.readString(out);
  }

  private Map<String, byte[]> published(String name, Path key, List<String> options)
      throws Exception {
    try (Installation application = start(name, key, options)) {
      freeze(application, "SEC v0.01", "2011-11-30");
      withdraw(application, "ESM-0003");
      reword(application, "ESM-0002");
      freeze(application, "SEC v0.02", "2011-12-31");
      Map<String, byte[]> files = new LinkedHashMap<>();
      for (String file : FILES) {
        files.put(OLDER + file, get(application, OLDER + file));
        files.put(NEWER + file, get(application, NEWER + file));
      }
      files.put(OLDER + EXTRACT, get(application, OLDER + EXTRACT));
      files.put(NEWER + EXTRACT, get(application, NEWER + EXTRACT));
      for (String file : CHANGES) {
        files.put(file, get(application, NEWER + file + "?since=sec-v0.01"));
      }
      for (String feed : FEEDS) {
        String text = new String(get(application, "/feeds/" + feed), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve(name + "-" + feed), text);
        files.put(feed, timeless(text).getBytes(StandardCharsets.UTF_8));
      }
      for (String baseline : List.of(OLDER, NEWER)) {
        files.put(baseline + LIST, list(application, baseline + LIST));
      }
      files.put("keys", jwks(files.get(OLDER + "bundle.zip"), key));
      return files;
    } finally {
      Installation.stopServer(folder.resolve(name));
    }
  }

  /// The signed list of files, which is there once they are written.
  private static byte[] list(Installation application, String path) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(300);
    while (application.given().get(path).statusCode() == 404) {
      assertThat(System.nanoTime()).as(path).isLessThan(end);
      assertThat(application.process().waitFor(200, TimeUnit.MILLISECONDS)).isFalse();
    }
    return get(application, path);
  }

  private static String freezing(String name, String dated) {
    return """
    {"name": "%s", "dated": "%s", "note": "For the bid pack", "waivers": [
      {"code": "PROVISIONAL", "reason": "Policy is still open", "by": "SMIP Programme"},
      {"code": "NAMES_OUTSIDE", "key": "WSI-0002", "reason": "Tells nothing", "by": "STEG"},
      {"code": "LINK_OUTSIDE", "reason": "To be followed up", "by": "STEG"},
      {"code": "BROKEN_LINK", "reason": "To be followed up", "by": "STEG"},
      {"code": "SUSPECT_LINK", "reason": "To be followed up", "by": "STEG"}]}
    """
        .formatted(name, dated);
  }

  private static void freeze(Installation application, String name, String dated) {
    application
        .given()
        .contentType(ContentType.JSON)
        .header("Prefer", "wait=60")
        .body(freezing(name, dated))
        .post("/api/v1/baselines")
        .then()
        .statusCode(201);
  }

  private static void withdraw(Installation application, String key) {
    String path = "/api/v1/records/" + key;
    application
        .given()
        .contentType(ContentType.JSON)
        .header("If-Match", application.given().get(path).header("ETag"))
        .body("{\"note\": \"Said elsewhere\"}")
        .post(path + "/withdrawal")
        .then()
        .statusCode(200);
  }

  /// Makes what the record demands stronger.
  private static void reword(Installation application, String key) throws IOException {
    String path = "/api/v1/records/" + key;
    Response answer = application.given().get(path);
    String text = answer.asString().replace(" shall ", " must always ");
    assertThat(text).isNotEqualTo(answer.asString());
    ObjectNode record = (ObjectNode) JSON.readTree(text);
    record.retain("type", "parent", "stage", "attributes", "links");
    record.path("links").forEach(link -> ((ObjectNode) link).remove("targetRevision"));
    application
        .given()
        .contentType(ContentType.JSON)
        .header("If-Match", answer.header("ETag"))
        .body(record.toString())
        .put(path)
        .then()
        .statusCode(200);
  }

  /// A feed of publications without what their moment makes of it.
  private static String timeless(String feed) {
    return OF_THE_PUBLICATION.matcher(feed).replaceAll("");
  }

  private Instant publishedAt(String name) throws IOException {
    Matcher updated =
        UPDATED.matcher(Files.readString(folder.resolve(name + "-publications.atom")));
    assertThat(updated.find()).isTrue();
    return Instant.parse(updated.group(1));
  }

  private static byte[] get(Installation application, String path) {
    return application
        .given()
        .header("Prefer", "wait=60")
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  /// The key set for the key file, with the id that the signature names.
  private byte[] jwks(byte[] bundle, Path key) throws Exception {
    String text = new String(bundle, StandardCharsets.ISO_8859_1);
    int start = text.indexOf("eyJ");
    String header =
        new String(
            Base64.getUrlDecoder().decode(text.substring(start, text.indexOf('.', start))),
            StandardCharsets.UTF_8);
    String id = header.replaceAll(".*\"kid\":\"([^\"]+)\".*", "$1");
    String x = Files.readString(key.resolveSibling("key.x"));
    return """
    {"keys":[{"kty":"OKP","crv":"Ed25519","kid":"%s","x":"%s"}]}
    """
        .formatted(id, x)
        .getBytes(StandardCharsets.UTF_8);
  }

  private Path key() throws NoSuchAlgorithmException, IOException {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] encoded = pair.getPublic().getEncoded();
    byte[] last = java.util.Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    Files.writeString(
        folder.resolve("key.x"), Base64.getUrlEncoder().withoutPadding().encodeToString(last));
    Path file = folder.resolve("key.pem");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(
        file,
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n");
  }

  private static String java() {
    return ProcessHandle.current().info().command().orElseThrow();
  }

  private Installation start(String name, Path key, List<String> options)
      throws IOException, InterruptedException {
    List<String> settings = new ArrayList<>(List.of("-Xmx512m"));
    settings.addAll(options);
    settings.addAll(
        List.of(
            "-Dcatalogue.publisher=Lead drafter",
            "-Dcatalogue.example-baseline=false",
            "-Dcatalogue.signing.key-file=" + key,
            "-Dcatalogue.database.directory=" + folder.resolve(name),
            "-Dcatalogue.import.uploads=" + folder.resolve(name + "-uploads")));
    return Installation.start(folder, settings);
  }
}
