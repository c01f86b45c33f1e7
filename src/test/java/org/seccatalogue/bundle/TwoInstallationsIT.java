package org.seccatalogue.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the packaged application twice, one after the other, each with a database of its own, in
/// another time zone and language; what both publish of the same content must be the same bytes. No
/// installation starts at the moment of another, so that their clocks differ too.
@NullUnmarked
class TwoInstallationsIT {

  private static final Path PROGRAM = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final String FREEZING =
      """
      {"name": "SEC v0.01", "dated": "2011-11-30", "note": "For the bid pack", "waivers": [
        {"code": "PROVISIONAL", "reason": "Policy is still open", "by": "SMIP Programme"},
        {"code": "NAMES_OUTSIDE", "key": "WSI-0002", "reason": "Tells nothing", "by": "STEG"}]}
      """;
  private static final List<String> FILES =
      List.of(
          "bundle.zip",
          "records.xlsx",
          "specifications/C.4.1.docx",
          "specifications/C.4.1.html",
          "specifications/B.1.docx");

  @TempDir Path folder;

  @Test
  void twoInstallationsPublishTheSameBytes() throws Exception {
    Path key = key();
    Map<String, byte[]> first =
        published(
            "first", key, List.of("-Duser.timezone=Pacific/Kiritimati", "-Duser.language=tr"));
    Map<String, byte[]> second =
        published(
            "second",
            key,
            List.of(
                "-Duser.timezone=America/Los_Angeles",
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-Dfile.encoding=ISO-8859-1"));
    for (String file : FILES) {
      assertThat(second.get(file)).as(file).isNotEmpty().isEqualTo(first.get(file));
    }
    verifiesAlone(first.get("bundle.zip"), first.get("keys"));
  }

  /// The program checks the bundle with neither of them running.
  private void verifiesAlone(byte[] bundle, byte[] keys) throws Exception {
    Path file = Files.write(folder.resolve("bundle.zip"), bundle);
    Path jwks = Files.write(folder.resolve("jwks.json"), keys);
    assertThat(verify(file, jwks)).startsWith("0 The bundle is authentic: SEC v0.01, digest ");
    byte[] flipped = bundle.clone();
    String text = new String(bundle, StandardCharsets.ISO_8859_1);
    flipped[text.indexOf("{\"key\":\"ESM-0004\"") + 120] ^= 1;
    assertThat(verify(Files.write(file, flipped), jwks))
        .startsWith("1 This is not the bundle as it was published.\n")
        .contains("ESM-0004: records.jsonl: It does not say what was published.");
  }

  private String verify(Path file, Path jwks) throws Exception {
    Path out = folder.resolve("verdict.txt");
    Process process =
        new ProcessBuilder(
                java(),
                "-jar",
                PROGRAM.toAbsolutePath().toString(),
                "verify",
                file.toString(),
                "--keys",
                jwks.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    return process.waitFor() + " " + Files.readString(out);
  }

  private Map<String, byte[]> published(String name, Path key, List<String> options)
      throws Exception {
    int port = freePort();
    Process application = start(name, port, key, options);
    try {
      RestAssured.given()
          .port(port)
          .contentType(ContentType.JSON)
          .body(FREEZING)
          .post("/api/v1/baselines")
          .then()
          .statusCode(201);
      Map<String, byte[]> files = new LinkedHashMap<>();
      for (String file : FILES) {
        files.put(file, get(port, "/api/v1/baselines/sec-v0.01/" + file));
      }
      files.put("keys", jwks(files.get("bundle.zip"), key));
      return files;
    } finally {
      application.destroy();
      application.waitFor();
      stopTheServer(name);
    }
  }

  private static byte[] get(int port, String path) {
    return RestAssured.given().port(port).get(path).then().statusCode(200).extract().asByteArray();
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
    return Files.writeString(
        folder.resolve("key.pem"),
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n");
  }

  private static String java() {
    return ProcessHandle.current().info().command().orElseThrow();
  }

  private Process start(String name, int port, Path key, List<String> options)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile(folder, name, ".log");
    List<String> line = new ArrayList<>(List.of(java(), "-Xmx512m"));
    line.addAll(options);
    line.addAll(
        List.of(
            "-Dquarkus.http.port=" + port,
            "-Dcatalogue.author=A. Author",
            "-Dcatalogue.example-baseline=false",
            "-Dcatalogue.signing.key-file=" + key,
            "-Dcatalogue.database.directory=" + folder.resolve(name),
            "-Dcatalogue.import.uploads=" + folder.resolve(name + "-uploads"),
            "-jar",
            PROGRAM.toAbsolutePath().toString()));
    Process application =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (System.nanoTime() < end) {
      if (Files.readString(log, StandardCharsets.ISO_8859_1).contains("Listening on")) {
        return application;
      }
      if (application.waitFor(100, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    throw new AssertionError(Files.readString(log, StandardCharsets.ISO_8859_1));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /// The application stops its database itself, unless it was killed.
  private void stopTheServer(String name) throws IOException {
    Path pid = folder.resolve(name).resolve("cluster").resolve("postmaster.pid");
    if (Files.exists(pid)) {
      Optional<ProcessHandle> server =
          ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()));
      server.ifPresent(ProcessHandle::destroy);
      server.ifPresent(process -> process.onExit().join());
    }
  }
}
