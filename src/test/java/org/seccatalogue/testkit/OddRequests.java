package org.seccatalogue.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Requests that are derived from a contract: for each of its operations a plain one, the same with
/// one oddity each, and some with several.
public final class OddRequests {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode contract;
  private final Function<String, String> places;
  private final List<Operation> operations = new ArrayList<>();

  /// The contract, and what stands for each parameter of a path.
  public OddRequests(JsonNode contract, Function<String, String> places) {
    this.contract = contract;
    this.places = places;
    contract
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(e -> e.getValue().has("operationId"))
                    .forEach(e -> operations.add(operation(path, e.getKey(), e.getValue()))));
  }

  /// What must come of a request: a parameter that must be refused by its name, or none.
  public record Case(OddRequest request, Expected expected) {}

  /// What is known of the answer beforehand.
  public sealed interface Expected {
    record Anything() implements Expected {}

    /// 400 by the server itself, before the application sees the request.
    record NoAddress() implements Expected {}

    /// A problem that names the parameter.
    record Refused(String parameter) implements Expected {}

    /// No finding at the parameter.
    record Taken(String parameter) implements Expected {}
  }

  record Operation(
      String method, String path, List<JsonNode> parameters, JsonNode bodies, JsonNode json) {}

  /// One thing that makes a request odd.
  record Oddity(Expected expected, Function<OddRequest, OddRequest> change) {}

  private Operation operation(Map.Entry<String, JsonNode> path, String method, JsonNode json) {
    List<JsonNode> parameters =
        Stream.concat(
                path.getValue().path("parameters").valueStream(),
                json.path("parameters").valueStream())
            .map(this::resolved)
            .toList();
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path.getKey(),
        parameters,
        json.path("requestBody").path("content"),
        json);
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? contract.at(node.path("$ref").asText().substring(1)) : node;
  }

  /// Each operation as it is meant, and with each oddity.
  public Stream<Case> all() {
    return operations.stream()
        .flatMap(
            operation ->
                Stream.concat(
                    Stream.of(new Case(plain(operation), new Expected.Anything())),
                    oddities(operation).stream()
                        .map(o -> new Case(o.change().apply(plain(operation)), o.expected()))));
  }

  /// As many requests with two or three oddities at a time, the same for the same seed.
  public Stream<Case> mixed(long seed, int count) {
    Random random = new Random(seed);
    return IntStream.range(0, count).mapToObj(_ -> mixed(random));
  }

  private Case mixed(Random random) {
    Operation operation = operations.get(random.nextInt(operations.size()));
    OddRequest request = plain(operation);
    List<Oddity> addressed =
        oddities(operation).stream()
            .filter(o -> !(o.expected() instanceof Expected.NoAddress))
            .toList();
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      request = addressed.get(random.nextInt(addressed.size())).change().apply(request);
    }
    return new Case(request, new Expected.Anything());
  }

  private OddRequest plain(Operation operation) {
    OddRequest request = new OddRequest(operation.method(), operation.path());
    operation.parameters().stream()
        .filter(parameter -> parameter.path("in").asText().equals("path"))
        .map(parameter -> parameter.path("name").asText())
        .forEach(name -> request.path(name, places.apply(name)));
    operation.parameters().stream()
        .filter(parameter -> parameter.path("in").asText().equals("header"))
        .filter(parameter -> parameter.has("example"))
        .forEach(p -> request.header(p.path("name").asText(), p.path("example").asText()));
    if (operation.bodies().has("application/json")) {
      request.header("Content-Type", "application/json").body(utf8(body(operation).toString()));
    }
    return request;
  }

  /// A body with a text for each property that is required.
  private ObjectNode body(Operation operation) {
    JsonNode schema = resolved(operation.bodies().path("application/json").path("schema"));
    ObjectNode body = JSON.createObjectNode();
    schema.path("required").forEach(name -> body.put(name.asText(), "text"));
    return body;
  }

  private List<Oddity> oddities(Operation operation) {
    List<Oddity> oddities = new ArrayList<>(OddHeaders.all());
    for (JsonNode parameter : operation.parameters()) {
      oddities.addAll(OddValues.of(parameter));
    }
    oddities.addAll(OddValues.unknown());
    if (operation.bodies().has("application/json")) {
      oddities.addAll(OddBodies.of(body(operation)));
    }
    if (operation.bodies().has("multipart/form-data")) {
      oddities.addAll(OddBodies.ofForms());
    }
    return oddities;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
