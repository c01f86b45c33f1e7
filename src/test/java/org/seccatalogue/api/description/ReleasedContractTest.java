package org.seccatalogue.api.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The public contract keeps what its last release promised.
///
/// A release writes `openapi/released/openapi.yaml` anew, as CONTRIBUTING says; nothing else does.
@NullUnmarked
class ReleasedContractTest {

  private static final Path RELEASED = Path.of("openapi/released/openapi.yaml");
  private static final String RECORDS = "/api/v1/baselines/{baseline}/records";
  private static final String LIST = "GET " + RECORDS;
  private static final String CHECK = "POST /api/v1/verifications";

  private static ObjectNode released() {
    try {
      return (ObjectNode) new YAMLMapper().readTree(RELEASED.toFile());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nothingOfTheLastReleaseIsBroken() {
    JsonNode now = SideContract.of(new Contract().document(), Side.PUBLIC);

    assertThat(ContractBreaks.between(released(), now)).isEmpty();
  }

  private static Arguments broken(String what, Consumer<ObjectNode> change) {
    return Arguments.of(Named.of(what, change), what);
  }

  private static ObjectNode in(JsonNode document, String path) {
    JsonNode found = document.at(path);
    assertThat(found).as(path).isInstanceOf(ObjectNode.class);
    return (ObjectNode) found;
  }

  private static ObjectNode list(JsonNode document) {
    return (ObjectNode) document.path("paths").path(RECORDS).path("get");
  }

  private static ObjectNode schema(JsonNode document, String name) {
    return in(document, "/components/schemas/" + name);
  }

  private static ObjectNode form(JsonNode document) {
    return (ObjectNode)
        in(document, "/paths/~1api~1v1~1verifications/post")
            .findParent("multipart/form-data")
            .path("multipart/form-data")
            .path("schema");
  }

  private static void without(JsonNode array, String text) {
    ((ArrayNode) array).removeIf(one -> one.asText().equals(text));
  }

  private static Stream<Arguments> operationsBroken() {
    return Stream.of(
        broken(LIST + ": is gone", c -> in(c, "/paths").remove(RECORDS)),
        broken(
            LIST + ": is called otherwise, and so is what clients call",
            c -> list(c).put("operationId", "findPublishedRecords")),
        broken(
            LIST + ", parameter q: is gone",
            c ->
                ((ArrayNode) list(c).path("parameters"))
                    .removeIf(one -> one.path("$ref").asText().endsWith("/Words"))),
        broken(
            LIST + ", parameter colour: must be given now",
            c ->
                list(c)
                    .withArray("parameters")
                    .addObject()
                    .put("name", "colour")
                    .put("in", "query")
                    .put("required", true)),
        broken(
            LIST + ", parameter order: does not take rank any more",
            c -> without(list(c).findValue("enum"), "rank")),
        broken(
            LIST + ", parameter limit: has a lower maximum",
            c -> in(c, "/components/parameters/Limit/schema").put("maximum", 100)),
        broken(
            LIST + ", parameter limit: has another type",
            c -> in(c, "/components/parameters/Limit/schema").put("type", "string")),
        broken(
            LIST + ": answers no 304 any more",
            c -> ((ObjectNode) list(c).path("responses")).remove("304")),
        broken(
            LIST + ": may answer 202 now",
            c -> ((ObjectNode) list(c).path("responses")).putObject("202")),
        broken(
            LIST + ", answer 200, header ETag: is gone",
            c -> ((ObjectNode) list(c).at("/responses/200/headers")).remove("ETag")),
        broken(
            LIST + ", answer 200: is no application/json any more",
            c -> ((ObjectNode) list(c).at("/responses/200/content")).remove("application/json")));
  }

  private static Stream<Arguments> schemasBroken() {
    return Stream.of(
        broken(
            LIST + ", answer 200/items/*/reference: is gone",
            c ->
                ((ObjectNode) schema(c, "PublishedRecord").path("properties")).remove("reference")),
        broken(
            LIST + ", answer 200/items/*/digest: may be absent now",
            c -> without(schema(c, "PublishedRecord").path("required"), "digest")),
        broken(
            LIST + ", answer 200/items/*/revision: has another type",
            c -> schema(c, "Ordinal").put("type", "string")),
        broken(
            LIST + ", answer 200/items/*/revision: has another format",
            c -> schema(c, "Ordinal").put("format", "int64")),
        broken(
            CHECK + ", body/colour: must be given now",
            c -> {
              form(c).withObjectProperty("properties").putObject("colour").put("type", "string");
              form(c).withArray("required").add("colour");
            }),
        broken(
            CHECK + ", body/file: is gone",
            c -> ((ObjectNode) form(c).path("properties")).remove("file")),
        broken(
            CHECK + ", body/file: has a lower maxLength",
            c -> ((ObjectNode) form(c).path("properties").path("file")).put("maxLength", 1)),
        broken(
            CHECK + ", body/file: has another pattern",
            c -> ((ObjectNode) form(c).path("properties").path("file")).put("pattern", "^PK")));
  }

  private static Stream<Arguments> breaks() {
    return Stream.concat(operationsBroken(), schemasBroken());
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void whatWouldBreakAClientIsFound(Consumer<ObjectNode> change, String what) {
    ObjectNode broken = released();
    change.accept(broken);

    assertThat(ContractBreaks.between(released(), broken)).contains(what);
  }

  @Test
  void whatIsNewBreaksNobody() {
    ObjectNode wider = released();
    in(wider, "/paths").putObject("/api/v1/news").putObject("get").put("operationId", "news");
    list(wider).withArray("parameters").addObject().put("name", "colour").put("in", "query");
    schema(wider, "PublishedRecord").withObjectProperty("properties").putObject("colour");
    schema(wider, "PublishedRecord").withArray("required").add("colour");
    in(wider, "/components/parameters/Limit/schema").put("maximum", 1000);
    schema(wider, "BaselineState").withArray("enum").add("FORGOTTEN");

    assertThat(ContractBreaks.between(released(), wider)).isEmpty();
  }
}
