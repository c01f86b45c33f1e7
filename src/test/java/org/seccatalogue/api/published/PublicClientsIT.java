package org.seccatalogue.api.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.seccatalogue.testkit.Clients;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.ToolsPresent;
import org.seccatalogue.testkit.ToolsPresent.Program;
import org.seccatalogue.testkit.TwoBaselines;

/// Each generated client calls every public operation, with two baselines of the example catalogue;
/// what it made of the answers is, said again in JSON, what the server answered.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class PublicClientsIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATA = "/api/v1/baselines/" + PublicWalk.BASELINE;
  private static final String SINCE = "?since=" + PublicWalk.OLDER;

  @TestHTTPResource("/")
  String address;

  @Inject Freezer freezer;

  private TwoBaselines baselines;

  @BeforeAll
  void freeze() {
    baselines = TwoBaselines.freeze(freezer);
    freezer.signFiles(baselines.newer());
    address = address.replaceAll("/$", "");
  }

  @Test
  void theJavaClientReadsAllThatIsPublic() throws Exception {
    assertSame(new PublicWalk(address).walk());
  }

  @Test
  @ToolsPresent(Program.PYTHON)
  void thePythonClientReadsAllThatIsPublic() throws Exception {
    assertSame(Clients.python("published", address));
  }

  @Test
  @ToolsPresent(Program.TYPESCRIPT)
  void theTypeScriptClientReadsAllThatIsPublic() throws Exception {
    assertSame(Clients.typescript("published", address));
  }

  private void assertSame(JsonNode found) {
    JsonNode walk = found.path("walk");
    assertThat(names(walk)).isEqualTo(publicOperations());
    JsonNode expected = expected();
    assertThat(names(expected)).isEqualTo(publicOperations());
    for (Map.Entry<String, JsonNode> operation : expected.properties()) {
      assertThat(Clients.comparable(walk.path(operation.getKey())))
          .as(operation.getKey())
          .isEqualTo(Clients.comparable(operation.getValue()));
    }
    assertThat(walk.path("listPublishedRecords").findValuesAsText("digest"))
        .hasSize(baselines.newer().records() + 5);
    assertThat(walk.path("listChanges").findValuesAsText("kind"))
        .containsSubsequence("ADDED", "CHANGED")
        .contains("REMOVED", "MOVED");
    assertThat(Clients.comparable(found.path("typed")))
        .isEqualTo(Clients.comparable(attributes(expected.path("listPublishedRecords"))));
  }

  private static SortedSet<String> names(JsonNode object) {
    return object
        .propertyStream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The operations of the public contract.
  private static SortedSet<String> publicOperations() {
    return json(given().get("/openapi.json").asString())
        .path("paths")
        .findValuesAsText("operationId")
        .stream()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// What the server answers, checked against the contract and read without a client.
  private ObjectNode expected() {
    ObjectNode expected = JSON.createObjectNode();
    expected.putArray("listBaselines").add(get("/api/v1/baselines"));
    expected.putArray("getBaseline").add(get(DATA));
    expected.putArray("getManifest").add(json(baselines.newer().manifest()));
    expected.putArray("getSignedFiles").add(given().get(DATA + "/files.jws").asString());
    expected.putArray("getSignature").add(baselines.newer().signature());
    expected.putArray("getPublishedOutline").add(get(DATA + "/outline"));
    pages(expected.putArray("listPublishedRecords"), DATA + "/records?limit=60", "cursor")
        .add(get(DATA + "/records?q=meter&order=rank&limit=5"));
    expected
        .putArray("listFacets")
        .add(get(DATA + "/facets?section=C.4.1.a&stage=DCG&stage=DRAFT"));
    expected
        .putArray("getExtract")
        .add(digest(DATA + "/extract.xlsx?section=C.4.1.a&stage=DCG&stage=DRAFT"));
    expected.putArray("getPublishedRecord").add(get(DATA + "/records/ESM-0002"));
    expected.putArray("listPublishedLinks").add(get(DATA + "/records/ESM-0002/links"));
    expected.putArray("listPublishedTypes").add(get(DATA + "/record-types"));
    expected
        .putArray("getPublishedSchema")
        .add(get(DATA + "/record-types/gas-meter-spec.schema.json"));
    expected.putArray("getStanding").add(get(DATA + "/records/ESM-0002/standing"));
    pages(expected.putArray("listPublications"), "/api/v1/publications?limit=1", "cursor");
    expected.putArray("getKeySet").add(get("/.well-known/jwks.json"));
    expected
        .putArray("getPermanentAddress")
        .add("/api/v1/baselines/sec-v0.02/records/ESM-0002")
        .add("/api/v1/baselines/sec-v0.01/records/ESM-0002");
    pages(expected.putArray("listChanges"), DATA + "/changes" + SINCE + "&limit=2", "cursor");
    expected.putArray("getAllChanges").add(get(DATA + "/changes.json" + SINCE));
    expected.putArray("getChangesDocument").add(digest(DATA + "/changes.docx" + SINCE));
    expected.putArray("getChangesWorkbook").add(digest(DATA + "/changes.xlsx" + SINCE));
    expected.putArray("getBundle").add(digest(DATA + "/bundle.zip"));
    expected.putArray("getBaselineWorkbook").add(digest(DATA + "/records.xlsx"));
    expected
        .putArray("getBaselineWordSpecification")
        .add(digest(DATA + "/specifications/C.4.1.a.docx"));
    expected
        .putArray("getBaselineHtmlSpecification")
        .add(digest(DATA + "/specifications/C.4.1.a.html"));
    expected.putArray("getBaselineMap").add(digest(DATA + "/map.svg?focus=C.4.1.a"));
    expected.putArray("getBaselineMapDocument").add(digest(DATA + "/map.pdf?focus=C.4.1.a"));
    expected.putArray("getBaselineMapPicture").add(digest(DATA + "/map.png?focus=C.4.1.a"));
    expected.putArray("getPublicationsFeed").add(digest("/feeds/publications.atom"));
    expected.putArray("getChangesFeed").add(digest("/feeds/changes.atom?type=" + PublicWalk.TYPE));
    expected.putArray("verifyFile").add(authentic());
    return expected;
  }

  private ObjectNode authentic() {
    ObjectNode verification = JSON.createObjectNode();
    verification.putArray("notes");
    return verification
        .put("verdict", "AUTHENTIC")
        .put("what", "The workbook")
        .put("message", "The workbook is authentic.")
        .put("baseline", "SEC v0.02")
        .put("form", 2)
        .put("digest", baselines.newer().digest());
  }

  private static ArrayNode attributes(JsonNode pages) {
    ArrayNode attributes = JSON.createArrayNode();
    pages
        .valueStream()
        .limit(pages.size() - 1)
        .forEach(
            page -> page.path("items").forEach(item -> attributes.add(item.path("attributes"))));
    return attributes;
  }

  private ArrayNode pages(ArrayNode pages, String path, String parameter) {
    JsonNode page = get(path);
    pages.add(page);
    while (page.has("next")) {
      page = get(path + "&" + parameter + "=" + page.path("next").asText());
      pages.add(page);
    }
    return pages;
  }

  private JsonNode get(String path) {
    return json(given().urlEncodingEnabled(false).get(path).asString());
  }

  private static String digest(String path) {
    return Clients.digest(given().get(path).then().statusCode(200).extract().asByteArray());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
