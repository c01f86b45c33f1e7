package org.seccatalogue.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.finding.Severity;

/// Findings as a job keeps them.
final class FindingJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private FindingJson() {}

  static String text(List<Finding> findings) {
    ArrayNode array = JSON.createArrayNode();
    for (Finding finding : findings) {
      ObjectNode node = array.addObject().put("severity", finding.severity().name());
      node.put("code", finding.code().name()).put("found", finding.found());
      node.put("expected", finding.expected());
      place(finding.place(), node);
    }
    return array.toString();
  }

  private static void place(Place place, ObjectNode node) {
    switch (place) {
      case Place.Cell(String sheet, int row, int column) ->
          node.put("sheet", sheet).put("row", row).put("column", column);
      case Place.Sheet(String sheet) -> node.put("sheet", sheet);
      case Place.Pointer(String pointer) -> node.put("pointer", pointer);
      case Place.Parameter(String name) -> node.put("parameter", name);
      case Place.InFile(String file, String pointer) ->
          node.put("file", file).put("pointer", pointer);
      case Place.OfRecord(String key, String pointer) ->
          node.put("key", key).put("pointer", pointer);
    }
  }

  static List<Finding> read(String text) {
    try {
      List<Finding> findings = new ArrayList<>();
      for (JsonNode node : JSON.readTree(text)) {
        findings.add(
            new Finding(
                Severity.valueOf(node.path("severity").asText()),
                FindingCode.valueOf(node.path("code").asText()),
                place(node),
                found(node.path("found")),
                node.path("expected").asText()));
      }
      return findings;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a job holds what are no findings", e);
    }
  }

  private static @Nullable String found(JsonNode node) {
    return node.isTextual() ? node.asText() : null;
  }

  private static Place place(JsonNode node) {
    if (node.has("parameter")) {
      return new Place.Parameter(node.path("parameter").asText());
    }
    String pointer = node.path("pointer").asText();
    if (node.has("file")) {
      return new Place.InFile(node.path("file").asText(), pointer);
    }
    if (node.has("key")) {
      return new Place.OfRecord(node.path("key").asText(), pointer);
    }
    String sheet = node.path("sheet").asText();
    if (node.has("row")) {
      return new Place.Cell(sheet, node.path("row").asInt(), node.path("column").asInt());
    }
    return node.has("sheet") ? new Place.Sheet(sheet) : new Place.Pointer(pointer);
  }
}
