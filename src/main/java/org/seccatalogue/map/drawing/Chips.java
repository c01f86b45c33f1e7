package org.seccatalogue.map.drawing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.map.MapPlace;
import org.seccatalogue.map.sheet.Letters;

/// The subsidiary documents that stand on a box, in rows below its title, each with its
/// abbreviation. Of very many the first stand there, and how many more there are.
///
/// @param size of their letters
record Chips(List<List<Chip>> rows, double size) {

  /// As old maps have them.
  static final double SMALL = 7.5;

  static final double TALL = 3.7;
  static final double ROW = 4.3;
  static final double SIDE = 1.1;

  private static final int MOST = 12;
  private static final double GAP = 1.2;

  /// One of them.
  ///
  /// @param document absent for what stands for more of them
  /// @param x how far it is from the beginning of the row
  record Chip(@Nullable MapPlace document, String text, double x, double width) {

    double right() {
      return x + width;
    }
  }

  /// @param width that a row has, unless one of them needs more
  static Chips of(List<MapPlace> documents, double width, double size) {
    Chips chips = new Chips(new ArrayList<>(), size);
    int all = documents.size();
    int shown = all > MOST ? MOST - 1 : all;
    for (MapPlace document : documents.subList(0, shown)) {
      chips.add(document, chips.fitting(document, width), width);
    }
    if (shown < all) {
      chips.add(null, "+" + (all - shown), width);
    }
    return chips;
  }

  /// What is too long for a row is called by its key.
  private String fitting(MapPlace document, double width) {
    return Letters.width(document.name(), size) + 2 * SIDE > width
        ? document.id()
        : document.name();
  }

  private void add(@Nullable MapPlace document, String text, double width) {
    double wide = Letters.width(text, size) + 2 * SIDE;
    double x = rows.isEmpty() ? width : rows.getLast().getLast().right() + GAP;
    if (x + wide > width) {
      rows.add(new ArrayList<>());
      x = 0;
    }
    rows.getLast().add(new Chip(document, text, x, wide));
  }

  /// How much taller a box is for them.
  double height() {
    return rows.isEmpty() ? 0 : rows.size() * ROW + 1;
  }
}
