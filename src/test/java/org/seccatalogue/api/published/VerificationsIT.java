package org.seccatalogue.api.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.files.FileLists;
import org.seccatalogue.bundle.BundleCheck;
import org.seccatalogue.bundle.Verdict;
import org.seccatalogue.bundle.Verifications;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.Proof;
import org.seccatalogue.testkit.Setting;

@QuarkusTest
@Tag("files")
@Setting(name = "catalogue.verify.compared-bytes", value = "12000000")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class VerificationsIT {

  private static final String WORD = "specifications/C.4.1.docx";
  private static final String HTML = "specifications/C.4.1.html";
  private static final int FLIPS = Proof.count(3, 200);

  @Inject Freezer freezer;
  @Inject Verifications verifications;
  @Inject Published published;
  @Inject FileLists lists;
  @TempDir Path folder;

  private Baseline baseline;

  @BeforeAll
  void freeze() {
    baseline = freezer.freeze("SEC v0.01", "2011-11-30");
    freezer.signFiles(baseline);
    freezer.reword("ESM-0002", "shall", "must always");
    freezer.freeze("SEC v0.02", "2011-12-31");
  }

  private static byte[] file(String name) {
    return given().get("/api/v1/baselines/sec-v0.01/" + name).asByteArray();
  }

  private JsonPath verified(byte[] content) {
    return given()
        .multiPart("file", "file", content)
        .post("/api/v1/verifications")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @ParameterizedTest
  @CsvSource({
    "bundle.zip,AUTHENTIC,The bundle",
    "records.xlsx,AUTHENTIC,The workbook",
    "specifications/C.docx,AUTHENTIC,The Word specification of C",
    "specifications/C.html,AUTHENTIC,The HTML specification of C",
    WORD + ",DERIVED,The Word specification of C.4.1",
    HTML + ",DERIVED,The HTML specification of C.4.1"
  })
  void tellsThatAFileIsAuthentic(String name, String verdict, String what) {
    JsonPath answer = verified(file(name));
    assertThat(answer.getString("verdict")).as(answer::prettify).isEqualTo(verdict);
    assertThat(answer.getString("what")).isEqualTo(what);
    assertThat(answer.getString("baseline")).isEqualTo("SEC v0.01");
    assertThat(answer.getString("digest")).isEqualTo(baseline.digest());
  }

  @ParameterizedTest
  @CsvSource({
    "docx,The Word document of the changes from SEC v0.01 to SEC v0.02",
    "xlsx,The workbook of the changes from SEC v0.01 to SEC v0.02",
    "json,The JSON file of the changes from SEC v0.01 to SEC v0.02"
  })
  void tellsOfChangesBetweenTwoBaselines(String ending, String what) {
    byte[] changes = changes(ending, "sec-v0.02", "sec-v0.01");
    for (int time = 0; time < 2; time++) {
      JsonPath answer = verified(changes);
      assertThat(answer.getString("verdict")).as(answer::prettify).isEqualTo("DERIVED");
      assertThat(answer.getString("what")).isEqualTo(what);
      assertThat(answer.getString("baseline")).isEqualTo("SEC v0.02");
    }
    JsonPath back = verified(changes(ending, "sec-v0.01", "sec-v0.02"));
    assertThat(back.getString("verdict")).as(back::prettify).isEqualTo("DERIVED");
    assertThat(back.getString("what")).endsWith(" of the changes from SEC v0.02 to SEC v0.01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"docx", "xlsx", "json"})
  void namesTheRecordOfAFlippedByteOfChanges(String ending) throws IOException {
    byte[] flipped = changes(ending, "sec-v0.02", "sec-v0.01");
    String text = new String(flipped, StandardCharsets.ISO_8859_1);
    flipped[text.indexOf("must always") + 2] ^= 1;
    assertThat(keys(verifications.verify(Files.write(folder.resolve("changes"), flipped))))
        .containsExactly("ESM-0002");
  }

  @Test
  void tellsWhereSavedChangesSaySomethingElse() throws IOException {
    byte[] saved = packedAnew(changes("docx", "sec-v0.02", "sec-v0.01"), "must always", "may well");
    assertThat(keys(verifications.verify(Files.write(folder.resolve("saved"), saved))))
        .containsExactly("ESM-0002");
    String json =
        new String(changes("json", "sec-v0.02", "sec-v0.01"), StandardCharsets.UTF_8)
            .replace(":{", ": {");
    JsonPath answer = verified(json.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.getString("message"))
        .isEqualTo(
            "The JSON file of the changes from SEC v0.01 to SEC v0.02 was saved again by another"
                + " program; all that it shows is what was published.");
  }

  private static byte[] changes(String ending, String newer, String older) {
    return given()
        .get("/api/v1/baselines/" + newer + "/changes." + ending + "?since=" + older)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  @Test
  void comparesTheWordsOfNoFileThatIsTooLarge() {
    byte[] large = Arrays.copyOf(file(HTML), 12_000_001);
    JsonPath answer = verified(large);
    assertThat(answer.getString("verdict")).isEqualTo("DIFFERENT");
    assertThat(answer.getString("message"))
        .isEqualTo("The bytes are not those that were published.");
    assertThat(answer.getList("differences.message"))
        .containsExactly(
            "Its words were not compared: it has 12,000,001 bytes when unpacked, and at most"
                + " 12,000,000 are compared (catalogue.verify.compared-bytes).");
  }

  @Test
  void tellsThatManifestsAreAuthentic() {
    for (String text : List.of(baseline.manifest(), baseline.signature())) {
      assertThat(verified(text.getBytes(StandardCharsets.UTF_8)).getString("verdict"))
          .isEqualTo("AUTHENTIC");
    }
    String changed = baseline.manifest().replace("Lead drafter", "Codes drafter");
    JsonPath answer = verified(changed.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.getString("verdict")).isEqualTo("DIFFERENT");
    assertThat(answer.getString("differences[0].found")).contains("Codes drafter");
  }

  @Test
  void doesNotKnowOtherFiles() {
    assertThat(verified("Dear Sir".getBytes(StandardCharsets.UTF_8)).getString("verdict"))
        .isEqualTo("UNKNOWN");
    assertThat(given().post("/api/v1/verifications").statusCode()).isIn(400, 415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bundle.zip", "records.xlsx", WORD, HTML})
  void findsOneFlippedBytePerFile(String name) throws IOException {
    byte[] whole = file(name);
    Random random = new Random(Proof.SEED);
    Path file = folder.resolve("flipped");
    for (int i = 0; i < FLIPS; i++) {
      int at = random.nextInt(whole.length);
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, flipped);
      assertThat(verifications.verify(file))
          .as("%s, byte %d; %s", name, at, Proof.told())
          .isInstanceOf(Verdict.Different.class);
    }
  }

  /// Wherever a byte of a record is flipped, that record is named.
  @ParameterizedTest
  @CsvSource({
    "bundle.zip,'\"key\":\"ESM-0004\"',3",
    "bundle.zip,'\"key\":\"ESM-0004\"',200",
    "bundle.zip,'\nESM-0004 ',20",
    "bundle.zip,w:name=\"a_ESM_0004_,120",
    "bundle.zip,' id=\"ESM-0004\"',150",
    "records.xlsx,'<t xml:space=\"preserve\">ESM-0004<',300",
    WORD + ",w:name=\"a_ESM_0004_,3",
    WORD + ",w:name=\"a_ESM_0004_,400",
    HTML + ",' id=\"ESM-0004\"',-10",
    HTML + ",' id=\"ESM-0004\"',300"
  })
  void namesTheRecordOfAFlippedByte(String name, String before, int behind) throws IOException {
    byte[] flipped = file(name);
    String text = new String(flipped, StandardCharsets.ISO_8859_1);
    int start = text.indexOf(before);
    assertThat(start).isPositive();
    flipped[start + (behind < 0 ? 0 : before.length()) + behind] ^= 1;
    Verdict verdict = verifications.verify(Files.write(folder.resolve("named"), flipped));
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Different.class,
            different ->
                assertThat(different.differences())
                    .as("%s", different)
                    .first()
                    .satisfies(d -> assertThat(d.key()).isEqualTo("ESM-0004")));
  }

  /// Without any server and database: each line of the records, and each of the revisions.
  @Test
  void aBundleNamesItsDamagedRecordsByItself() throws IOException {
    byte[] whole = file("bundle.zip");
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    Path file = folder.resolve("alone");
    Random random = new Random(Proof.SEED);
    assertThat(
            BundleCheck.check(
                Files.write(file, whole), published.keys(), _ -> lists.signed(baseline)))
        .isInstanceOf(Verdict.Authentic.class);
    for (String key : List.of("ESM-0001", "ESM-0004", "CLS-0010")) {
      int line = text.indexOf("{\"key\":\"" + key + "\"");
      int length = text.indexOf('\n', line) - line;
      for (int at : IntStream.generate(() -> random.nextInt(length)).limit(FLIPS).toArray()) {
        byte[] flipped = whole.clone();
        flipped[line + at] ^= 1;
        assertThat(
                keys(
                    BundleCheck.check(
                        Files.write(file, flipped), published.keys(), _ -> lists.signed(baseline))))
            .as("%s, byte %d; %s", key, at, Proof.told())
            .contains(key);
      }
      byte[] flipped = whole.clone();
      flipped[text.indexOf("\n" + key + " ") + 15] ^= 1;
      assertThat(
              keys(
                  BundleCheck.check(
                      Files.write(file, flipped), published.keys(), _ -> lists.signed(baseline))))
          .containsExactly(key);
    }
  }

  @Test
  void aBundleFindsAnyFlippedByteByItself() throws IOException {
    byte[] whole = file("bundle.zip");
    Path file = folder.resolve("any");
    Random random = new Random(Proof.SEED);
    for (int i = 0; i < FLIPS; i++) {
      byte[] flipped = whole.clone();
      int at = random.nextInt(whole.length);
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      assertThat(
              BundleCheck.check(
                  Files.write(file, flipped), published.keys(), _ -> lists.signed(baseline)))
          .as("byte %d; %s", at, Proof.told())
          .isNotInstanceOf(Verdict.Authentic.class);
    }
  }

  private static List<String> keys(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Different different ->
          different.differences().stream()
              .map(d -> d.key())
              .filter(key -> key != null)
              .distinct()
              .toList();
      case Verdict.Authentic _,
          Verdict.Derived _,
          Verdict.SavedAgain _,
          Verdict.Whole _,
          Verdict.Unknown _ ->
          List.of();
    };
  }

  @Test
  void tellsThatASavedDocumentStillSaysTheSame() throws IOException {
    JsonPath answer = verified(packedAnew(file(WORD), "shall", "shall"));
    assertThat(answer.getString("verdict")).isEqualTo("SAVED_AGAIN");
    assertThat(answer.getString("message"))
        .isEqualTo(
            "The Word specification of C.4.1 was saved again by another program; all that it shows"
                + " is what was published.");
  }

  @Test
  void tellsWhichRecordOfASavedDocumentSaysSomethingElse() throws IOException {
    String statement =
        freezer.record("ESM-0004").attributes().json().toString().contains("shall")
            ? "shall"
            : "must";
    assertThat(statement).isEqualTo("shall");
    JsonPath answer = verified(packedAnew(file(WORD), "ESM_0004", "ESM_0004"));
    assertThat(answer.getString("verdict")).isEqualTo("SAVED_AGAIN");
    JsonPath other = verified(packedAnew(file(WORD), "a_ESM_0004", "a_ESM_9004"));
    assertThat(other.<String>getList("differences.key")).contains("ESM-0004", "ESM-9004");
  }

  /// As another program would save it: packed, and with words in place of others.
  private static byte[] packedAnew(byte[] archive, String from, String to) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(e.getName()));
        String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        out.write(text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
