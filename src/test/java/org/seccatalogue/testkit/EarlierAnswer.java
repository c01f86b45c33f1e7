package org.seccatalogue.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/// Compares an answer with that of an earlier version: it may say more than it did; what it said,
/// it says still, and no list has become longer or shorter.
public final class EarlierAnswer {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> different = new ArrayList<>();

  private EarlierAnswer() {}

  /// Where an answer does not say what it said.
  ///
  /// @param place what stands before each difference
  public static List<String> differences(String place, JsonNode earlier, String says) {
    EarlierAnswer answer = new EarlierAnswer();
    try {
      answer.compare(place, earlier, JSON.readTree(says));
    } catch (JsonProcessingException e) {
      throw new AssertionError(place, e);
    }
    return answer.different;
  }

  private void compare(String place, JsonNode earlier, JsonNode says) {
    if (earlier.isObject() && says.isObject()) {
      earlier
          .properties()
          .forEach(
              one -> compare(place + "/" + one.getKey(), one.getValue(), says.path(one.getKey())));
    } else if (earlier.isArray() && says.isArray() && earlier.size() == says.size()) {
      for (int i = 0; i < earlier.size(); i++) {
        compare(place + "/" + i, earlier.get(i), says.get(i));
      }
    } else if (!earlier.equals(says)) {
      different.add(place + ": " + earlier + " has become " + says);
    }
  }
}
