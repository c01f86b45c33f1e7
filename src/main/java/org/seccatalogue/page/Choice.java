package org.seccatalogue.page;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.schema.CatalogueSchema;

/// One entry of a select, or one radio button or checkbox.
///
/// @param hint what the same thing was called later, or another remark
public record Choice(String value, String text, @Nullable String hint, boolean chosen, String id) {

  public Choice(String value, String text, boolean chosen) {
    this(value, text, null, chosen, "");
  }

  /// The entry as a select shows it, on one line.
  public String inSelect() {
    return hint == null ? text : text + " – " + hint;
  }

  /// All record types, after an entry for any.
  public static List<Choice> ofTypes(CatalogueSchema schema, @Nullable String chosen) {
    return Stream.concat(
            Stream.of(new Choice("", "Any type", chosen == null)),
            schema.types().stream()
                .map(t -> new Choice(t.name(), t.label(), t.name().equals(chosen))))
        .toList();
  }

  /// All stages, after an entry for any.
  public static List<Choice> ofStages(CatalogueSchema schema, @Nullable String chosen) {
    return Stream.concat(
            Stream.of(new Choice("", "Any stage", chosen == null)),
            schema.workflow().stages().stream()
                .map(s -> new Choice(s.code(), s.label(), Objects.equals(s.code(), chosen))))
        .toList();
  }
}
