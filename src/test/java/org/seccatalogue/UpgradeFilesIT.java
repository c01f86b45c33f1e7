package org.seccatalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seccatalogue.baseline.files.FileLists;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.job.JobState;
import org.seccatalogue.job.Jobs;
import org.seccatalogue.testkit.EarlierAnswer;
import org.seccatalogue.testkit.EarlierCatalogue;
import org.seccatalogue.testkit.EarlierVersion;

/// What an earlier version published is answered with the same bytes by this one, and is still
/// authentic, whichever way it is asked.
@QuarkusTest
@Tag("files")
@TestProfile(EarlierVersion.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class UpgradeFilesIT {

  /// Where something was published, the file that it was, and what was said when it was verified.
  record Publication(String address, String file, JsonNode verdict) {
    @Override
    public String toString() {
      return address;
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BUNDLE = "bundle.zip";

  /// A baseline of which there is a file of every kind.
  private static final String WHOLE = "/api/v1/baselines/sec-v0.01/";

  private static final EarlierCatalogue EARLIER = EarlierCatalogue.of(EarlierVersion.VERSION);

  @TempDir Path folder;

  static List<Publication> publications() {
    return StreamSupport.stream(EARLIER.json("files.json").spliterator(), false)
        .map(
            file ->
                new Publication(
                    file.get("address").asText(), file.get("file").asText(), file.get("verdict")))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("publications")
  void eachAddressAnswersTheSameBytes(Publication publication) {
    byte[] answer =
        given()
            .urlEncodingEnabled(false)
            .get(publication.address())
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    assertThat(answer).isEqualTo(EARLIER.bytes(publication.file()));
  }

  @ParameterizedTest
  @MethodSource("publications")
  void eachFileIsAuthentic(Publication publication) throws IOException {
    assertThat(publication.verdict().get("verdict").asText()).isEqualTo("AUTHENTIC");
    String answer =
        given()
            .multiPart("file", name(publication), EARLIER.bytes(publication.file()))
            .post("/api/v1/verifications")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(EarlierAnswer.differences("", verdict(publication), answer)).isEmpty();
  }

  /// What was made when it was asked for is no longer called published.
  private JsonNode verdict(Publication publication) throws IOException {
    ObjectNode verdict = (ObjectNode) publication.verdict().deepCopy();
    Path file = Files.write(folder.resolve("one"), EARLIER.bytes(publication.file()));
    if (lists.find(Digests.ofFile(file)).isPresent()) {
      return verdict;
    }
    verdict.remove("notes");
    return verdict
        .put("verdict", "DERIVED")
        .put(
            "message",
            verdict.get("what").asText()
                + " is derived from the baseline: every byte is as it is made from the signed"
                + " records, and no signed list of files holds it.");
  }

  static List<Publication> publicationsOfEachKind() {
    return publications().stream().filter(one -> one.address().startsWith(WHOLE)).toList();
  }

  @ParameterizedTest
  @MethodSource("publicationsOfEachKind")
  void aFileOfEachKindIsKnownOnThePage(Publication publication) throws IOException {
    JsonNode verdict = verdict(publication);
    boolean derived = verdict.get("verdict").asText().equals("DERIVED");
    String page =
        given()
            .multiPart("file", name(publication), EARLIER.bytes(publication.file()))
            .post("/verify")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(page)
        .contains(
            verdict.get("what").asText()
                + (derived ? " is derived from the baseline" : " is authentic"))
        .contains(publication.verdict().get("digest").asText());
  }

  @Inject FileLists lists;
  @Inject Jobs jobs;

  /// The files of earlier baselines are signed after the start.
  @BeforeAll
  void awaitSignatures() {
    for (int baseline : lists.unlisted()) {
      long job =
          QuarkusTransaction.requiringNew()
              .call(() -> jobs.newest(List.of("write-files"), baseline))
              .orElseThrow()
              .id();
      assertThat(jobs.await(job, Duration.ofMinutes(5)).orElseThrow().state())
          .isEqualTo(JobState.DONE);
    }
    assertThat(lists.unlisted()).isEmpty();
  }

  private static String name(Publication publication) {
    return Path.of(publication.file()).getFileName().toString();
  }

  @Test
  void eachBundleIsAuthenticWithoutAServer() throws IOException {
    String keys = kept("jwks.json", "/.well-known/jwks.json");
    Map<String, String> answers = new TreeMap<>();
    for (Publication publication : publications()) {
      if (publication.file().endsWith(BUNDLE)) {
        String file =
            Files.write(folder.resolve(BUNDLE), EARLIER.bytes(publication.file())).toString();
        String list = kept("files.jws", publication.address().replaceAll("[^/]+$", "files.jws"));
        answers.put(
            name(publication),
            verify(file, "--keys", keys) + verify(file, "--keys", keys, "--list", list));
      }
    }
    assertThat(answers)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "03-sec-v0.01-bundle.zip",
                authentic(
                    "SEC v0.01",
                    "b55fed8b373c9859e108859e8c27f33867a134580d0d23b0f782e8b7a5f90a87",
                    235),
                "11-sec-v0.02-bundle.zip",
                authentic(
                    "SEC v0.02",
                    "ce285591c5c64fc7d3644de5a11775d8a50b61447b7c247ba67b6dceabfb1f0f",
                    235),
                "19-sec-gas-v0.1-bundle.zip",
                authentic(
                    "SEC gas v0.1",
                    "7717dcba032bd99ded4e169148a00b016c073bc08dafc91be3fea01284c22b6d",
                    19)));
  }

  private String kept(String name, String address) throws IOException {
    byte[] answer = given().get(address).then().statusCode(200).extract().asByteArray();
    return Files.write(folder.resolve(name), answer).toString();
  }

  private static String authentic(String name, String digest, int records) {
    return """
    2 The %d records of %s are those that were signed. Whether the workbook, the documents and the\
     other files beside them are genuine cannot be told without the signed list of its files\
     (files.jws, beside the bundle where it was published).
    0 The bundle is authentic: %s, digest %s.
    It is in the signed list 1 of the files of the baseline.
    """
        .formatted(records, name, name, digest);
  }

  private static String verify(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    List<String> line = new ArrayList<>(List.of(VerifyCommand.NAME));
    line.addAll(List.of(arguments));
    int status = new VerifyCommand(print, print).run(line);
    return status + " " + out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theKeysOfThenAreThereBesideThatOfNow() throws IOException {
    assertThat(EARLIER.json("jwks.json").get("keys")).hasSize(2);
    assertThat(JSON.readTree(given().get("/.well-known/jwks.json").asString()).get("keys"))
        .containsAll(EARLIER.json("jwks.json").get("keys"));
  }
}
