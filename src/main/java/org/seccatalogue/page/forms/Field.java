package org.seccatalogue.page.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One field of a form.
///
/// @param name JSON pointer of what it is for
/// @param mark when it must be filled in, in brackets; empty when always
record Field(
    String name,
    String id,
    String label,
    String mark,
    @Nullable String hint,
    List<String> errors,
    Control control) {

  /// Fields that are called by the same words in the form.
  record Group(String heading, List<Field> fields) {}

  static String id(String pointer) {
    return pointer.substring(1).replaceAll("[^A-Za-z0-9]+", "-");
  }

  public boolean hasErrors() {
    return !errors.isEmpty();
  }

  /// The ids of what describes the field, for people who do not see it.
  public @Nullable String describedBy() {
    String ids =
        (hint == null ? "" : id + "-hint ")
            + (errors.isEmpty() ? "" : id + "-error ")
            + (control instanceof Control.Area(_, _, Integer most) && most != null
                ? id + "-info"
                : "");
    return ids.isBlank() ? null : ids.strip();
  }
}
