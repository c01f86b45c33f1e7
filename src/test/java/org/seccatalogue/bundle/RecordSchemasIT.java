package org.seccatalogue.bundle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.Tools;
import org.seccatalogue.testkit.ToolsPresent;
import org.seccatalogue.testkit.ToolsPresent.Program;

/// The record types are published as schemas that stand alone: validators that are not ours take
/// them, find every record of a bundle valid, and one with a wrong code not.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class RecordSchemasIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String AT = "/api/v1/baselines/sec-v0.01/";

  /// Prints the keys of records that are not valid; unknown words make it fail.
  private static final String AJV =
      """
      const fs = require("fs");
      const [, , ajv, folder] = process.argv;
      const Ajv = require(ajv + "/dist/2020").default;
      const validator = new Ajv({ strict: true, allErrors: true });
      const types = new Map();
      for (const name of fs.readdirSync(folder + "/record-types")) {
        const schema = JSON.parse(fs.readFileSync(folder + "/record-types/" + name, "utf8"));
        types.set(name.replace(".schema.json", ""), validator.compile(schema));
      }
      for (const line of fs.readFileSync(folder + "/records.jsonl", "utf8").trim().split("\\n")) {
        const record = JSON.parse(line);
        const validate = types.get(record.content.type);
        if (!validate(record.content)) {
          console.log(record.key, validate.errors[0].instancePath, validate.errors[0].keyword);
        }
      }
      """;

  @Inject Freezer freezer;
  @Inject Published published;
  @TempDir Path folder;

  private Map<String, String> parts;
  private Baseline baseline;

  @BeforeEach
  void publish() throws IOException {
    if (parts != null) {
      return;
    }
    baseline = freezer.freeze("SEC v0.01", "2011-11-30");
    parts = new TreeMap<>();
    byte[] bundle =
        given().header("Prefer", "wait=60").get(AT + "bundle.zip").then().extract().asByteArray();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        parts.put(part.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  private List<String> lines() {
    return parts.get("records.jsonl").lines().toList();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  /// The first record with a priority, with one that there is not.
  private String withAWrongCode() {
    for (String line : lines()) {
      ObjectNode record = (ObjectNode) json(line);
      if (record.at("/content/attributes/priority").asText().equals("Must")) {
        ((ObjectNode) record.at("/content/attributes")).put("priority", "Maybe");
        return record.toString();
      }
    }
    throw new AssertionError("no record has a priority");
  }

  @Test
  void theBundleHoldsTheMapAndTheSignedListNamesIt() {
    freezer.signFiles(baseline);
    assertThat(parts.keySet().stream().filter(part -> part.startsWith("maps/")))
        .containsExactly(
            "maps/sec-v0.01-map.pdf", "maps/sec-v0.01-map.png", "maps/sec-v0.01-map.svg");
    String map = given().header("Prefer", "wait=60").get(AT + "map.svg").asString();
    assertThat(parts).containsEntry("maps/sec-v0.01-map.svg", map);
    assertThat(parts.get("README.txt")).contains("\nmaps/           what touches what");
    for (String ending : List.of("pdf", "png")) {
      given()
          .multiPart("file", "map", map(ending))
          .post("/api/v1/verifications")
          .then()
          .statusCode(200)
          .body("verdict", equalTo("AUTHENTIC"))
          .body("what", equalTo("The map"))
          .body("form", equalTo(3));
    }
    given()
        .multiPart("file", "map.svg", map.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/verifications")
        .then()
        .statusCode(200)
        .body("verdict", equalTo("AUTHENTIC"))
        .body("what", equalTo("The map"));
    given()
        .multiPart("file", "map.svg", map.replace("MRA", "MRB").getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/verifications")
        .then()
        .statusCode(200)
        .body("verdict", equalTo("DIFFERENT"));
  }

  private static byte[] map(String ending) {
    return given().header("Prefer", "wait=60").get(AT + "map." + ending).asByteArray();
  }

  /// Bundles in their sixth form hold what they held.
  @Test
  void theSixthFormHoldsNoPicture() throws IOException {
    byte[] bundle = given().header("Prefer", "wait=60").get(AT + "bundle.zip?form=6").asByteArray();
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        names.add(part.getName());
      }
    }
    assertThat(names.stream().filter(name -> name.startsWith("maps/")))
        .containsExactly("maps/sec-v0.01-map.svg", "maps/sec-v0.01-map.pdf");
  }

  private String schema(String type) {
    return parts.get("record-types/" + type + ".schema.json");
  }

  @Test
  void theBundleAndTheApiHaveTheSameSchemas() {
    List<String> types = published.schema(baseline).types().stream().map(RecordType::name).toList();
    assertThat(parts.get("form.txt")).isEqualTo("SEC file form 7\n");
    assertThat(parts.keySet().stream().filter(part -> part.startsWith("record-types/")))
        .containsExactlyInAnyOrderElementsOf(
            types.stream().map(type -> "record-types/" + type + ".schema.json").toList());
    given()
        .get(AT + "record-types")
        .then()
        .statusCode(200)
        .body("baseline", equalTo("sec-v0.01"))
        .body("items", hasSize(types.size()))
        .body("items.name", equalTo(types))
        .body(
            "items.find { it.name == 'gas-meter-spec' }.schema",
            equalTo(AT + "record-types/gas-meter-spec.schema.json"));
    for (String type : types) {
      given()
          .get(AT + "record-types/" + type + ".schema.json")
          .then()
          .statusCode(200)
          .contentType("application/schema+json")
          .header("Cache-Control", "public, max-age=31536000, immutable")
          .body(equalTo(schema(type)));
    }
    given().get(AT + "record-types/kettle.schema.json").then().statusCode(404);
  }

  @Test
  void theyStandAloneWithIdentifiersOfTheirOwn() {
    JsonNode schema = json(schema("gas-meter-spec"));
    assertThat(schema.path("$id").asText())
        .isEqualTo("urn:sec-catalogue:record-type:gas-meter-spec:" + baseline.schemaDigest());
    assertThat(schema.at("/$defs/attributes/properties/capacity_class/enum"))
        .isEqualTo(json("[\"U6/G4\", \"U16/G10\", \"larger\", \"all\"]"));
    assertThat(schema.at("/$defs/attributes/properties/fuel/description").asText())
        .contains("E = Electricity");
    parts.entrySet().stream()
        .filter(part -> part.getKey().startsWith("record-types/"))
        .forEach(
            part -> {
              assertThat(part.getValue()).doesNotContain("\"x-").doesNotContain("\"format\"");
              assertThat(json(part.getValue()).findValuesAsText("$ref"))
                  .allMatch(reference -> reference.startsWith("#/$defs/"));
            });
  }

  private List<String> invalid(List<String> lines) {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    Map<String, Schema> schemas = new TreeMap<>();
    List<String> found = new ArrayList<>();
    for (String line : lines) {
      JsonNode record = json(line);
      Schema schema =
          schemas.computeIfAbsent(
              record.at("/content/type").asText(),
              type -> registry.getSchema(schema(type), InputFormat.JSON));
      schema.validate(record.path("content").toString(), InputFormat.JSON).stream()
          .map(error -> record.path("key").asText() + " " + error)
          .forEach(found::add);
    }
    return found;
  }

  @Test
  void aValidatorInJavaFindsAllRecordsValidAndAWrongCodeNot() {
    assertThat(invalid(lines())).isEmpty();
    assertThat(invalid(List.of(withAWrongCode())))
        .singleElement()
        .satisfies(error -> assertThat(error).contains("/attributes/priority"));
  }

  @Test
  @ToolsPresent(Program.AJV)
  void ajvFindsAllRecordsValidAndAWrongCodeNot() throws Exception {
    assertThat(ajv(lines())).isEmpty();
    String wrong = withAWrongCode();
    assertThat(ajv(List.of(wrong)))
        .isEqualTo(json(wrong).path("key").asText() + " /attributes/priority enum\n");
  }

  private String ajv(List<String> lines) throws IOException, InterruptedException {
    Path types = Files.createDirectories(folder.resolve("record-types"));
    for (var part : parts.entrySet()) {
      if (part.getKey().startsWith("record-types/")) {
        Files.writeString(types.resolveSibling(part.getKey()), part.getValue());
      }
    }
    Files.writeString(
        folder.resolve("records.jsonl"),
        lines.stream().collect(Collectors.joining("\n", "", "\n")));
    Path program = Files.writeString(folder.resolve("validate.cjs"), AJV);
    Tools.Ended ended =
        Tools.run(
            List.of(
                Tools.node().orElseThrow().toString(),
                program.toString(),
                Tools.ajv().orElseThrow().toAbsolutePath().toString(),
                folder.toString()));
    assertThat(ended.code()).as(ended.output()).isZero();
    return ended.output();
  }

  @Test
  void aChangedSchemaIsFoundWithoutAList() throws IOException {
    String part = "record-types/gas-meter-spec.schema.json";
    String changed = schema("gas-meter-spec").replace("\"Must\"", "\"Most\"");
    assertThat(changed).isNotEqualTo(schema("gas-meter-spec"));
    byte[] bundle = given().get(AT + "bundle.zip").then().extract().asByteArray();
    byte[] forged =
        new String(bundle, StandardCharsets.ISO_8859_1)
            .replace(latin(schema("gas-meter-spec")), latin(changed))
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(forged).isNotEqualTo(bundle);
    given()
        .multiPart("file", "bundle.zip", forged)
        .post("/api/v1/verifications")
        .then()
        .statusCode(200)
        .body("verdict", equalTo("DIFFERENT"))
        .body("differences.part", org.hamcrest.Matchers.hasItem(part));
  }

  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
