package org.seccatalogue.mapping;

import java.util.Comparator;
import java.util.List;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CodeList;

/// What stands between several values of a cell.
public final class Separators {

  /// The usual one.
  public static final String USUAL = ";";

  /// All that may be chosen.
  public static final List<String> ALL = List.of(USUAL, ",", "|", "/", "\n");

  private Separators() {}

  /// The one by which most cells of a column have several parts.
  public static String of(ColumnSample column) {
    return ALL.stream()
        .max(Comparator.comparingLong(separator -> count(column, separator)))
        .filter(separator -> count(column, separator) > 0)
        .orElse(USUAL);
  }

  private static long count(ColumnSample column, String separator) {
    return column.firstValues().stream().filter(value -> value.contains(separator)).count();
  }

  /// For codes the one by which most parts are codes.
  public static String of(ColumnSample column, AttributeType type) {
    return switch (type) {
      case AttributeType.ListOf(AttributeType.Code(CodeList codes)) ->
          ALL.stream()
              .max(Comparator.comparingLong(separator -> known(column, separator, codes)))
              .filter(separator -> known(column, separator, codes) > 0)
              .orElseGet(() -> of(column));
      case AttributeType.ListOf _ -> of(column);
      case AttributeType.CodeMap _ -> of(column);
      default -> USUAL;
    };
  }

  private static long known(ColumnSample column, String separator, CodeList codes) {
    return column.firstValues().stream()
        .filter(
            value ->
                List.of(value.split(java.util.regex.Pattern.quote(separator))).stream()
                    .allMatch(part -> codes.find(part).isPresent()))
        .count();
  }
}
