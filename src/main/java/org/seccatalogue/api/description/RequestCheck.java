package org.seccatalogue.api.description;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.seccatalogue.api.Problems;
import org.seccatalogue.api.PublicAddress;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.schema.CatalogueSchema;

/// Refuses requests of the API that come from another site, or that have parameters which the
/// contract does not know or values that it does not allow.
@Provider
@PreMatching
class RequestCheck implements ContainerRequestFilter {

  private static final List<String> SAFE = List.of("GET", "HEAD", "OPTIONS");
  private static final List<String> OURS = List.of("same-origin", "none");

  private final Contract contract;
  private final CatalogueSchema schema;
  private final List<String> hosts;

  RequestCheck(
      Contract contract,
      CatalogueSchema schema,
      @ConfigProperty(name = "catalogue.hosts", defaultValue = "localhost,127.0.0.1,[::1]")
          List<String> hosts) {
    this.contract = contract;
    this.schema = schema;
    this.hosts = List.copyOf(hosts);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    URI address = request.getUriInfo().getRequestUri();
    if (!address.getPath().startsWith("/api/")
        && contract.operation(asked(request.getMethod()), address.getPath()).isEmpty()) {
      return;
    }
    boolean foreign = isFromElsewhere(request, address) && !isPublic(request, address);
    if (!hosts.contains(address.getHost()) || foreign) {
      request.abortWith(Problems.forbidden());
      return;
    }
    List<Finding> findings = new ArrayList<>();
    contract
        .operation(asked(request.getMethod()), address.getPath())
        .ifPresent(operation -> check(operation, request, findings));
    if (!findings.isEmpty()) {
      request.abortWith(Problems.badRequest(findings));
    }
  }

  /// A browser says of whose page a request is; other clients say neither, and no page leads them.
  private static boolean isFromElsewhere(ContainerRequestContext request, URI address) {
    String origin = request.getHeaderString("Origin");
    String own = address.getScheme() + "://" + address.getAuthority();
    String site = request.getHeaderString("Sec-Fetch-Site");
    return (origin != null && !origin.equals(own))
        || (site != null && !SAFE.contains(request.getMethod()) && !OURS.contains(site));
  }

  /// What anybody may read, other sites may read too.
  private static boolean isPublic(ContainerRequestContext request, URI address) {
    String query = address.getRawQuery() == null ? "" : address.getRawQuery();
    return PublicAddress.of(request.getMethod(), address.getPath(), query)
        .filter(PublicAddress::data)
        .isPresent();
  }

  /// The head of an answer is asked for as the answer is.
  private static String asked(String method) {
    return method.equals("HEAD") ? "GET" : method;
  }

  private void check(Operation operation, ContainerRequestContext request, List<Finding> findings) {
    operation
        .said(request.getUriInfo().getRequestUri().getPath())
        .forEach(said -> findings.addAll(lengths(said.getKey(), said.getValue())));
    for (JsonNode head : operation.heads()) {
      String text = request.getHeaderString(head.path("name").asText());
      findings.addAll(text == null ? List.of() : lengths(head, text));
    }
    request
        .getUriInfo()
        .getQueryParameters()
        .forEach((name, values) -> check(operation, name, values, findings));
  }

  private static List<Finding> lengths(JsonNode parameter, String text) {
    Place place = new Place.Parameter(parameter.path("name").asText());
    return Lengths.check(parameter.path("schema"), place, text);
  }

  private void check(
      Operation operation, String name, List<String> values, List<Finding> findings) {
    Place.Parameter place = new Place.Parameter(name.replace('\0', '\uFFFD'));
    Optional<JsonNode> known = operation.schema(name);
    if (known.isEmpty()) {
      unknown(operation, place, name, findings);
    }
    known
        .or(operation::schemaOfLinks)
        .ifPresent(parameter -> check(parameter, place, values, findings));
    if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
      findings.add(Finding.error(FindingCode.BAD_VALUE, place, null, "text without NUL"));
    }
  }

  private static void check(
      JsonNode parameter, Place.Parameter place, List<String> values, List<Finding> findings) {
    int most = parameter.path("maxItems").asInt(Integer.MAX_VALUE);
    if (values.size() > 1 && !parameter.path("type").asText().equals("array")) {
      findings.add(Finding.error(FindingCode.DUPLICATE, place, place.name(), "the parameter once"));
    } else if (values.size() > most) {
      String expected = "at most " + most + " of them";
      findings.add(Finding.error(FindingCode.BAD_VALUE, place, place.name(), expected));
    } else {
      values.forEach(value -> check(parameter, place, value, findings));
    }
  }

  /// What is published has record types of its own: which types of link, is for itself to judge.
  private void unknown(Operation operation, Place place, String name, List<Finding> findings) {
    Optional<String> now = operation.nameNow(name);
    List<String> known = new ArrayList<>(operation.names());
    if (operation.takesLinks()) {
      schema.links().forEach(rule -> known.add(rule.name()));
    }
    if (now.isPresent()) {
      String expected = now.get() + ", as it is called now";
      findings.add(Finding.error(FindingCode.UNKNOWN_FIELD, place, name, expected));
    } else if (!known.contains(name)
        && !(operation.takesLinks() && operation.side() == Side.PUBLIC)) {
      String expected = known.isEmpty() ? "no parameters" : "one of " + String.join(", ", known);
      findings.add(Finding.error(FindingCode.UNKNOWN_FIELD, place, name, expected));
    }
  }

  private static void check(JsonNode schema, Place place, String value, List<Finding> findings) {
    JsonNode item = schema.path("items").isObject() ? schema.path("items") : schema;
    findings.addAll(Lengths.check(item, place, value));
    if (schema.has("enum")) {
      List<String> known = schema.path("enum").valueStream().map(JsonNode::asText).toList();
      oneOf(known, place, value, findings);
    } else if (schema.path("type").asText().equals("boolean")) {
      oneOf(List.of("true", "false"), place, value, findings);
    } else if (schema.path("type").asText().equals("integer")) {
      integer(schema, place, value, findings);
    }
  }

  private static void oneOf(List<String> known, Place place, String value, List<Finding> findings) {
    if (!known.contains(value)) {
      String expected = "one of " + String.join(", ", known);
      findings.add(Finding.error(FindingCode.BAD_VALUE, place, value, expected));
    }
  }

  private static void integer(JsonNode schema, Place place, String value, List<Finding> findings) {
    long least = schema.path("minimum").asLong(Long.MIN_VALUE);
    long most =
        schema
            .path("maximum")
            .asLong(
                "int32".equals(schema.path("format").asText())
                    ? Integer.MAX_VALUE
                    : Long.MAX_VALUE);
    if (!value.matches("-?[0-9]{1,19}") || !isBetween(new BigInteger(value), least, most)) {
      String expected = "a whole number from " + least + " to " + most;
      findings.add(Finding.error(FindingCode.BAD_VALUE, place, value, expected));
    }
  }

  private static boolean isBetween(BigInteger number, long least, long most) {
    return number.compareTo(BigInteger.valueOf(least)) >= 0
        && number.compareTo(BigInteger.valueOf(most)) <= 0;
  }
}
