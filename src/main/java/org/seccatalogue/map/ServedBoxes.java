package org.seccatalogue.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// On which boxes subsidiary documents stand: on those of what they serve, and where none of that
/// is there, on that of their register, so that none is lost.
final class ServedBoxes {

  private final Map<MapPlace, Map<String, MapPlace>> byBox = new LinkedHashMap<>();
  private final UnaryOperator<MapPlace> box;

  private ServedBoxes(UnaryOperator<MapPlace> box) {
    this.box = box;
  }

  /// @param box the box in which a place is shown
  static Map<MapPlace, List<MapPlace>> of(MapContents contents, UnaryOperator<MapPlace> box) {
    ServedBoxes boxes = new ServedBoxes(box);
    Set<String> placed = new HashSet<>();
    for (Relation relation : contents.relations()) {
      if (relation.serves()) {
        boxes.add(relation.from().as(relation.change()), relation.to());
        placed.add(relation.from().id());
      }
    }
    if (!placed.isEmpty()) {
      contents.places().stream()
          .filter(place -> place.sort() == MapPlace.Sort.DOCUMENT && !placed.contains(place.id()))
          .forEach(place -> boxes.add(place, place));
    }
    Map<MapPlace, List<MapPlace>> all = new LinkedHashMap<>();
    boxes.byBox.forEach((place, documents) -> all.put(place, new ArrayList<>(documents.values())));
    return all;
  }

  /// A document that serves two sections of a chapter, and one of them no longer, still serves it.
  private void add(MapPlace document, MapPlace served) {
    byBox
        .computeIfAbsent(box.apply(served), _ -> new LinkedHashMap<>())
        .merge(
            document.id(),
            document,
            (one, other) -> one.equals(other) ? one : one.as(MapChange.SAME));
  }
}
