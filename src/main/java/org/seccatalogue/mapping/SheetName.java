package org.seccatalogue.mapping;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

/// What sheets are called that hold records of one type, without a profile that says so.
public final class SheetName {

  private static final int LONGEST = 31;
  private static final Pattern CAPITALS = Pattern.compile("\\b\\p{Lu}{2,}\\b");

  private SheetName() {}

  /// The type whose name, label, plural or key prefix a sheet or CSV file has; a number that a
  /// browser put after the name of a file is left out of account.
  public static Optional<RecordType> type(String sheet, CatalogueSchema schema) {
    String name = folded(sheet).replaceFirst(" \\([0-9]+\\)$", "");
    return schema.types().stream()
        .filter(
            type ->
                Stream.of(
                        type.name(), type.name() + "s", type.label(), type.plural(), type.prefix())
                    .anyMatch(word -> folded(word).equals(name)))
        .findFirst();
  }

  /// The best name for a sheet with records of a type, by which the type is found again.
  public static String of(RecordType type, CatalogueSchema schema) {
    return Stream.of(
            type.plural(),
            type.plural().replaceAll("[^\\p{L}\\p{N} -]+", "-"),
            description(type.name() + "s", type),
            type.label(),
            description(type.name(), type),
            type.name())
        .filter(SheetName::isAllowed)
        .filter(name -> type(name, schema).filter(type::equals).isPresent())
        .findFirst()
        .orElse(type.prefix());
  }

  private static boolean isAllowed(String name) {
    return name.length() <= LONGEST && !name.matches(".*[\\[\\]:*?/\\\\'].*");
  }

  /// A name in words, with capitals where the label has words of capitals.
  private static String description(String name, RecordType type) {
    String words = name.replace('-', ' ');
    for (MatchResult capitals : CAPITALS.matcher(type.label()).results().toList()) {
      String word = capitals.group();
      words = words.replaceAll("\\b" + word.toLowerCase(Locale.ROOT) + "\\b", word);
    }
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[-_\\s]+", " ");
  }
}
