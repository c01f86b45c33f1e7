package org.seccatalogue.bundle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.testkit.Drafts;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.Office;
import org.seccatalogue.testkit.OfficePresent;

/// A published workbook with a text that is too long for a cell holds all of it, and is told as
/// published.
@QuarkusTest
@OfficePresent
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class ContinuedWorkbooksIT {

  private static final String TEXT =
      "A sentence, \uD83D\uDE00, of the clause.\n".repeat(3_000) + "The end.";
  private static final ChangeNote NOTE = new ChangeNote("Lead drafter", "As the code has it");
  private static final String EXTRACT = "extract.xlsx?type=clause";

  @Inject Freezer freezer;
  @Inject Revisions revisions;

  @TestHTTPResource("/")
  URI root;

  @TempDir Path folder;

  private String key;

  @BeforeAll
  void publish() {
    Drafts clause =
        Drafts.of("clause")
            .with("reference", "B.5.98")
            .with("title", "A long clause")
            .with("text", TEXT)
            .below("B.5");
    key = ((SaveOutcome.Created) revisions.create(clause.draft(), NOTE)).record().key().toString();
    freezer.signFiles(freezer.freeze("SEC v0.01", "2011-11-30"));
  }

  private Path file(String name) throws IOException {
    byte[] bytes =
        given()
            .baseUri(root.toString())
            .header("Prefer", "wait=60")
            .get("api/v1/baselines/sec-v0.01/" + name)
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    return Files.write(folder.resolve("records.xlsx"), bytes);
  }

  private static JsonPath verified(Path file) {
    return given()
        .multiPart("file", file.toFile())
        .post("/api/v1/verifications")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private List<String> cells(Path file) throws IOException {
    List<String> cells = new ArrayList<>();
    try (ReadableWorkbook read = new ReadableWorkbook(file.toFile());
        Stream<Row> rows = read.findSheet("Clauses").orElseThrow().openStream()) {
      rows.filter(row -> String.valueOf(row.getCellText(0)).startsWith(key))
          .forEach(
              row ->
                  row.stream()
                      .filter(cell -> cell != null && cell.getText().length() > 1_000)
                      .forEach(cell -> cells.add(cell.getText())));
    }
    return cells;
  }

  @ParameterizedTest
  @CsvSource({"records.xlsx,AUTHENTIC,2", EXTRACT + ",DERIVED,2", "records.xlsx?form=1,DERIVED,1"})
  void itIsToldAsItWasPublished(String name, String verdict, int form) throws IOException {
    JsonPath answer = verified(file(name));
    assertThat(answer.getString("verdict")).as(answer::prettify).isEqualTo(verdict);
    assertThat(answer.getInt("form")).isEqualTo(form);
  }

  @ParameterizedTest
  @CsvSource({"records.xlsx", EXTRACT})
  void allOfTheTextIsThere(String name) throws IOException {
    assertThat(String.join("", cells(file(name))).replaceAll("\n\\(part [1-3] of 4, .*\\)", ""))
        .isEqualTo(TEXT);
  }

  @Test
  void theFirstFormStaysWhatItWas() throws IOException {
    Path first = file("records.xlsx?form=1");
    assertThat(cells(first)).isEmpty();
    assertThat(Files.readString(first, java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains("(not shown: %d characters do not fit in a cell)".formatted(TEXT.length()))
        .doesNotContain("SEC file form");
  }

  @Test
  void aWordOfAPartThatIsAnotherIsTold() throws IOException {
    Path file = file("records.xlsx");
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    bytes[text.indexOf("The end.")] = 't';
    JsonPath answer = verified(Files.write(file, bytes));
    assertThat(answer.getString("verdict")).isEqualTo("DIFFERENT");
    assertThat(answer.prettify()).contains(key);
  }

  @ParameterizedTest
  @CsvSource({"records.xlsx", EXTRACT})
  void savedByAnotherProgramItIsToldAsThat(String name) throws Exception {
    Path saved = Office.saved(file(name), folder.resolve("office"));
    assertThat(verified(saved).getString("verdict"))
        .as(verified(saved)::prettify)
        .isEqualTo("SAVED_AGAIN");
  }
}
