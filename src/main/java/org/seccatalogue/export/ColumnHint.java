package org.seccatalogue.export;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;

/// What belongs in the cells of an attribute, and how it is written.
final class ColumnHint {

  private static final String KEY = "The key of a record.";

  private ColumnHint() {}

  /// For files that are taken away to be edited.
  static String toEdit(Attribute attribute) {
    String text = of(attribute);
    return attribute.type() instanceof AttributeType.Reference
        ? text.replace(KEY, "A record: its key, reference or abbreviation.")
        : text;
  }

  /// Files of baselines say it so for ever.
  static String of(Attribute attribute) {
    return Stream.of(attribute.hint() == null ? "" : attribute.hint(), form(attribute.type()))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String form(AttributeType kind) {
    return switch (kind) {
      case AttributeType.Line _, AttributeType.Text _, AttributeType.Numeric _ -> "";
      case AttributeType.Flag(), AttributeType.Code _ -> "";
      case AttributeType.Date() -> "A date such as 2011-11-30.";
      case AttributeType.Measure measure ->
          "A value with its unit ("
              + String.join(", ", measure.units())
              + ")"
              + (measure.condition() ? ", or words." : ".");
      case AttributeType.Reference _ -> KEY;
      case AttributeType.ListOf _ -> "Several values with ; between them.";
      case AttributeType.CodeMap _ -> "Written as a = b; c = d.";
      case AttributeType.Table table ->
          "A line for each row, with | between the columns: "
              + table.columns().stream().map(Attribute::label).collect(Collectors.joining(" | "))
              + ".";
    };
  }
}
