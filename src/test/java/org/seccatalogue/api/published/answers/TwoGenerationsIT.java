package org.seccatalogue.api.published.answers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedWriter;
import org.seccatalogue.testkit.Freezer;

/// A program whose HTML specifications have one form more than the one before.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class TwoGenerationsIT {

  private static final String SECTION = "/specifications/C.4.1.a.html";
  private static final String OLD = "/api/v1/baselines/sec-v0.01" + SECTION;
  private static final String NEW = "/api/v1/baselines/sec-v0.02" + SECTION;
  private static final String MARK = "<meta name=\"sec-form\" content=\"SEC file form 5\"/>";

  @Inject Freezer freezer;
  @Inject FinishedFiles files;
  @Inject FileForms forms;

  private byte[] first;

  /// Says what the fourth form says, with other words at its end.
  private record FifthHtml(PublishedWriter before) implements PublishedWriter {
    @Override
    public FileKind kind() {
      return FileKind.HTML;
    }

    @Override
    public int form() {
      return 5;
    }

    @Override
    public void write(PublishedFile file, OutputStream out) throws IOException {
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      before.write(file, written);
      String html =
          written
              .toString(StandardCharsets.UTF_8)
              .replace("<meta name=\"sec-form\" content=\"SEC file form 4\"/>", MARK)
              .replace("Content digest: ", "Digest: ");
      out.write(html.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public FileMarks marks() {
      return before.marks();
    }
  }

  @BeforeAll
  void publishWithTheFourth() {
    freezer.freeze("SEC v0.01", "2011-11-30");
  }

  @BeforeEach
  void download() {
    first = file(OLD);
  }

  /// From now on the program knows both.
  private void beTheFifth() {
    List<PublishedWriter> writers = new ArrayList<>();
    for (FileKind kind : FileKind.values()) {
      writers.addAll(forms.writers(kind));
    }
    PublishedWriter html = forms.writer(FileKind.HTML, FileForms.FOURTH).orElseThrow();
    writers.add(new FifthHtml(html));
    QuarkusMock.installMockForType(new FileForms(writers), FileForms.class);
    files.forget();
  }

  private Response get(String path) {
    return given().get(path);
  }

  private byte[] file(String path) {
    return get(path).then().statusCode(200).extract().asByteArray();
  }

  private static JsonPath verified(byte[] file) {
    return given()
        .multiPart("file", "file", file)
        .post("/api/v1/verifications")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static void assertGenuine(byte[] file, int form, String baseline) {
    JsonPath verdict = verified(file);
    assertThat(verdict.getString("verdict")).as(verdict::prettify).isEqualTo("DERIVED");
    assertThat(verdict.getInt("form")).isEqualTo(form);
    assertThat(verdict.getString("baseline")).isEqualTo(baseline);
  }

  @Test
  void whatWasPublishedKeepsItsBytesAtItsAddress() {
    assertThat(new String(first, StandardCharsets.UTF_8)).contains("SEC file form 4");
    beTheFifth();
    assertThat(file(OLD)).isEqualTo(first);
    assertThat(file(OLD + "?form=4")).isEqualTo(first);
    byte[] other = file(OLD + "?form=5");
    assertThat(new String(other, StandardCharsets.UTF_8)).contains(MARK, "Digest: ");
    assertThat(get(OLD + "?form=6").statusCode()).isEqualTo(404);
    assertGenuine(first, 4, "SEC v0.01");
    assertGenuine(other, 5, "SEC v0.01");
    byte[] oldest = file(OLD + "?form=1");
    assertThat(new String(oldest, StandardCharsets.UTF_8)).doesNotContain("SEC file form");
    assertGenuine(oldest, 1, "SEC v0.01");
  }

  @Test
  void whatIsPublishedLaterIsInTheFifthForm() {
    beTheFifth();
    freezer.freeze("SEC v0.02", "2011-12-31");
    byte[] second = file(NEW);
    assertThat(new String(second, StandardCharsets.UTF_8)).contains(MARK);
    assertThat(file(NEW + "?form=5")).isEqualTo(second);
    byte[] other = file(NEW + "?form=1");
    assertThat(new String(other, StandardCharsets.UTF_8)).doesNotContain("SEC file form");
    assertGenuine(second, 5, "SEC v0.02");
    assertGenuine(other, 1, "SEC v0.02");
    assertGenuine(file("/api/v1/baselines/sec-v0.02/bundle.zip"), 6, "SEC v0.02");
    second[new String(second, StandardCharsets.ISO_8859_1).indexOf("form 5") + 5] = '1';
    assertThat(verified(second).getString("verdict")).isEqualTo("DIFFERENT");
  }

  @Test
  void aFormOfALaterProgramIsUnknownAndNotForged() {
    String later = new String(first, StandardCharsets.UTF_8);
    later = later.replace("SEC file form 4", "SEC file form 7");
    JsonPath verdict = verified(later.getBytes(StandardCharsets.UTF_8));
    assertThat(verdict.getString("verdict")).isEqualTo("UNKNOWN");
    assertThat(verdict.getString("message"))
        .isEqualTo("This file says that it was written in form 7, which is not known here.");
  }
}
