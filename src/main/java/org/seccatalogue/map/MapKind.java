package org.seccatalogue.map;

/// A kind of relation, as the legend names it.
///
/// @param order its place in the legend, from 0
/// @param stated whether an interaction states it: such lines are drawn however few there are
public record MapKind(int order, String label, LineLook look, boolean stated)
    implements Comparable<MapKind> {

  @Override
  public int compareTo(MapKind other) {
    return Integer.compare(order, other.order);
  }
}
