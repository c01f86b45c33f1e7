package org.seccatalogue.map.drawing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seccatalogue.map.MapGraph;
import org.seccatalogue.map.sheet.Box;

/// Lays a map out on its part of the sheet, in as many ways as it takes until it can be read.
final class MapLayout {

  /// With how many lines it is tried again, 0 for as many as before.
  private static final List<Integer> FEWER = List.of(0, 44, 28, 16, 8);

  /// With fewer lines than these a map tells less than with fewer boxes.
  private static final List<Integer> ENOUGH = List.of(0, 44, 28);

  private static final List<Integer> FEWEST = List.of(16, 8);

  /// Each leaves out a box at least, and mostly all that are too many.
  private static final int MOST_STEPS = 12;

  /// What was laid out last: a map is asked for in several formats, and a figure by each document
  /// that has it. What each weighs is what it holds of the code, so that all take some megabytes.
  private static final Cache<Asked, PlacedMap> LAST =
      Caffeine.newBuilder()
          .maximumWeight(50_000)
          .weigher((Asked asked, PlacedMap _) -> asked.graph().size())
          .build();

  private record Asked(MapGraph graph, Box place) {}

  private final Box place;
  private PlacedMap best;

  private MapLayout(MapGraph graph, Box place) {
    this.place = place;
    this.best = Attempt.of(graph, place, Attempt.Shape.NARROW);
  }

  /// Where narrow boxes make columns too tall, broad ones may fit; where these do not, fewer lines
  /// or fewer boxes may. Numbers stand on the lines in the end.
  ///
  /// @param place the part of the sheet that it has
  static PlacedMap of(MapGraph asked, Box place) {
    return LAST.get(new Asked(asked, place), one -> placed(one.graph(), one.place()));
  }

  private static PlacedMap placed(MapGraph asked, Box place) {
    MapLayout layout = new MapLayout(asked, place);
    switch (asked.manner()) {
      case EACH, GATHERED -> layout.withFewerLines(asked);
      case READABLE -> layout.readable(asked);
    }
    PlacedMap placed = layout.best;
    return placed.with(LabelPlaces.of(placed.lines(), placed.boxes().values()));
  }

  private void withFewerLines(MapGraph asked) {
    for (int most : FEWER) {
      if (!best.isReadable()) {
        attempt(asked, most, Attempt.Shape.BROAD);
      }
    }
  }

  /// What has no relation is gathered before lines are left out, and boxes are gathered before
  /// there are too few lines to tell anything.
  private void readable(MapGraph asked) {
    MapGraph graph = asked;
    for (int step = 0; step < MOST_STEPS && !best.isReadable(); step++) {
      PlacedMap last = attempts(graph, ENOUGH);
      Optional<MapGraph> fewer = best.isReadable() ? Optional.empty() : FewerBoxes.of(last);
      if (fewer.isEmpty()) {
        break;
      }
      graph = fewer.get();
    }
    attempts(graph, FEWEST);
  }

  /// The attempt with the fewest lines for which the fewest boxes are too many.
  private PlacedMap attempts(MapGraph graph, List<Integer> lines) {
    List<PlacedMap> last = new ArrayList<>(List.of(best));
    for (int most : lines) {
      last.clear();
      for (Attempt.Shape shape : Attempt.Shape.values()) {
        if (best.isReadable()) {
          return best;
        }
        last.add(attempt(graph, most, shape));
      }
    }
    return last.stream().min(PlacedMap.BY_HEIGHT).orElse(best);
  }

  /// @param most how many lines at most; 0 for as many as there are
  private PlacedMap attempt(MapGraph graph, int most, Attempt.Shape shape) {
    MapGraph fewer = most == 0 ? graph : graph.withLines(most);
    PlacedMap placed = Attempt.of(fewer, place, shape);
    best = placed.letters() > best.letters() ? placed : best;
    return placed;
  }
}
