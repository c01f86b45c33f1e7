package org.seccatalogue.revision.numbering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Numbers that sections get with a version of the program.
///
/// @param name by which it is known that it was looked at
/// @param reason for the history
/// @param known titles by old numbers: an outline that does not say them is left as it is
/// @param places sections that come to stand behind another one, by their old numbers
/// @param numbers new numbers by old ones
record NumberChange(
    String name,
    String reason,
    Map<String, String> known,
    Map<String, String> places,
    Map<String, String> numbers) {

  private static final YAMLMapper YAML = new YAMLMapper();

  /// @param resource a file of the program
  static NumberChange read(String resource) {
    try (InputStream file = NumberChange.class.getResourceAsStream(resource)) {
      JsonNode said = YAML.readTree(Objects.requireNonNull(file, resource));
      return new NumberChange(
          said.path("name").asText(),
          said.path("reason").asText(),
          texts(said.path("known")),
          texts(said.path("places")),
          texts(said.path("numbers")));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private static Map<String, String> texts(JsonNode map) {
    Map<String, String> texts = new LinkedHashMap<>();
    map.properties().forEach(one -> texts.put(one.getKey(), one.getValue().asText()));
    return texts;
  }
}
