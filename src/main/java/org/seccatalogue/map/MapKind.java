package org.seccatalogue.map;

/// A kind of relation, as the legend names it.
///
/// @param order its place in the legend, from 0
/// @param group with which it shares the lines that are drawn
public record MapKind(int order, String label, LineLook look, Group group)
    implements Comparable<MapKind> {

  /// Where there are more lines than people can follow, each group has a share of its own, or the
  /// many links would hide the few interactions.
  public enum Group {
    /// How a record and an existing code touch, as somebody stated it.
    INTERACTION,
    /// That they touch, and nothing more.
    TOUCHING,
    /// Among the records of the code itself.
    TRACE,
    /// What the administrator of an existing code says of a chapter.
    ASSESSMENT
  }

  /// Whether an interaction states it.
  public boolean stated() {
    return group == Group.INTERACTION;
  }

  @Override
  public int compareTo(MapKind other) {
    return Integer.compare(order, other.order);
  }
}
