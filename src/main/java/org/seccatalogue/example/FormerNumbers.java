package org.seccatalogue.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// The references that sections of the example had before they got their present ones.
///
/// @param reason for the history
/// @param present references by former ones
record FormerNumbers(String reason, Map<String, String> present) {

  private static final String FILE = "import/samples/former-references.yaml";

  static FormerNumbers read() {
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
      JsonNode said = new YAMLMapper().readTree(Objects.requireNonNull(file, FILE));
      Map<String, String> present = new LinkedHashMap<>();
      said.path("references")
          .properties()
          .forEach(one -> present.put(one.getKey(), one.getValue().asText()));
      return new FormerNumbers(said.path("reason").asText(), present);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }
}
