package org.seccatalogue.map.drawing;

import java.util.Map;
import java.util.SequencedMap;
import org.seccatalogue.map.MapFrame;
import org.seccatalogue.map.MapNode;
import org.seccatalogue.map.sheet.Box;

/// Where frames and boxes stand.
record Stand(SequencedMap<MapFrame, Box> frames, SequencedMap<MapNode, Box> boxes) {

  Box box(MapNode node) {
    return boxes.getOrDefault(node, new Box(0, 0, 0, 0));
  }

  int column(MapNode node) {
    return frames.keySet().stream()
        .filter(frame -> frame.holds(node))
        .mapToInt(MapFrame::column)
        .findFirst()
        .orElse(0);
  }

  /// The right edge of the frames around some boxes.
  double right(Map<MapNode, ?> nodes) {
    return frames.entrySet().stream()
        .filter(e -> nodes.keySet().stream().anyMatch(e.getKey()::holds))
        .mapToDouble(e -> e.getValue().right())
        .max()
        .orElse(0);
  }
}
