package org.seccatalogue.record;

import com.fasterxml.jackson.databind.JsonNode;

/// A measured value as a person would type it: the way back from [RawValue].
public final class QuantityText {

  private QuantityText() {}

  /// `30 min (default)`, or words alone; a backslash before words that begin like a quantity.
  public static String of(JsonNode measure) {
    String words = ValueText.measure(measure);
    boolean bare = measure.path("value").isMissingNode();
    return bare && RawValue.readsAsQuantity(words) ? "\\" + words : words;
  }
}
