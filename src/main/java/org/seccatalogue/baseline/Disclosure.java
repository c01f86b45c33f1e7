package org.seccatalogue.baseline;

import java.util.List;

/// What somebody publishes this time of what is internal.
///
/// @param attributes codes of internal attributes, such as `*.owner`
/// @param linkNotes whether the notes of links go out
public record Disclosure(List<String> attributes, boolean linkNotes) {

  /// Nothing internal.
  public static final Disclosure NONE = new Disclosure(List.of(), false);

  public Disclosure {
    attributes = List.copyOf(attributes);
  }
}
