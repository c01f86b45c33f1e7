package org.seccatalogue.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Checks every response against the contract that the application serves: its operation, status,
/// media type and body.
public final class ContractFilter implements Filter {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode contract;

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
    JsonNode operation = operation(path, request.getMethod());
    JsonNode answers = operation.path("responses");
    JsonNode answer =
        answers.path(String.valueOf(response.statusCode())).isMissingNode()
            ? answers.path("default")
            : answers.path(String.valueOf(response.statusCode()));
    if (answer.has("$ref")) {
      answer = contract.at(answer.path("$ref").asText().substring(1));
    }
    if (response.statusCode() == 204) {
      assertThat(answer.isMissingNode() || answer.has("content")).isFalse();
      return response;
    }
    String type = response.contentType().replaceFirst(";.*", "");
    JsonNode media = answer.path("content").path(type);
    assertThat(media.isMissingNode())
        .as("%s %s answers %s with %s", request.getMethod(), path, response.statusCode(), type)
        .isFalse();
    if (type.endsWith("json")) {
      assertThat(errors(media.path("schema"), response.asString()))
          .as(response.asString())
          .isEmpty();
    }
    return response;
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
    ObjectNode whole = schema.deepCopy();
    whole.set("components", contract.path("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole.toString(), InputFormat.JSON)
        .validate(body, InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }
}
