package org.seccatalogue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.testkit.Catalogue;
import org.seccatalogue.testkit.Clients;
import org.seccatalogue.testkit.ToolsPresent;
import org.seccatalogue.testkit.ToolsPresent.Program;

/// The generated clients read the whole draft, and lose nothing of it: what each made of the
/// answers is, said again in JSON, what the server answered.
@QuarkusTest
@NullUnmarked
class ClientsIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final CatalogueSchema schema;
  private final Catalogue catalogue;

  @TestHTTPResource("/")
  String address;

  ClientsIT(CatalogueSchema schema, Catalogue catalogue) {
    this.schema = schema;
    this.catalogue = catalogue;
  }

  @BeforeEach
  void thereIsARecordOfEveryType() {
    address = address.replaceAll("/$", "");
    schema.types().stream()
        .filter(type -> everything(type.name()).isEmpty())
        .forEach(type -> catalogue.record(type, "For a client", "C.4.1.a", List.of()));
  }

  @Test
  void theJavaClientReadsAllThatTheServerAnswers() throws Exception {
    assertSame(new JavaWalk(address).walk(), ClientsIT::className);
  }

  @Test
  @ToolsPresent(Program.PYTHON)
  void thePythonClientReadsAllThatTheServerAnswers() throws Exception {
    assertSame((ObjectNode) Clients.python("draft", address), ClientsIT::className);
  }

  @Test
  @ToolsPresent(Program.TYPESCRIPT)
  void theTypeScriptClientIsStrictAndReadsAllThatTheServerAnswers() throws Exception {
    assertSame((ObjectNode) Clients.typescript("draft", address), UnaryOperator.identity());
  }

  private void assertSame(ObjectNode walk, UnaryOperator<String> nameOfClass) {
    List<String> types = schema.types().stream().map(RecordType::name).toList();
    assertThat(texts(walk.remove("classes")))
        .isEqualTo(types.stream().map(nameOfClass).sorted().toList());
    JsonNode expected = expected(types);
    expected
        .properties()
        .forEach(
            part ->
                assertThat(Clients.comparable(walk.path(part.getKey())))
                    .as(part.getKey())
                    .isEqualTo(Clients.comparable(part.getValue())));
    assertThat(walk.path("problem").findValuesAsText("parameter")).containsExactly("type", "stage");
  }

  /// What the server answers, checked against the contract and read without a client.
  private JsonNode expected(List<String> types) {
    ObjectNode expected = JSON.createObjectNode();
    expected.set("types", get("/api/v1/record-types").path("items"));
    expected.set("outline", get("/api/v1/outline").path("items"));
    for (String type : types) {
      List<JsonNode> records = everything(type);
      expected.withArray("records").addAll(records);
      String place = "/api/v1/records/" + records.getFirst().path("key").asText();
      expected.withArray("one").add(get(place));
      expected.withArray("links").add(get(place + "/links"));
      expected.withArray("revisions").add(get(place + "/revisions"));
    }
    expected.set("problem", get("/api/v1/records?type=cats&stage=NONE"));
    return expected;
  }

  private List<JsonNode> everything(String type) {
    List<JsonNode> found = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get("/api/v1/records?type=" + type + cursor);
      page.path("items").forEach(found::add);
      cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : null;
    } while (cursor != null);
    return found;
  }

  private JsonNode get(String path) {
    try {
      return JSON.readTree(given().get(path).asString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }

  private static String className(String type) {
    return Stream.of(type.split("-", -1))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining())
        + "Record";
  }
}
