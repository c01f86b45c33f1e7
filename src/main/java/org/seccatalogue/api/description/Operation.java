package org.seccatalogue.api.description;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One operation of the contract: its method, its path and its parameters.
///
/// @param path with a group for each parameter of the path
/// @param inPath in their order
record Operation(
    String id,
    String method,
    Pattern path,
    List<JsonNode> inPath,
    List<JsonNode> query,
    List<JsonNode> heads,
    Side side) {

  /// Marks the parameter that stands for one for each type of link.
  static final String LINKS = "x-links";

  private static final String NAME = "name";
  private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]+)\\}");

  /// @param parameters of the operation and of its path
  static Operation of(String method, String template, JsonNode json, List<JsonNode> parameters) {
    Map<String, JsonNode> inPath =
        in("path", parameters).collect(Collectors.toMap(p -> p.path(NAME).asText(), p -> p));
    return new Operation(
        json.path("operationId").asText(),
        method.toUpperCase(Locale.ROOT),
        Pattern.compile(PARAMETER.matcher(template).replaceAll("([^/]+)")),
        PARAMETER.matcher(template).results().map(found -> inPath.get(found.group(1))).toList(),
        in("query", parameters).toList(),
        in("header", parameters).toList(),
        Side.of(json));
  }

  private static Stream<JsonNode> in(String place, List<JsonNode> parameters) {
    return parameters.stream().filter(p -> p.path("in").asText().equals(place));
  }

  boolean isAt(String address) {
    return path.matcher(address).matches();
  }

  /// The parameters in an address of it, each with what it says there.
  List<Map.Entry<JsonNode, String>> said(String address) {
    return path.matcher(address).results().findFirst().map(this::said).orElseThrow();
  }

  private List<Map.Entry<JsonNode, String>> said(MatchResult found) {
    return IntStream.range(0, inPath.size())
        .mapToObj(i -> Map.entry(inPath.get(i), found.group(i + 1)))
        .toList();
  }

  /// The names of the parameters of its query.
  List<String> names() {
    return query.stream().map(parameter -> parameter.path(NAME).asText()).toList();
  }

  /// What a parameter may be.
  Optional<JsonNode> schema(String name) {
    return query.stream()
        .filter(parameter -> parameter.path(NAME).asText().equals(name))
        .findFirst()
        .map(parameter -> parameter.path("schema"));
  }

  /// What parameters with the names of types of link may be, if it takes them too.
  Optional<JsonNode> schemaOfLinks() {
    return query.stream()
        .filter(parameter -> parameter.path(LINKS).asBoolean())
        .findFirst()
        .map(parameter -> parameter.path("schema"));
  }

  boolean takesLinks() {
    return schemaOfLinks().isPresent();
  }

  /// What a parameter is called now that had another name in an earlier release.
  Optional<String> nameNow(String former) {
    return query.stream()
        .filter(
            parameter ->
                parameter
                    .path("x-former-names")
                    .valueStream()
                    .anyMatch(name -> name.asText().equals(former)))
        .map(parameter -> parameter.path(NAME).asText())
        .findFirst();
  }
}
