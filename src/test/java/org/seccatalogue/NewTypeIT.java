package org.seccatalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.testkit.ExampleData;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.PublishedPlaces;

/// One file more is a record type of any kind with all that belongs to it; one entry more is an
/// attribute, wherever it stands among the others.
@QuarkusTest
@TestProfile(NewTypeIT.WithOneFileMore.class)
class NewTypeIT {

  @Inject CatalogueSchema schema;
  @Inject Freezer freezer;

  private static final List<String> TYPES_WITH_ONE_MORE =
      List.of(
          "section",
          "clause",
          "existing-code",
          "dependency",
          "option-set",
          "drafting-note",
          "code-interaction",
          "impact-assessment",
          "subsidiary-document",
          "party");

  private static final String CHARGERS =
      """
      Title,Requirement,Obligation,Policy status,Priority,Owner,Owning group,Fuel,Market segment,\
      Source,Largest current (A),Sockets,Derives from
      Fast,The charge point shall not hum.,shall,SETTLED,Must,Vehicles drafter,SMDG,E,ALL,\
      A paper,32,Type 2,B.1.2
      Slow,The charge point shall be quiet.,shall,SETTLED,Must,Vehicles drafter,SMDG,E,ALL,\
      A paper,10,Type 1;Type 2,B.1.2
      """;

  /// The record types with a type of every kind more, and one attribute more in front of those of
  /// the gas meter and of every type that is no requirement.
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
        for (String type : TYPES_WITH_ONE_MORE) {
          withOneMore(folder.resolve("types/" + type + ".schema.json"), "front", "In front");
        }
        withOneMore(
            folder.resolve("types/gas-meter-spec.schema.json"), "odour", "Odour of the gas");
        copy(Path.of("src/test/resources/new-types"), folder.resolve("types"));
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void withOneMore(Path file, String name, String label) throws IOException {
      String more =
          "\"properties\": {\"%s\": {\"type\": \"string\", \"maxLength\": 50, \"x-label\": \"%s\"},"
              .formatted(name, label);
      String text = Files.readString(file);
      Files.writeString(file, text.replaceFirst("\"properties\": \\{", more));
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
        .get("/openapi-drafting.json")
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

  /// Where records of a kind are printed, and how.
  enum Printed {
    /// As a heading with a page of its own.
    HEADING,
    /// In the document of the section.
    BODY,
    /// In the document of the section and on its page.
    FRONT
  }

  /// A record of a type, all of whose attributes are given, and what is shown of it: `|` stands
  /// between elements.
  record Sample(
      String type,
      Printed printed,
      String attributes,
      List<String> labels,
      List<String> inDocument,
      List<String> onPage) {

    @Override
    public String toString() {
      return type;
    }
  }

  static List<Sample> samples() {
    return List.of(
        new Sample(
            "annex",
            Printed.HEADING,
            """
            {"front": "Stands in front", "annex_number": "X.7", "heading": "Tools"}
            """,
            List.of("In front", "Annex number", "Heading of the annex"),
            List.of("|X.7|", "|Tools"),
            List.of("X.7", "|Tools|")),
        new Sample(
            "section",
            Printed.HEADING,
            """
            {"front": "Stands in front", "reference": "C.4.1.e.1", "title": "Cables",
             "summary": "Cables are long.", "provisional": true, "note": "New"}
            """,
            List.of(
                "In front",
                "Reference",
                "Title",
                "Clear English summary",
                "Provisional as a whole",
                "Existing codes considered on",
                "Drafters",
                "Reviewers",
                "Product approval",
                "Note"),
            List.of("|C.4.1.e.1|", "|Cables", "|Cables are long.|"),
            List.of("C.4.1.e.1", "|Cables|", "|Cables are long.|")),
        new Sample(
            "licence-condition",
            Printed.HEADING,
            """
            {"front": "Stands in front", "condition": "L.7", "heading": "Keep clear",
             "words": "The licensee shall keep clear."}
            """,
            List.of("In front", "Condition", "Heading of the condition", "Words of the condition"),
            List.of("|L.7|", "|Keep clear", "|The licensee shall keep clear.|"),
            List.of("L.7", "|Keep clear|", "|The licensee shall keep clear.|")),
        new Sample(
            "clause",
            Printed.HEADING,
            """
            {"front": "Stands in front", "reference": "B.9.7", "title": "Keep dry",
             "text": "All shall keep dry.", "provisional": false, "note": "New"}
            """,
            List.of(
                "In front",
                "Reference",
                "Title",
                "Clear English summary",
                "Text",
                "Provisional as a whole",
                "Existing codes considered on",
                "Drafters",
                "Reviewers",
                "Product approval",
                "Note"),
            List.of("|B.9.7|", "|Keep dry", "|All shall keep dry.|"),
            List.of("B.9.7", "|Keep dry|", "|All shall keep dry.|")),
        new Sample(
            "bilateral-agreement",
            Printed.BODY,
            """
            {"front": "Stands in front", "short_name": "BA7", "full_name": "Agreement of two"}
            """,
            List.of("In front", "Short name", "Full name"),
            List.of("Agreement of two", "|In front|Stands in front|", "|Short name|BA7|"),
            List.of()),
        new Sample(
            "existing-code",
            Printed.BODY,
            """
            {"front": "Stands in front", "reference": "XC7", "title": "Code of seven",
             "administrator": "Seven Ltd", "scope": "All sevens"}
            """,
            List.of("In front", "Abbreviation", "Title", "Administrator", "Scope"),
            List.of(
                "Code of seven",
                "|In front|Stands in front|",
                "|Administrator|Seven Ltd|Scope|All sevens|"),
            List.of()),
        new Sample(
            "assumption",
            Printed.BODY,
            """
            {"front": "Stands in front", "assumed": "Winters are cold", "basis": "Records of 1947"}
            """,
            List.of("In front", "What is assumed", "Basis of the assumption"),
            List.of(
                "Winters are cold",
                "|In front|Stands in front|",
                "|Basis of the assumption|Records of 1947|"),
            List.of()),
        new Sample(
            "dependency",
            Printed.BODY,
            """
            {"front": "Stands in front", "reference": "DEP-77", "area_of_code": "Tariffs of winter",
             "state": "draft", "dependency": "A table", "producer": "The office",
             "due_date": "2012-02-01", "evidence": "None yet"}
            """,
            List.of(
                "In front",
                "Reference",
                "Area of code",
                "State",
                "Dependency",
                "Producer",
                "Produced by",
                "Due date",
                "Evidence"),
            List.of("Tariffs of winter", "|In front|Stands in front|", "|Producer|The office|"),
            List.of()),
        new Sample(
            "policy-question",
            Printed.FRONT,
            """
            {"front": "Stands in front", "asked": "Who pays for winter?", "answers": [
              {"front": "First", "how_far": "chosen", "wording": "Everybody pays.", "sign": "X"},
              {"how_far": "open", "wording": "Nobody pays.", "sign": "Y"}]}
            """,
            List.of("In front", "Question of policy", "Answers"),
            List.of(
                "Who pays for winter?|",
                "|Option X:|Everybody pays.|chosen|",
                "|Option Y:|Nobody pays.|open|"),
            List.of("|Option X|– Everybody pays.|(chosen, First)|", "|Option Y|– Nobody pays.|")),
        new Sample(
            "option-set",
            Printed.FRONT,
            """
            {"front": "Stands in front", "reference": "OPT-77", "question": "Who reads in winter?",
             "decider": "DECC", "options": [
              {"letter": "A", "text": "Everybody reads.", "state": "preferred",
               "assumed_by": "GSM-0001"},
              {"letter": "B", "text": "Nobody reads.", "state": "open"}]}
            """,
            List.of("In front", "Reference", "Question", "Options", "Decider"),
            List.of(
                "|OPT-77|",
                "|Option A:|Everybody reads.|preferred|",
                "|Option B:|Nobody reads.|open|"),
            List.of("|Option A|– Everybody reads.|(preferred, GSM-0001)|")),
        new Sample(
            "editors-note",
            Printed.FRONT,
            """
            {"front": "Stands in front", "standing": "waiting", "editor": "Winter editor",
             "remark": "Say this more briefly."}
            """,
            List.of("In front", "Standing", "Editor", "Remark"),
            List.of("|(Winter editor, waiting): Say this more briefly.|"),
            List.of("|Say this more briefly.|")),
        new Sample(
            "drafting-note",
            Printed.FRONT,
            """
            {"front": "Stands in front", "note": "Ask in winter.", "concerns": "GSM-0001",
             "author": "Gas drafter", "state": "closed"}
            """,
            List.of("In front", "Note", "Concerns", "Author", "State"),
            List.of(" on GSM-0001|(Gas drafter, closed): Ask in winter.|"),
            List.of("|Ask in winter.|")),
        new Sample(
            "licence-interaction",
            Printed.FRONT,
            """
            {"front": "Stands in front", "answer": "We shall see.", "asker": "Licence drafter",
             "effect": "Winters grow short.", "way": "follows", "licence": "XCA-0001",
             "point": "Point 7"}
            """,
            List.of(
                "In front",
                "Answer of the licensee",
                "Asked by",
                "Effect",
                "Way",
                "Licence",
                "Point"),
            List.of(
                "|follows|: Point 7. Winters grow short. (",
                ") Raised by Licence drafter. Answer: We shall see."),
            List.of(
                "|follows|: Point 7. Winters grow short. (",
                ") Raised by Licence drafter. Answer: We shall see.")),
        new Sample(
            "code-interaction",
            Printed.FRONT,
            """
            {"front": "Stands in front", "area": "Clause 77", "concerns": "GSM-0001",
             "existing_code": "XCA-0001", "kind": "Data exchanged", "impact": "Winters grow long.",
             "raised_by": "Codes drafter", "response": "Agreed for winter."}
            """,
            List.of(
                "In front",
                "Area",
                "Concerns",
                "Existing code",
                "Kind of interaction",
                "Impact",
                "Raised by",
                "Response"),
            List.of(
                "|Data exchanged|: Clause 77. Winters grow long. (GSM-0001) Raised by Codes drafter."
                    + " Answer: Agreed for winter."),
            List.of(
                "|Data exchanged|: Clause 77. Winters grow long. (|GSM-0001|",
                " Raised by Codes drafter. Answer: Agreed for winter.")),
        new Sample(
            "opinion",
            Printed.BODY,
            """
            {"front": "Stands in front", "verdict": "Winter will be hard", "licence": "XCA-0001",
             "headline": "On winter"}
            """,
            List.of("In front", "Verdict", "Licence", "On", "Headline"),
            List.of("On winter", "|In front|Stands in front|", "|Verdict|Winter will be hard|"),
            List.of()),
        new Sample(
            "impact-assessment",
            Printed.BODY,
            """
            {"front": "Stands in front", "assessed_matter": "MRA in winter", "existing_code": "XCA-0001",
             "chapter": "SEC-0030", "administrator": "Winter office", "asked": "2011-12-01",
             "received": "2011-12-02", "assessment_outcome": "no impact", "words": "None at all."}
            """,
            List.of(
                "In front",
                "Subject",
                "Existing code",
                "Chapter",
                "Administrator",
                "Asked on",
                "Received on",
                "Outcome",
                "In words"),
            List.of("MRA in winter", "|In front|Stands in front|", "|Outcome|No impact|"),
            List.of()),
        new Sample(
            "handbook",
            Printed.BODY,
            """
            {"front": "Stands in front", "called": "Winter handbook", "keeper": "The office"}
            """,
            List.of("In front", "Called", "Keeper"),
            List.of("Winter handbook", "|In front|Stands in front|", "|Keeper|The office|"),
            List.of()),
        new Sample(
            "subsidiary-document",
            Printed.BODY,
            """
            {"front": "Stands in front", "reference": "WIN", "title": "Winter schedule",
             "kind": "procedure", "keeper": "PTY-0001", "status": "planned",
             "serves": ["SEC-0030"], "scope": "Winter"}
            """,
            List.of(
                "In front", "Abbreviation", "Title", "Kind", "Owner", "Status", "Serves", "Scope"),
            List.of("Winter schedule", "|In front|Stands in front|", "|Kind|Procedure|"),
            List.of()),
        new Sample(
            "committee",
            Printed.BODY,
            """
            {"front": "Stands in front", "called": "Winter committee", "task": "To keep warm"}
            """,
            List.of("In front", "Called", "Task"),
            List.of("Winter committee", "|In front|Stands in front|", "|Task|To keep warm|"),
            List.of()),
        new Sample(
            "party",
            Printed.BODY,
            """
            {"front": "Stands in front", "reference": "WINTER", "name": "Winter party",
             "duty": "Brings snow"}
            """,
            List.of("In front", "Abbreviation", "Name", "What it does"),
            List.of("Winter party", "|In front|Stands in front|", "|What it does|Brings snow|"),
            List.of()));
  }

  @Test
  void everyKindOfTypeHasASampleOfANewTypeAndOfOneWithAnAttributeMore() {
    assertThat(samples())
        .extracting(sample -> schema.typeOf(sample.type()).kind())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(TypeKind.values())
                .filter(kind -> kind != TypeKind.REQUIREMENT)
                .flatMap(kind -> Stream.of(kind, kind))
                .toList());
    assertThat(samples())
        .allSatisfy(
            sample ->
                assertThat(schema.typeOf(sample.type()).attributes())
                    .extracting(Attribute::label)
                    .containsExactlyElementsOf(sample.labels()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void typesAndAttributesOfEveryKindWalkTheWholeWay(Sample sample) {
    Response created =
        given()
            .contentType(ContentType.JSON)
            .body(
                "{\"type\": \"%s\", \"parent\": \"C.4.1.e\", \"attributes\": %s}"
                    .formatted(sample.type(), sample.attributes()))
            .post("/api/v1/records");
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    String key = created.path("key");

    assertThat(words("/records/" + key)).contains("|In front|Stands in front|");
    assertThat(words("/records/new?parent=C.4.1.e&type=" + sample.type())).contains("|In front");
    assertThat(words("/api/v1/specifications/C.4.1.e.html")).contains(sample.inDocument());
    switch (sample.printed()) {
      case BODY -> {}
      case HEADING -> assertThat(words(pageOf(created))).contains(sample.onPage());
      case FRONT -> assertThat(words("/sections/C.4.1.e")).contains(sample.onPage());
    }
    assertThatItComesBackFromItsColumns(sample, key);
  }

  /// Nothing of the new types, and of the attributes that they have more, is marked as public.
  @Test
  void whatANewTypeDoesNotMarkAsPublicIsNotPublished() throws SQLException {
    Map<String, String> types =
        Map.of(
            "assumption",
            "{\"front\": \"Qwx\", \"assumed\": \"Qwx is so\", \"basis\": \"Qwx of 1947\"}",
            "annex",
            "{\"front\": \"Qwx\", \"annex_number\": \"Q.Qwx\", \"heading\": \"Qwx tools\"}",
            "policy-question",
            "{\"front\": \"Qwx\", \"asked\": \"Qwx?\", \"answers\": [{\"how_far\": \"open\","
                + " \"wording\": \"Qwx pays.\", \"sign\": \"X\"}]}",
            "editors-note",
            "{\"front\": \"Qwx\", \"standing\": \"waiting\", \"editor\": \"Qwx editor\","
                + " \"remark\": \"Qwx.\"}",
            "existing-code",
            "{\"front\": \"Qwx\", \"reference\": \"XC99\", \"title\": \"Code of ninety-nine\"}");
    Map<String, String> keys = new HashMap<>();
    types.forEach((type, attributes) -> keys.put(type, created(type, attributes)));

    freezer.freeze(
        "New types",
        "2011-11-30",
        new Selection(List.of(), List.of(), List.of(), null, true, false));

    assertThat(PublishedPlaces.tablesWith("Qwx")).isEmpty();
    String assumption =
        given().get("/baselines/new-types/records/" + keys.get("assumption")).asString();
    assertThat(assumption).contains(keys.get("assumption"), "Assumption").doesNotContain("Qwx");
    given()
        .get("/api/v1/baselines/new-types/records/" + keys.get("existing-code"))
        .then()
        .body("attributes.title", equalTo("Code of ninety-nine"))
        .body("attributes.front", nullValue());
    given()
        .header("Prefer", "wait=60")
        .get("/api/v1/baselines/new-types/bundle.zip")
        .then()
        .statusCode(200);
  }

  private static String created(String type, String attributes) {
    Response created =
        given()
            .contentType(ContentType.JSON)
            .body(
                "{\"type\": \"%s\", \"parent\": \"C.4.1.e\", \"attributes\": %s}"
                    .formatted(type, attributes))
            .post("/api/v1/records");
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    return created.path("key");
  }

  private static String pageOf(Response created) {
    return "/sections/" + created.path("reference");
  }

  /// The columns are the attributes in their order, and what is exported says nothing new.
  private static void assertThatItComesBackFromItsColumns(Sample sample, String key) {
    String csv = given().get("/api/v1/exports/records.csv?type=" + sample.type()).asString();
    assertThat(csv.lines().findFirst().orElseThrow().replace(" *", ""))
        .contains("," + String.join(",", sample.labels()) + ",");
    assertThat(csv).contains(key, "Stands in front");

    Response planned =
        given()
            .multiPart("file", sample.type() + ".csv", csv.getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/imports");
    assertThat(planned.statusCode()).as(planned.asString()).isEqualTo(201);
    assertThat(planned.<Integer>path("same")).as(planned.asString()).isPositive();
    assertThat(
            List.<Integer>of(
                planned.path("created"), planned.path("changed"), planned.path("errors")))
        .as(planned.asString())
        .containsExactly(0, 0, 0);
  }

  /// The words of a page, with `|` for what stands between them.
  private static String words(String path) {
    Response page = given().get(path);
    assertThat(page.statusCode()).as(path).isEqualTo(200);
    return page.asString().replaceAll("\\s*(<[^>]*>\\s*)+", "|").replaceAll("\\s+", " ");
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
