package org.seccatalogue.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.RecordType;

/// What a column is to be read as, in one word for forms: `a:name` for an attribute, `l:name` for
/// links, `key`, `section`, `place`, `stage`, or nothing for a column that is not read.
public sealed interface ColumnTarget {

  /// The values of an attribute.
  record Of(String attribute) implements ColumnTarget {}

  /// Targets of links.
  record Links(String link) implements ColumnTarget {}

  /// Keys of the records.
  record Key() implements ColumnTarget {}

  /// The section in which a record stands.
  record Section() implements ColumnTarget {}

  /// The place of a record among the others of its section.
  record Place() implements ColumnTarget {}

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
      case Place() -> "place";
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
      case "place" -> new Place();
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

  /// Whether a cell of it may hold several values, with a separator between them.
  default boolean holdsSeveral(RecordType type) {
    return switch (this) {
      case Links _ -> true;
      case Of(String attribute) ->
          type.attribute(attribute).map(Attribute::type).stream()
              .anyMatch(
                  t -> t instanceof AttributeType.ListOf || t instanceof AttributeType.CodeMap);
      case Key _, Section _, Place _, Stage _, Nothing _ -> false;
    };
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
      case Place() -> "place";
      case Stage() -> "stage";
      case Nothing() -> Profile.ColumnProfile.IGNORED;
    };
  }
}
