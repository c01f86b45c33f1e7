package org.seccatalogue.mapping;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
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

  /// Whether a text is a list of codes, whatever stands between them.
  public static boolean mayBeCodes(String value, CodeList codes) {
    return ALL.stream().anyMatch(separator -> areCodes(value, separator, codes));
  }

  private static long known(ColumnSample column, String separator, CodeList codes) {
    return column.firstValues().stream().filter(value -> areCodes(value, separator, codes)).count();
  }

  private static boolean areCodes(String value, String separator, CodeList codes) {
    return Arrays.stream(value.split(Pattern.quote(separator)))
        .allMatch(part -> codes.find(part).isPresent());
  }
}
