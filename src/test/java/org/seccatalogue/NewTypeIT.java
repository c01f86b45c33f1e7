package org.seccatalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.seccatalogue.testkit.ExampleData;

/// One file more is a record type with all that belongs to it; one entry more is an attribute.
@QuarkusTest
@TestProfile(NewTypeIT.WithOneFileMore.class)
class NewTypeIT {

  private static final String CHARGER =
      """
      {
        "$schema": "../meta.schema.json",
        "$id": "charge-point-spec",
        "title": "Charge point specification",
        "x-plural": "Charge point specifications",
        "x-prefix": "CPS",
        "x-kind": "requirement",
        "x-section": "C.4.1.e",
        "x-order": 95,
        "description": "What a charge point for vehicles does.",
        "type": "object",
        "allOf": [{"$ref": "../common.schema.json#/$defs/requirementCore"}],
        "properties": {
          "current": {"type": "integer", "minimum": 1, "maximum": 63, "x-unit": "A",
                      "x-label": "Largest current"},
          "sockets": {"type": "array", "uniqueItems": true,
                      "items": {"type": "string", "enum": ["Type 1", "Type 2"]},
                      "x-label": "Sockets"}
        },
        "required": ["current"],
        "unevaluatedProperties": false
      }
      """;

  private static final String CHARGERS =
      """
      Title,Requirement,Obligation,Policy status,Priority,Owner,Owning group,Fuel,Market segment,\
      Source,Largest current (A),Sockets,Derives from
      Fast,The charge point shall not hum.,shall,SETTLED,Must,R. Venn,SMDG,E,ALL,\
      A paper,32,Type 2,B.1.2
      Slow,The charge point shall be quiet.,shall,SETTLED,Must,R. Venn,SMDG,E,ALL,\
      A paper,10,Type 1;Type 2,B.1.2
      """;

  /// The record types with one file more, and the gas meter with one attribute more.
  public static final class WithOneFileMore extends ExampleData {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("catalogue.schema.directory", folder().toString());
      return settings;
    }

    private static Path folder() {
      try {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "schema");
        copy(Path.of("catalogue-schema"), folder);
        Files.writeString(folder.resolve("types/charge-point-spec.schema.json"), CHARGER);
        Path gas = folder.resolve("types/gas-meter-spec.schema.json");
        String more =
            "\"properties\": {\"odour\": {\"type\": \"string\", \"maxLength\": 50,"
                + " \"x-label\": \"Odour of the gas\"},";
        Files.writeString(gas, Files.readString(gas).replaceFirst("\"properties\": \\{", more));
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void copy(Path from, Path to) throws IOException {
      try (Stream<Path> files = Files.walk(from)) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          Path target = to.resolve(from.relativize(file));
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
  }

  @Test
  void aNewTypeWalksTheWholeWay() throws IOException {
    given()
        .contentType(ContentType.JSON)
        .body(
            "{\"type\": \"charge-point-spec\", \"parent\": \"C.4.1.e\", \"attributes\": {\"title\":"
                + " \"Fast\", \"current\": 64, \"sockets\": [\"Type 3\"]}}")
        .post("/api/v1/records")
        .then()
        .statusCode(422)
        .body("findings.pointer", hasItem("/attributes/current"))
        .body("findings.pointer", hasItem("/attributes/sockets/0"))
        .body("findings.pointer", hasItem("/attributes/requirement_text"));

    Response planned =
        given()
            .multiPart(
                "file",
                "charge point specifications.csv",
                CHARGERS.getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/imports");
    assertThat(planned.<Integer>path("created"))
        .as(
            given().get("/api/v1/imports/" + planned.<Integer>path("id") + "/findings").asString()
                + given().get("/api/v1/imports/" + planned.<Integer>path("id")).asString())
        .isEqualTo(2);
    given()
        .contentType(ContentType.JSON)
        .body("{\"note\": \"New devices\"}")
        .post("/api/v1/imports/" + planned.<Integer>path("id") + "/apply")
        .then()
        .statusCode(200);

    given()
        .get("/api/v1/records?text=hum&type=charge-point-spec&attribute=sockets:Type 2")
        .then()
        .body("items.key", contains("CPS-0001"));
    given()
        .get("/api/v1/records/CPS-0001/links")
        .then()
        .body("outgoing.target.reference", contains("B.1.2"));
    given()
        .get("/openapi.json")
        .then()
        .body(
            "components.schemas.ChargePointSpecAttributes.properties.current.maximum",
            equalTo(63.0f));
    given()
        .get("/records/CPS-0002")
        .then()
        .statusCode(200)
        .body(containsString("The charge point shall be quiet."))
        .body(containsString("Largest current"));
    given()
        .get("/records/new?type=charge-point-spec&parent=C.4.1.e")
        .then()
        .statusCode(200)
        .body(containsString("Largest current"));
    assertThat(documentXml("C.4.1.e"))
        .contains("CPS-0001", "The charge point shall not hum.", "Largest current", "32 A");
  }

  @Test
  void aNewAttributeWalksTheWholeWay() throws IOException {
    Response planned =
        given()
            .multiPart(
                "file",
                "gas meter specifications.csv",
                "Key,Odour of the gas\nGSM-0001,none\n".getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/imports");
    assertThat(planned.<Integer>path("changed")).isEqualTo(1);
    given()
        .contentType(ContentType.JSON)
        .body("{\"note\": \"Odour\"}")
        .post("/api/v1/imports/" + planned.<Integer>path("id") + "/apply");

    given()
        .get("/api/v1/records?attribute=odour:none")
        .then()
        .body("items.key", hasItem("GSM-0001"))
        .body("items[0].attributes.odour", equalTo("none"));
    given().get("/records/GSM-0001").then().body(containsString("Odour of the gas"));
    given().get("/records/GSM-0001/edit").then().body(containsString("Odour of the gas"));
    assertThat(documentXml("C.4.1.b")).contains("Odour of the gas");
  }

  private static String documentXml(String section) throws IOException {
    byte[] bytes = given().get("/api/v1/specifications/" + section + ".docx").asByteArray();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("word/document.xml")) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("no document in the file");
  }
}
