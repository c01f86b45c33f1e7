package org.seccatalogue.api.description;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;

/// What a contract no longer keeps of what an earlier one promised: a program that was written by
/// the earlier one could be refused, or miss something in an answer.
///
/// What an answer has more than it had breaks nothing, nor does a code that is new in an answer:
/// clients are to pass over what they do not know.
@NullUnmarked
final class ContractBreaks {

  private final JsonNode before;
  private final JsonNode after;
  private final List<String> breaks = new ArrayList<>();

  private ContractBreaks(JsonNode before, JsonNode after) {
    this.before = before;
    this.after = after;
  }

  /// One sentence for each break, with its place.
  static List<String> between(JsonNode before, JsonNode after) {
    ContractBreaks comparison = new ContractBreaks(before, after);
    before
        .path("paths")
        .forEachEntry(
            (path, item) ->
                item.forEachEntry(
                    (method, operation) -> {
                      if (operation.has("operationId")) {
                        comparison.operation(path, method, operation);
                      }
                    }));
    return List.copyOf(comparison.breaks);
  }

  private static JsonNode at(JsonNode document, JsonNode node) {
    JsonNode found = node;
    while (found.has("$ref")) {
      found = document.at(found.path("$ref").asText().substring(1));
    }
    return found;
  }

  private void add(String place, String what) {
    breaks.add(place + ": " + what);
  }

  private void operation(String path, String method, JsonNode old) {
    String place = method.toUpperCase(Locale.ROOT) + " " + path;
    JsonNode now = after.path("paths").path(path).path(method);
    if (now.isMissingNode()) {
      add(place, "is gone");
      return;
    }
    if (!old.path("operationId").equals(now.path("operationId"))) {
      add(place, "is called otherwise, and so is what clients call");
    }
    parameters(place, parameters(before, path, old), parameters(after, path, now));
    body(place, at(before, old.path("requestBody")), at(after, now.path("requestBody")));
    answers(place, old.path("responses"), now.path("responses"));
  }

  private static List<JsonNode> parameters(JsonNode document, String path, JsonNode operation) {
    return Stream.of(document.path("paths").path(path), operation)
        .flatMap(part -> part.path("parameters").valueStream())
        .map(parameter -> at(document, parameter))
        .toList();
  }

  private void parameters(String place, List<JsonNode> old, List<JsonNode> now) {
    for (JsonNode parameter : old) {
      Optional<JsonNode> same = same(parameter, now);
      String where = place + ", parameter " + parameter.path("name").asText();
      if (same.isEmpty()) {
        add(where, "is gone");
      } else {
        request(where, parameter.path("schema"), same.get().path("schema"), Set.of());
      }
    }
    for (JsonNode parameter : now) {
      boolean had = same(parameter, old).filter(p -> p.path("required").asBoolean()).isPresent();
      if (parameter.path("required").asBoolean() && !had) {
        add(place + ", parameter " + parameter.path("name").asText(), "must be given now");
      }
    }
  }

  private static Optional<JsonNode> same(JsonNode parameter, List<JsonNode> among) {
    return among.stream()
        .filter(
            p ->
                p.path("in").equals(parameter.path("in"))
                    && p.path("name").equals(parameter.path("name")))
        .findFirst();
  }

  private void body(String place, JsonNode old, JsonNode now) {
    if (now.path("required").asBoolean() && !old.path("required").asBoolean()) {
      add(place, "must have a body now");
    }
    old.path("content")
        .forEachEntry(
            (type, media) -> {
              JsonNode same = now.path("content").path(type);
              if (same.isMissingNode()) {
                add(place, "takes no " + type + " any more");
              } else {
                request(place + ", body", media.path("schema"), same.path("schema"), Set.of());
              }
            });
  }

  private void answers(String place, JsonNode old, JsonNode now) {
    old.forEachEntry(
        (status, answer) -> {
          if (now.has(status)) {
            answer(place + ", answer " + status, at(before, answer), at(after, now.path(status)));
          } else {
            add(place, "answers no " + status + " any more");
          }
        });
    now.fieldNames()
        .forEachRemaining(
            status -> {
              if (status.matches("[23].*") && !old.has(status)) {
                add(place, "may answer " + status + " now");
              }
            });
  }

  private void answer(String place, JsonNode old, JsonNode now) {
    for (String header : missing(old.path("headers"), now.path("headers"))) {
      add(place + ", header " + header, "is gone");
    }
    old.path("content")
        .forEachEntry(
            (type, media) -> {
              JsonNode same = now.path("content").path(type);
              if (same.isMissingNode()) {
                add(place, "is no " + type + " any more");
              } else {
                said(place, media.path("schema"), same.path("schema"), Set.of());
              }
            });
    for (String type : missing(now.path("content"), old.path("content"))) {
      add(place, "may be " + type + " now");
    }
  }

  private static Set<String> missing(JsonNode old, JsonNode now) {
    Set<String> names = new TreeSet<>();
    old.fieldNames().forEachRemaining(names::add);
    now.fieldNames().forEachRemaining(names::remove);
    return names;
  }

  /// What is sent must still be taken.
  private void request(String place, JsonNode oldSchema, JsonNode nowSchema, Set<String> within) {
    Optional<Set<String>> inside = enter(oldSchema, within);
    if (inside.isEmpty()) {
      return;
    }
    JsonNode old = at(before, oldSchema);
    JsonNode now = at(after, nowSchema);
    kind(place, old, now);
    values(place, old, now);
    for (String limit : List.of("maxLength", "maxItems", "maximum", "maxProperties")) {
      if (now.has(limit) && now.path(limit).asDouble() < most(old.path(limit))) {
        add(place, "has a lower " + limit);
      }
    }
    for (String limit : List.of("minLength", "minItems", "minimum", "minProperties")) {
      if (now.has(limit) && now.path(limit).asDouble() > least(old.path(limit))) {
        add(place, "has a higher " + limit);
      }
    }
    if (now.has("pattern") && !now.path("pattern").equals(old.path("pattern"))) {
      add(place, "has another pattern");
    }
    for (String required : texts(now.path("required"))) {
      if (!texts(old.path("required")).contains(required)) {
        add(place + "/" + required, "must be given now");
      }
    }
    if (isClosed(now) && !isClosed(old)) {
      add(place, "takes no other members any more");
    }
    members(place, old, now, (at, o, n) -> request(at, o, n, inside.get()));
  }

  private static double most(JsonNode limit) {
    return limit.isNumber() ? limit.asDouble() : Double.POSITIVE_INFINITY;
  }

  private static double least(JsonNode limit) {
    return limit.isNumber() ? limit.asDouble() : Double.NEGATIVE_INFINITY;
  }

  private static boolean isClosed(JsonNode schema) {
    return schema.path("additionalProperties").isBoolean()
        && !schema.path("additionalProperties").asBoolean();
  }

  private void values(String place, JsonNode old, JsonNode now) {
    if (!now.has("enum")) {
      return;
    }
    if (!old.has("enum")) {
      add(place, "takes some values only");
    }
    for (JsonNode value : old.path("enum")) {
      if (now.path("enum").valueStream().noneMatch(value::equals)) {
        add(place, "does not take " + value.asText() + " any more");
      }
    }
  }

  /// What was answered must still be.
  private void said(String place, JsonNode oldSchema, JsonNode nowSchema, Set<String> within) {
    Optional<Set<String>> inside = enter(oldSchema, within);
    if (inside.isEmpty()) {
      return;
    }
    JsonNode old = at(before, oldSchema);
    JsonNode now = at(after, nowSchema);
    kind(place, old, now);
    for (String required : texts(old.path("required"))) {
      if (!texts(now.path("required")).contains(required)) {
        add(place + "/" + required, "may be absent now");
      }
    }
    members(place, old, now, (at, o, n) -> said(at, o, n, inside.get()));
  }

  /// @return absent where the schema stands in itself
  private static Optional<Set<String>> enter(JsonNode schema, Set<String> within) {
    String name = schema.path("$ref").asText();
    if (!name.isEmpty() && within.contains(name)) {
      return Optional.empty();
    }
    Set<String> inside = new HashSet<>(within);
    inside.add(name);
    return Optional.of(inside);
  }

  private void kind(String place, JsonNode old, JsonNode now) {
    for (String word : List.of("type", "format", "const", "oneOf", "anyOf", "allOf")) {
      if (!old.path(word).equals(now.path(word))) {
        add(place, "has another " + word);
      }
    }
  }

  /// What is done with two schemas at one place.
  private interface Comparison {
    void of(String place, JsonNode old, JsonNode now);
  }

  private void members(String place, JsonNode old, JsonNode now, Comparison comparison) {
    old.path("properties")
        .forEachEntry(
            (name, schema) -> {
              JsonNode same = now.path("properties").path(name);
              if (same.isMissingNode()) {
                add(place + "/" + name, "is gone");
              } else {
                comparison.of(place + "/" + name, schema, same);
              }
            });
    for (String word : List.of("items", "additionalProperties")) {
      if (old.path(word).isObject() && now.path(word).isObject()) {
        comparison.of(place + "/*", old.path(word), now.path(word));
      }
    }
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
