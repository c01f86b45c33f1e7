package org.seccatalogue.map.sheet;

import java.time.LocalDate;

/// What a sheet is.
///
/// @param size of the sheet in mm, from its upper left corner
/// @param words its title
/// @param description for whoever does not see it
/// @param dated of what is drawn: a file has no date of its own
/// @param said what its file says of itself to programs, in ASCII; empty: nothing
public record SheetTitle(Box size, String words, String description, LocalDate dated, String said) {

  public SheetTitle(Box size, String words, String description, LocalDate dated) {
    this(size, words, description, dated, "");
  }

  public SheetTitle saying(String other) {
    return new SheetTitle(size, words, description, dated, other);
  }

  /// Whether its file tells programs what it is and where its parts are.
  boolean isSaid() {
    return !said.isEmpty();
  }
}
