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
  private static final int NEWEST = 6;
  private static final int NEXT = NEWEST + 1;
  private static final String MARK = mark(NEXT);

  @Inject Freezer freezer;
  @Inject FinishedFiles files;
  @Inject FileForms forms;

  private byte[] first;

  private static String mark(int form) {
    return "<meta name=\"sec-form\" content=\"SEC file form %d\"/>".formatted(form);
  }

  /// Says what the newest form says, with other words at its end.
  private record NextHtml(PublishedWriter before) implements PublishedWriter {
    @Override
    public FileKind kind() {
      return FileKind.HTML;
    }

    @Override
    public int form() {
      return NEXT;
    }

    @Override
    public void write(PublishedFile file, OutputStream out) throws IOException {
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      before.write(file, written);
      String html =
          written
              .toString(StandardCharsets.UTF_8)
              .replace(mark(NEWEST), MARK)
              .replace("Content digest: ", "Digest: ");
      out.write(html.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public FileMarks marks() {
      return before.marks();
    }
  }

  @BeforeAll
  void publishWithTheNewest() {
    freezer.freeze("SEC v0.01", "2011-11-30");
  }

  @BeforeEach
  void download() {
    first = file(OLD);
  }

  /// From now on the program knows both.
  private void beTheNext() {
    List<PublishedWriter> writers = new ArrayList<>();
    for (FileKind kind : FileKind.values()) {
      writers.addAll(forms.writers(kind));
    }
    PublishedWriter html = forms.writer(FileKind.HTML, NEWEST).orElseThrow();
    writers.add(new NextHtml(html));
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
    assertThat(new String(first, StandardCharsets.UTF_8)).contains("SEC file form " + NEWEST);
    beTheNext();
    assertThat(file(OLD)).isEqualTo(first);
    assertThat(file(OLD + "?form=" + NEWEST)).isEqualTo(first);
    byte[] other = file(OLD + "?form=" + NEXT);
    assertThat(new String(other, StandardCharsets.UTF_8)).contains(MARK, "Digest: ");
    assertThat(get(OLD + "?form=" + (NEXT + 1)).statusCode()).isEqualTo(404);
    assertGenuine(first, NEWEST, "SEC v0.01");
    assertGenuine(other, NEXT, "SEC v0.01");
    byte[] oldest = file(OLD + "?form=1");
    assertThat(new String(oldest, StandardCharsets.UTF_8)).doesNotContain("SEC file form");
    assertGenuine(oldest, 1, "SEC v0.01");
  }

  @Test
  void whatIsPublishedLaterIsInTheNextForm() {
    beTheNext();
    freezer.freeze("SEC v0.02", "2011-12-31");
    byte[] second = file(NEW);
    assertThat(new String(second, StandardCharsets.UTF_8)).contains(MARK);
    assertThat(file(NEW + "?form=" + NEXT)).isEqualTo(second);
    byte[] other = file(NEW + "?form=1");
    assertThat(new String(other, StandardCharsets.UTF_8)).doesNotContain("SEC file form");
    assertGenuine(second, NEXT, "SEC v0.02");
    assertGenuine(other, 1, "SEC v0.02");
    assertGenuine(file("/api/v1/baselines/sec-v0.02/bundle.zip"), 7, "SEC v0.02");
    second[new String(second, StandardCharsets.ISO_8859_1).indexOf("form " + NEXT) + 5] = '1';
    assertThat(verified(second).getString("verdict")).isEqualTo("DIFFERENT");
  }

  @Test
  void aFormOfALaterProgramIsUnknownAndNotForged() {
    String later = new String(first, StandardCharsets.UTF_8);
    later = later.replace("SEC file form " + NEWEST, "SEC file form " + (NEXT + 1));
    JsonPath verdict = verified(later.getBytes(StandardCharsets.UTF_8));
    assertThat(verdict.getString("verdict")).isEqualTo("UNKNOWN");
    assertThat(verdict.getString("message"))
        .isEqualTo(
            "This file says that it was written in form "
                + (NEXT + 1)
                + ", which is not known here.");
  }
}
