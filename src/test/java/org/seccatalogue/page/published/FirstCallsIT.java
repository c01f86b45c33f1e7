package org.seccatalogue.page.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.schema.CodeRole;
import org.seccatalogue.testkit.ExampleData;
import org.seccatalogue.testkit.TestDatabase;

/// The programs of the page for developers, run as they stand there by the programs that they are
/// for.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(FirstCallsIT.Example.class)
class FirstCallsIT {

  @Inject ReadersShelf shelf;
  @Inject Published published;
  @Inject PublishedRecords records;
  @TempDir Path folder;

  public static final class Example extends ExampleData {}

  @BeforeEach
  void fill() {
    shelf.fill();
  }

  /// All that the calls must list, found without the search.
  private List<String> keys() {
    var baseline = published.find("latest").orElseThrow();
    return records.inOrder(baseline, "", 1000).stream()
        .filter(record -> record.type().name().equals("gas-meter-spec"))
        .filter(record -> ServiceTable.codes(record, CodeRole.IMPORTANCE).contains("Must"))
        .map(record -> record.key().toString())
        .toList();
  }

  @Test
  void curlLists() throws Exception {
    JsonNode answer = new ObjectMapper().readTree(run("curl", "bash", "call.sh"));
    assertThat(answer.path("items").valueStream().map(item -> item.path("key").asText()))
        .containsExactlyElementsOf(keys())
        .isNotEmpty();
  }

  @Test
  void pythonLists() throws Exception {
    assertThat(firstWords(run("python", "python3", "first.py"))).isEqualTo(keys());
  }

  @Test
  void javaLists() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    assertThat(firstWords(run("java", java, "First.java"))).isEqualTo(keys());
  }

  @Test
  void typescriptLists() throws Exception {
    assertThat(firstWords(run("typescript", "node", "first.mjs"))).isEqualTo(keys());
  }

  private static List<String> firstWords(String text) {
    return text.lines().map(line -> line.split(" ", 2)[0]).toList();
  }

  private String run(String id, String program, String file) throws Exception {
    Assumptions.assumeTrue(
        System.getenv("CI") != null || isThere(program), program + " is not on the PATH");
    Files.writeString(folder.resolve(file), snippet(id));
    Process process =
        new ProcessBuilder(program, file)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  private static boolean isThere(String program) {
    try {
      return new ProcessBuilder(program, "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What a reader copies from the page.
  private static String snippet(String id) {
    String page = given().get("/developers").then().statusCode(200).extract().asString();
    var code = Pattern.compile("(?s)<code id=\"" + id + "-text\">(.*?)</code>").matcher(page);
    assertThat(code.find()).isTrue();
    return code.group(1)
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
