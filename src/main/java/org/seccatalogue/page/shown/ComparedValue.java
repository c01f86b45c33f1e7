package org.seccatalogue.page.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.ValueText;
import org.seccatalogue.record.WordDiff;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;

/// A value as it is compared with another: names of records as wholes, anything else word by word.
///
/// @param wholes whether it names records, and nothing else
/// @param items each in words
public record ComparedValue(boolean wholes, List<String> items, String text) {

  /// No value.
  public static final ComparedValue NONE = new ComparedValue(false, List.of(), "");

  private static final String BETWEEN = "; ";

  public ComparedValue {
    items = List.copyOf(items);
  }

  /// The value of an attribute.
  ///
  /// @param named values that call records as people do
  public static ComparedValue of(Attribute attribute, Attributes named) {
    AttributeType type = attribute.type();
    JsonNode value = named.look(attribute.name());
    return value == null
        ? NONE
        : new ComparedValue(
            type.refers() && !(type instanceof AttributeType.Table),
            ValueText.items(type, value),
            ValueText.of(type, value));
  }

  /// What differs in the value that came after it.
  public WordDiff to(ComparedValue after) {
    return wholes || after.wholes
        ? WordDiff.ofWholes(items, after.items, BETWEEN)
        : WordDiff.of(text, after.text);
  }
}
