package org.seccatalogue.page.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.testkit.Tools;
import org.seccatalogue.testkit.ToolsPresent;
import org.seccatalogue.testkit.ToolsPresent.Program;

/// The programs of the page for developers, run as they stand there by the programs that they are
/// for.
@QuarkusTest
class FirstCallsIT {

  /// Every Must requirement of the example that is of the gas meter or names it, as the outline has
  /// them, and the one that the second baseline adds; found by hand.
  static final List<String> FOR_GAS_METERS =
      List.of(
          "DSL-0002",
          "DSL-0004",
          "GSM-0001",
          "GSM-0002",
          "GSM-0004",
          "GSM-0005",
          "GSM-0006",
          "WSI-0002",
          "GSR-0002");

  @Inject TwoBaselines baselines;
  @TempDir Path folder;

  @BeforeEach
  void fill() {
    baselines.fill();
  }

  @Test
  @ToolsPresent(Program.CURL)
  void aNewcomerCopiesTheLineForGasMeters() throws Exception {
    String page = page("/developers");
    String row = page.substring(page.lastIndexOf(">Gas meter</th>"));
    String line = row.substring(row.indexOf("<code"), row.indexOf("</code>"));
    JsonNode answer = json(run("sh", "call.sh", text(line.substring(line.indexOf('>') + 1))));
    assertThat(keys(answer)).isEqualTo(FOR_GAS_METERS);
    assertThat(answer.path("total").path("count").asInt()).isEqualTo(FOR_GAS_METERS.size());
    assertThat(answer.has("next")).isFalse();
  }

  @Test
  @ToolsPresent(Program.CURL)
  void curlLists() throws Exception {
    assertThat(keys(json(run("sh", "call.sh", program("curl"))))).isEqualTo(FOR_GAS_METERS);
  }

  @Test
  @ToolsPresent(Program.PYTHON)
  void pythonLists() throws Exception {
    assertThat(
            firstWords(run(Tools.python().orElseThrow().toString(), "first.py", program("python"))))
        .isEqualTo(FOR_GAS_METERS);
  }

  @Test
  void javaLists() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    assertThat(firstWords(run(java, "First.java", program("java")))).isEqualTo(FOR_GAS_METERS);
  }

  @Test
  @ToolsPresent(Program.NODE)
  void typescriptLists() throws Exception {
    assertThat(
            firstWords(
                run(Tools.node().orElseThrow().toString(), "first.mjs", program("typescript"))))
        .isEqualTo(FOR_GAS_METERS);
  }

  @Test
  void thePageSaysHowManyThereAre() {
    assertThat(page("/developers?device=GSME"))
        .contains("Each lists all Must requirements for: Gas meter. In SEC v0.02 these are 9.");
    given().get("/developers?device=Kettle").then().statusCode(400);
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  private static List<String> keys(JsonNode answer) {
    return answer.path("items").valueStream().map(item -> item.path("key").asText()).toList();
  }

  private static List<String> firstWords(String text) {
    return text.lines().map(line -> line.split(" ", 2)[0]).toList();
  }

  private String run(String program, String file, String text) throws Exception {
    Path written = Files.writeString(folder.resolve(file), text);
    Tools.Ended ended = Tools.run(List.of(program, written.toString()));
    assertThat(ended.code()).as(ended.output()).isZero();
    return ended.output();
  }

  private static String page(String address) {
    return given().get(address).then().statusCode(200).extract().asString();
  }

  /// What a reader copies from the page.
  private static String program(String id) {
    var code =
        Pattern.compile("(?s)<code id=\"" + id + "-text\">(.*?)</code>")
            .matcher(page("/developers?device=GSME"));
    assertThat(code.find()).isTrue();
    return text(code.group(1));
  }

  private static String text(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
