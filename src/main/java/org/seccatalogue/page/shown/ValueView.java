package org.seccatalogue.page.shown;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.schema.CodeList;

/// The value of an attribute as a page shows it.
public sealed interface ValueView {

  /// Words; lines are kept.
  record Words(String text) implements ValueView {}

  /// Codes by their labels.
  record Codes(List<CodeText> codes) implements ValueView {}

  /// A list of words.
  record Items(List<String> items) implements ValueView {}

  /// A code for each of several codes.
  record Entries(List<Entry> entries) implements ValueView {}

  /// Records, to follow.
  record Records(List<Named> records) implements ValueView {}

  /// A record that is referred to.
  ///
  /// @param name what people call it
  record Named(String key, String name) {}

  /// A table.
  record Grid(List<String> columns, List<List<String>> rows) implements ValueView {}

  /// One code: its label, and what it was called later.
  record CodeText(String code, String label, @Nullable String alias) {
    static CodeText of(CodeList list, String code) {
      return list.byCode(code)
          .map(value -> new CodeText(code, value.label(), value.alias()))
          .orElse(new CodeText(code, code, null));
    }
  }

  /// One entry of a map.
  record Entry(String label, CodeText value) {}

  /// Which of them it is, for templates.
  default String kind() {
    return switch (this) {
      case Words _ -> "words";
      case Codes _ -> "codes";
      case Items _ -> "items";
      case Entries _ -> "entries";
      case Records _ -> "records";
      case Grid _ -> "grid";
    };
  }
}
