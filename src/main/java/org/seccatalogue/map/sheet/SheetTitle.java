package org.seccatalogue.map.sheet;

import java.time.LocalDate;

/// What a sheet is.
///
/// @param size of the sheet in mm, from its upper left corner
/// @param words its title
/// @param description for whoever does not see it
/// @param dated of what is drawn: a file has no date of its own
public record SheetTitle(Box size, String words, String description, LocalDate dated) {}
