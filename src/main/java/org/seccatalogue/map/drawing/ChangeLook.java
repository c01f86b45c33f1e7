package org.seccatalogue.map.drawing;

import java.util.List;
import org.seccatalogue.map.LineLook;
import org.seccatalogue.map.MapChange;
import org.seccatalogue.map.MapEdge;

/// How a line looks on a map that compares: its head tells its kind, and its dash what became of
/// it. On a map of one edition the dash tells the kind, too.
///
/// @param kind whose head it has
record ChangeLook(LineLook kind, String colour, List<Double> dash, boolean isDouble) {

  /// Behind what changed, and still to be seen on frames.
  private static final String PALE = "#aeb7bc";

  private static final List<Double> BROKEN = List.of(2.6, 2.0);

  static ChangeLook of(MapEdge edge, boolean compared) {
    return compared ? of(edge.kind().look(), edge.change()) : of(edge.kind().look());
  }

  static ChangeLook of(LineLook look) {
    return new ChangeLook(look, look.colour(), look.dash(), look == LineLook.DOUBLE);
  }

  static ChangeLook of(LineLook look, MapChange change) {
    return switch (change) {
      case SAME -> new ChangeLook(look, PALE, List.of(), false);
      case ADDED -> new ChangeLook(look, look.colour(), List.of(), false);
      case REMOVED -> new ChangeLook(look, look.colour(), BROKEN, false);
    };
  }
}
