package org.seccatalogue.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What the records say in a file of changes, by their keys. What belongs to none has the key "".
final class RecordTexts {

  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, StringBuilder> texts = new LinkedHashMap<>();
  private StringBuilder text = new StringBuilder();

  private RecordTexts() {
    begin("");
  }

  private void begin(String key) {
    text = texts.computeIfAbsent(key, _ -> new StringBuilder());
  }

  private Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    texts.forEach((key, words) -> all.put(key, plain(words.toString())));
    return all;
  }

  /// Without what programs write differently: the spaces between words, and empty lines.
  private static String plain(String words) {
    return words
        .lines()
        .map(line -> line.replaceAll("[\\s\\u00a0]+", " ").strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /// Of changes between two baselines as JSON, however that is spaced.
  static Map<String, String> ofChanges(Path file) throws IOException {
    RecordTexts texts = new RecordTexts();
    ObjectNode changes =
        JSON.readTree(file.toFile()) instanceof ObjectNode object
            ? object
            : JSON.createObjectNode();
    JsonNode items = changes.path("items");
    changes.remove("items");
    texts.text.append(changes);
    for (JsonNode item : items) {
      texts.begin(item.path("key").asText());
      texts.text.append(item).append('\n');
    }
    return texts.all();
  }
}
