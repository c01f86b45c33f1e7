package org.seccatalogue.bundle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.Office;
import org.seccatalogue.testkit.OfficePresent;

/// A Word document that LibreOffice only opened and saved is told as that, however often, and also
/// by way of its own kind of file; what somebody hides or changes in it is told in front.
@QuarkusTest
@OfficePresent
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class SavedByOfficeIT {

  private static final String CHANGES = "changes.docx";
  private static final String WORD = "C.4.1.b.docx";
  private static final List<String> PARTS =
      List.of("A.docx", "B.docx", "C.docx", "R.docx", "C.1.2.b.docx", WORD);

  @Inject Freezer freezer;
  @Inject Verifications verifications;

  @TestHTTPResource("/")
  URI root;

  @TempDir static Path folder;

  private Path saved;
  private Path twice;
  private Path opened;

  @BeforeAll
  void save() throws IOException, InterruptedException {
    freezer.freeze("SEC v0.01", "2011-11-30");
    freezer.reword("ESM-0002", "shall", "must always");
    freezer.freeze("SEC v0.02", "2011-12-31");
    List<Path> all = new ArrayList<>();
    for (String part : PARTS) {
      all.add(kept(part, "sec-v0.01/specifications/" + part));
    }
    all.add(kept(CHANGES, "sec-v0.02/changes.docx?since=sec-v0.01"));
    saved = folder.resolve("saved");
    List<Path> once = Office.savedDocuments(all, saved);
    twice = folder.resolve("twice");
    Office.savedDocuments(once.subList(PARTS.size() - 2, once.size()), twice);
    opened = folder.resolve("opened");
    Office.savedDocuments(
        Office.openDocuments(all.subList(PARTS.size() - 2, PARTS.size()), folder), opened);
  }

  private Path kept(String name, String address) throws IOException {
    byte[] document =
        given()
            .baseUri(root.toString())
            .header("Prefer", "wait=60")
            .get("api/v1/baselines/" + address)
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    return Files.write(folder.resolve(name), document);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A.docx",
        "B.docx",
        "C.docx",
        "R.docx",
        "C.1.2.b.docx",
        "C.4.1.b.docx",
        "changes.docx"
      })
  void whatWasSavedOnceShowsTheSame(String name) throws IOException {
    assertSavedAgain(saved.resolve(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"C.1.2.b.docx", "C.4.1.b.docx", "changes.docx"})
  void whatWasSavedTwiceShowsTheSame(String name) throws IOException {
    assertSavedAgain(twice.resolve(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"C.1.2.b.docx", "C.4.1.b.docx"})
  void whatWasAnOpenDocumentBetweenShowsTheSame(String name) throws IOException {
    assertSavedAgain(opened.resolve(name));
  }

  private void assertSavedAgain(Path file) throws IOException {
    Verdict verdict = verifications.verify(file);
    assertThat(verdict).isInstanceOf(Verdict.SavedAgain.class);
  }

  @Test
  void thePageAndTheApiSayTheSame() {
    String answer =
        given()
            .multiPart("file", saved.resolve(WORD).toFile())
            .post("/api/v1/verifications")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(answer)
        .contains("\"verdict\":\"SAVED_AGAIN\"")
        .contains("The Word specification of C.4.1.b was saved again by another program;");
    String page =
        given()
            .multiPart("file", saved.resolve(WORD).toFile())
            .post("/verify")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(page)
        .contains("The Word specification of C.4.1.b was saved again by another program")
        .contains("no words were hidden, added or changed");
  }

  @ParameterizedTest
  @MethodSource("org.seccatalogue.bundle.HidingTricksOfOffice#tricks")
  void eachTrickIsToldInFrontOfAllElse(HidingTrick trick) throws IOException {
    byte[] played = trick.played(Files.readAllBytes(saved.resolve(trick.file())));
    Verdict verdict = verifications.verify(Files.write(folder.resolve("played"), played));
    assertThat(verdict).as(trick.name()).isInstanceOf(Verdict.Different.class);
    List<Deviation> told = ((Verdict.Different) verdict).differences();
    assertThat(told.getFirst().what()).as(trick.name()).startsWith(trick.told());
    assertThat(told.stream().filter(one -> one.what().startsWith("The look")))
        .as(trick.name())
        .hasSizeLessThan(20);
  }
}
