package org.seccatalogue.api.description;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;

/// Holds texts of parameters and forms to the length that the contract says.
final class Lengths {

  private Lengths() {}

  /// @param schema of a text
  static List<Finding> check(JsonNode schema, Place place, String text) {
    int longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    String expected = "at most %,d characters".formatted(longest);
    return text.length() > longest
        ? List.of(Finding.error(FindingCode.BAD_VALUE, place, null, expected))
        : List.of();
  }
}
