package org.seccatalogue.map;

/// What a map shows.
public sealed interface MapFocus {

  /// The whole code: its parts with their chapters, existing codes and parties.
  record Whole() implements MapFocus {}

  /// A part, a chapter or a section: what stands in it, and what that touches outside.
  record Section(MapPlace place) implements MapFocus {}

  /// An existing code or agreement: what touches it.
  record Agreement(MapPlace place) implements MapFocus {}

  /// A record, with two steps around it.
  record Surroundings(MapPlace place) implements MapFocus {}
}
