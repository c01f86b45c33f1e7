package org.seccatalogue.testkit;

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
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where answers depart from the contract: their operation, status, media type and body.
public final class ContractCheck {

  /// Where the contracts are served.
  static final List<String> CONTRACTS = List.of("/openapi.json", "/openapi-drafting.json");

  private static final ObjectMapper JSON = new ObjectMapper();

  /// A part of a document is none.
  private static final int PART = 206;

  /// What a test adds to the application has it in its address.
  private static final String ONLY_IN_TESTS = "/only-in-tests";

  private static final int NOT_MODIFIED = 304;
  private static final int FAILED = 500;

  /// It did not fail: it had no room.
  private static final int NO_ROOM = 503;
  private static final String PROBLEM = "application/problem+json";

  private final JsonNode contract;
  private final List<Address> addresses;
  private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

  private record Address(Pattern path, String template) {
    static Address of(String template) {
      String path =
          Stream.of(template.split("(?=\\{)|(?<=\\})", -1))
              .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
              .collect(Collectors.joining());
      return new Address(Pattern.compile(path), template);
    }

    int parameters() {
      return (int) template.chars().filter(c -> c == '{').count();
    }
  }

  /// An answer to a request; the media type is empty where it has none.
  public record Answer(String method, String path, int status, String mediaType, String body) {}

  /// @param contracts as the application serves them, one for each side
  public ContractCheck(List<String> contracts) {
    this.contract = whole(contracts);
    addresses =
        this.contract
            .path("paths")
            .propertyStream()
            .map(path -> Address.of(path.getKey()))
            .sorted(Comparator.comparingInt(Address::parameters))
            .toList();
  }

  /// The contracts of the application that is tested, as one.
  public static JsonNode served() {
    return whole(CONTRACTS.stream().map(RestAssured::get).map(Response::asString).toList());
  }

  /// All that any of them says: what two say of one thing is the same.
  private static JsonNode whole(List<String> contracts) {
    try {
      ObjectNode whole = JSON.createObjectNode();
      for (String contract : contracts) {
        merge(whole, (ObjectNode) JSON.readTree(contract));
      }
      return whole;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void merge(ObjectNode whole, ObjectNode part) {
    part.forEachEntry(
        (name, value) -> {
          if (whole.get(name) instanceof ObjectNode one && value instanceof ObjectNode other) {
            merge(one, other);
          } else {
            whole.putIfAbsent(name, value);
          }
        });
  }

  /// Whether the contract says something of a path, if only that there is nothing.
  public boolean knows(String path) {
    return !path.contains(ONLY_IN_TESTS)
        && (path.startsWith("/api/v1/") || template(path).isPresent());
  }

  private Optional<String> template(String path) {
    return addresses.stream()
        .filter(address -> address.path().matcher(path).matches())
        .map(Address::template)
        .findFirst();
  }

  /// What an answer says or does that the contract does not allow.
  public List<String> departures(Answer answer) {
    List<String> departures = new ArrayList<>();
    if (answer.status() >= FAILED && answer.status() != NO_ROOM) {
      departures.add("the server failed");
    }
    JsonNode operation = operation(answer);
    if (!operation.isMissingNode()) {
      departures.addAll(ofOperation(operation, answer));
    } else if (answer.status() < 400 || !answer.mediaType().startsWith(PROBLEM)) {
      departures.add("there is no such operation, and it is not refused as a problem");
    }
    return departures;
  }

  /// What is asked with `HEAD` is answered as with `GET`, but for the body.
  private JsonNode operation(Answer answer) {
    String method = answer.method().equals("HEAD") ? "GET" : answer.method();
    return template(answer.path())
        .map(template -> contract.path("paths").path(template))
        .orElse(contract.path(""))
        .path(method.toLowerCase(Locale.ROOT));
  }

  private List<String> ofOperation(JsonNode operation, Answer answer) {
    JsonNode stated = stated(operation.path("responses"), answer.status());
    if (stated.isMissingNode()) {
      return List.of("no answer " + answer.status());
    }
    if (!stated.has("content") || answer.status() == NOT_MODIFIED) {
      return answer.body().isEmpty() ? List.of() : List.of("a body, where none is stated");
    }
    String type = answer.mediaType().replaceFirst(";.*", "");
    JsonNode media = stated.path("content").path(type);
    if (media.isMissingNode()) {
      return List.of(answer.status() + " with the media type “" + type + "”");
    }
    boolean whole = answer.status() != PART && !answer.method().equals("HEAD");
    return type.endsWith("json") && whole ? errors(media.path("schema"), answer.body()) : List.of();
  }

  private JsonNode stated(JsonNode answers, int status) {
    JsonNode exactly = answers.path(String.valueOf(status));
    JsonNode answer = exactly.isMissingNode() && status >= 400 ? answers.path("default") : exactly;
    return answer.has("$ref") ? contract.at(answer.path("$ref").asText().substring(1)) : answer;
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
