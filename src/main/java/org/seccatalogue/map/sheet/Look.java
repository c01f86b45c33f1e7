package org.seccatalogue.map.sheet;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a shape looks.
///
/// @param fill such as `#ffffff`; absent: it is not filled
/// @param stroke the colour of its line; absent: it has none
/// @param width of its line in mm
/// @param dash lengths of dashes and gaps in mm; none for a line without gaps
public record Look(
    @Nullable String fill, @Nullable String stroke, double width, List<Double> dash) {

  /// A dash that is shorter is a dot: its round ends make it.
  private static final double DOT = 0.1;

  public Look {
    dash = List.copyOf(dash);
  }

  public static Look filled(String colour) {
    return new Look(colour, null, 0, List.of());
  }

  public static Look line(String colour, double width) {
    return new Look(null, colour, width, List.of());
  }

  /// The same shape with a line around it.
  public Look edged(String colour, double edge) {
    return new Look(fill, colour, edge, dash);
  }

  /// The same on another ground.
  public Look on(String colour) {
    return new Look(colour, stroke, width, dash);
  }

  public Look dashed(List<Double> lengths) {
    return new Look(fill, stroke, width, lengths);
  }

  boolean isDotted() {
    return !dash.isEmpty() && Collections.min(dash) < DOT;
  }
}
