package org.seccatalogue.map;

/// What a map shows.
public sealed interface MapFocus {

  /// How the map of a part shows parties and subsidiary documents, and what titles say.
  enum Parts {
    /// Each as a box, as the maps of chapters do; titles do not say what is left out. What was
    /// published so stays as it is.
    EACH,
    /// As few boxes, and as tabs on what they serve, as the map of the whole code does; titles say
    /// what is left out.
    GATHERED
  }

  /// The whole code: its parts with their chapters, existing codes and parties.
  record Whole() implements MapFocus {}

  /// A part, a chapter or a section: what stands in it, and what that touches outside.
  record Section(MapPlace place) implements MapFocus {}

  /// An existing code or agreement, or a party: what touches it.
  record Outside(MapPlace place) implements MapFocus {}

  /// A record, with two steps around it.
  record Surroundings(MapPlace place) implements MapFocus {}
}
