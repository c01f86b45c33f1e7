package org.seccatalogue.page.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.page.Choice;

/// The control with which a kind of value is typed or chosen.
sealed interface Control {

  /// One line. `look` is its width, `keyboard` what a phone shows, `options` the list it offers.
  record Input(
      String value,
      String look,
      @Nullable String keyboard,
      @Nullable String suffix,
      @Nullable String options)
      implements Control {}

  /// A day.
  record Day(String value) implements Control {}

  /// Several lines, of at most `most` characters if there is a limit.
  record Area(String value, int rows, @Nullable Integer most) implements Control {}

  /// One of a list, closed until it is opened.
  record Select(List<Choice> choices) implements Control {}

  /// One of a few.
  record Radios(List<Choice> choices) implements Control {
    /// Whether all of them fit on one line.
    public boolean isShort() {
      return choices.stream().mapToInt(choice -> choice.inSelect().length() + 6).sum() < 70;
    }
  }

  /// Any of a list.
  record Checks(List<Choice> choices) implements Control {}

  /// A field for each of several codes.
  record Entries(List<Field> fields) implements Control {}

  /// Rows of fields, and the word for one row.
  record Rows(List<Row> rows, String pointer) implements Control {}

  /// One row.
  record Row(String legend, List<Field> fields) {}

  /// Whether a value is selected from what is offered.
  default boolean isSelected() {
    return switch (this) {
      case Select _, Radios _, Checks _ -> true;
      case Input _, Day _, Area _, Entries _, Rows _ -> false;
    };
  }

  /// Which of them it is, for templates.
  default String kind() {
    return switch (this) {
      case Input _ -> "input";
      case Day _ -> "day";
      case Area _ -> "area";
      case Select _ -> "select";
      case Radios _ -> "radios";
      case Checks _ -> "checks";
      case Entries _ -> "entries";
      case Rows _ -> "rows";
    };
  }
}
