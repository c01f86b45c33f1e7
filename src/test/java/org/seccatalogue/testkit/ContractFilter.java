package org.seccatalogue.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Checks every response against the contract that the application serves: its operation, status,
/// media type and body.
public final class ContractFilter implements Filter {

  private static final ObjectMapper JSON = new ObjectMapper();

  /// A part of a document is none.
  private static final int PART = 206;

  private final JsonNode contract;
  private final Map<JsonNode, Schema> schemas = new HashMap<>();

  public ContractFilter() {
    try {
      contract = JSON.readTree(RestAssured.get("/openapi.json").asString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification specification,
      FilterContext context) {
    Response response = context.next(request, specification);
    String path = URI.create(request.getURI()).getPath();
    assertThat(
            departures(
                operation(path, request.getMethod()),
                response.statusCode(),
                response.contentType(),
                response.asString()))
        .as("%s %s answers %s", request.getMethod(), path, response.asString())
        .isEmpty();
    return response;
  }

  /// The contract that the application serves.
  public JsonNode contract() {
    return contract;
  }

  /// Where an answer departs from what its operation in the contract says.
  public List<String> departures(JsonNode operation, int status, String mediaType, String body) {
    JsonNode answer = answer(operation.path("responses"), status);
    if (answer.isMissingNode()) {
      return List.of("no answer " + status);
    }
    if (!answer.has("content")) {
      return body.isEmpty() ? List.of() : List.of("a body, where " + status + " has none");
    }
    String type = mediaType.replaceFirst(";.*", "");
    JsonNode media = answer.path("content").path(type);
    if (media.isMissingNode()) {
      return List.of(status + " with the media type " + type);
    }
    return type.endsWith("json") && status != PART ? errors(media.path("schema"), body) : List.of();
  }

  private JsonNode answer(JsonNode answers, int status) {
    JsonNode stated = answers.path(String.valueOf(status));
    JsonNode answer = stated.isMissingNode() && status >= 400 ? answers.path("default") : stated;
    return answer.has("$ref") ? contract.at(answer.path("$ref").asText().substring(1)) : answer;
  }

  private JsonNode operation(String path, String method) {
    for (Map.Entry<String, JsonNode> entry : contract.path("paths").properties()) {
      if (path.matches(entry.getKey().replaceAll("\\{[^}]+\\}", "[^/]+"))) {
        return entry.getValue().path(method.toLowerCase(Locale.ROOT));
      }
    }
    throw new AssertionError("the contract has no path " + path);
  }

  private List<String> errors(JsonNode schema, String body) {
    try {
      return schemas
          .computeIfAbsent(schema, this::compiled)
          .validate(body, InputFormat.JSON)
          .stream()
          .map(Error::toString)
          .toList();
    } catch (IllegalArgumentException e) {
      return List.of("a body that is no JSON: " + body);
    }
  }

  private Schema compiled(JsonNode schema) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", contract.path("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole.toString(), InputFormat.JSON);
  }
}
