package org.seccatalogue.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a column is to be read as, in one word for forms: `a:name` for an attribute, `l:name` for
/// links, `key`, `section`, `stage`, or nothing for a column that is not read.
public sealed interface ColumnTarget {

  /// The values of an attribute.
  record Of(String attribute) implements ColumnTarget {}

  /// Targets of links.
  record Links(String link) implements ColumnTarget {}

  /// Keys of the records.
  record Key() implements ColumnTarget {}

  /// The section in which a record stands.
  record Section() implements ColumnTarget {}

  /// The stage of a record.
  record Stage() implements ColumnTarget {}

  /// Nothing that is read.
  record Nothing() implements ColumnTarget {}

  /// The word for it.
  default String word() {
    return switch (this) {
      case Of(String attribute) -> "a:" + attribute;
      case Links(String link) -> "l:" + link;
      case Key() -> "key";
      case Section() -> "section";
      case Stage() -> "stage";
      case Nothing() -> "";
    };
  }

  /// What a word stands for; nothing for a word that none is.
  static ColumnTarget of(String word) {
    if (word.startsWith("a:")) {
      return new Of(word.substring(2));
    }
    if (word.startsWith("l:")) {
      return new Links(word.substring(2));
    }
    return switch (word) {
      case "key" -> new Key();
      case "section" -> new Section();
      case "stage" -> new Stage();
      default -> new Nothing();
    };
  }

  /// What a profile says of a column; the first of its attributes when it fills several.
  static ColumnTarget of(Profile.ColumnProfile column) {
    if (column.link() != null) {
      return new Links(column.link());
    }
    return column.as() == null
        ? new Of(column.attributes().getFirst())
        : of(String.valueOf(column.as()));
  }

  /// Whether a column of several values is read as each of them.
  default List<String> attributes() {
    return this instanceof Of(String attribute) ? List.of(attribute) : List.of();
  }

  /// The name of the link type, if it holds links.
  default @Nullable String link() {
    return this instanceof Links(String link) ? link : null;
  }

  /// What else it holds, in the words of profiles.
  default @Nullable String as() {
    return switch (this) {
      case Of _, Links _ -> null;
      case Key() -> "key";
      case Section() -> "section";
      case Stage() -> "stage";
      case Nothing() -> Profile.ColumnProfile.IGNORED;
    };
  }
}
