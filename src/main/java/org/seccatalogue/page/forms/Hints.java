package org.seccatalogue.page.forms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;

/// What a form says below the label of a field: what is wanted, and how to write it.
record Hints(CatalogueSchema schema) {

  @Nullable String of(Attribute attribute) {
    String how =
        switch (attribute.type()) {
          case AttributeType.Measure(List<String> units, boolean worded) ->
              "A number and its unit: "
                  + String.join(", ", units)
                  + (worded
                      ? "; or words, with a backslash before those that begin with a number."
                      : ".");
          case AttributeType.Reference(List<String> types) ->
              names(types, "The key, reference or abbreviation of ");
          case AttributeType.ListOf(AttributeType.Reference(List<String> types)) ->
              names(types, "One on each line: the key, reference or abbreviation of ");
          case AttributeType.ListOf(AttributeType.Line _) -> "One on each line.";
          case AttributeType.Table _ -> "To remove a row, clear its fields.";
          case AttributeType.Numeric number -> range(number);
          case AttributeType.Line _,
              AttributeType.Text _,
              AttributeType.Flag(),
              AttributeType.Date(),
              AttributeType.Code _,
              AttributeType.ListOf _,
              AttributeType.CodeMap _ ->
              "";
        };
    String words = (Objects.requireNonNullElse(attribute.hint(), "") + " " + how).strip();
    return words.isEmpty() ? null : words;
  }

  private String names(List<String> types, String start) {
    String which =
        types.stream()
            .flatMap(name -> schema.type(name).stream())
            .map(
                type ->
                    type.label().toLowerCase(Locale.UK) + ", such as " + type.prefix() + "-0001")
            .collect(Collectors.joining("; or of "));
    return start + "a record" + (which.isEmpty() ? "." : " of type " + which + ".");
  }

  private static String range(AttributeType.Numeric number) {
    Double least = number.minimum();
    Double most = number.maximum();
    if (least != null && most != null) {
      return "From " + plain(least) + " to " + plain(most) + ".";
    }
    if (least != null) {
      return "At least " + plain(least) + ".";
    }
    return most == null ? "" : "At most " + plain(most) + ".";
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
