package org.seccatalogue.map;

/// What a map shows.
public sealed interface MapFocus {

  /// How a map is made. What was published in one of these stays as it is.
  enum Manner {
    /// On the map of a part, each party and each subsidiary document is a box, as on the maps of
    /// chapters; titles do not say what is left out.
    EACH,
    /// There they are few boxes, and tabs on what they serve, as on the map of the whole code;
    /// titles say what is left out.
    GATHERED,
    /// As before; what has no relation is gathered where it is much, letters always have seven
    /// points, and what administrators assess is on the maps of their codes.
    READABLE;

    /// What is made now.
    public static final Manner NEWEST = READABLE;
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
