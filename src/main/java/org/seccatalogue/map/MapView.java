package org.seccatalogue.map;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What a map looks at: which relations it shows, and into which boxes and frames it gathers them.
abstract class MapView {

  static final MapPlace PARTIES =
      new MapPlace(
          "parties", MapPlace.Sort.PARTY, "", "DCC and parties", "", false, "", MapChange.SAME);

  /// So deep stand chapters; parts stand above them.
  static final int CHAPTER = 2;

  final MapContents contents;

  MapView(MapContents contents) {
    this.contents = contents;
  }

  static MapView of(MapContents contents, MapFocus focus, MapFocus.Manner manner) {
    return switch (focus) {
      case MapFocus.Whole() -> new WholeView(contents);
      case MapFocus.Section(MapPlace place) ->
          switch (manner) {
            case EACH -> new SectionView(contents, place);
            case GATHERED, READABLE ->
                place.depth() < CHAPTER
                    ? new PartView(contents, place)
                    : new SectionView(contents, place);
          };
      case MapFocus.Outside(MapPlace place) -> new OutsideView(contents, place);
      case MapFocus.Surroundings(MapPlace place) -> new SurroundingsView(contents, place);
    };
  }

  abstract String title();

  /// What the map is about, if not the whole.
  abstract Set<MapPlace> focus();

  abstract List<Relation> relations();

  /// What stands on the map whether it has relations or not.
  abstract List<MapPlace> always();

  /// The box in which a place is shown.
  abstract MapPlace box(MapPlace place);

  /// The frame around a box.
  MapPlace frame(MapPlace box) {
    return switch (box.sort()) {
      case PARTY -> PARTIES;
      case AGREEMENT -> box.depth() > 1 ? contents.above(box, box.depth() - 1) : box;
      case CLAUSE, HEADING, RECORD, ENTRY, DOCUMENT ->
          contents.above(box, box.depth() > CHAPTER ? CHAPTER : CHAPTER - 1);
    };
  }

  /// The subsidiary documents that stand on boxes, and not beside them.
  Map<MapPlace, List<MapPlace>> documents() {
    return Map.of();
  }

  /// How many relations there are beyond those that it shows.
  int beyond() {
    return 0;
  }

  /// The chapter of a place; of what stands in no chapter, its part.
  MapPlace chapter(MapPlace place) {
    if (!place.isInside()) {
      return place;
    }
    MapPlace chapter = contents.above(place, CHAPTER);
    return chapter.isOutline() ? chapter : contents.above(place, 1);
  }

  /// The whole code.
  private static final class WholeView extends MapView {

    private final MapParties.Gathered parties;
    private final Map<MapPlace, List<MapPlace>> served;

    WholeView(MapContents contents) {
      super(contents);
      this.parties = new MapParties.Gathered(contents.places(), contents.relations());
      this.served = ServedBoxes.of(contents, this::box);
    }

    @Override
    String title() {
      return "SEC map: interactions with existing codes and agreements";
    }

    @Override
    Set<MapPlace> focus() {
      return Set.of();
    }

    /// A record that several parties of one box use is used once. Documents stand on the boxes that
    /// they serve.
    @Override
    List<Relation> relations() {
      return parties.once(contents.relations());
    }

    @Override
    Map<MapPlace, List<MapPlace>> documents() {
      return served;
    }

    @Override
    List<MapPlace> always() {
      Set<String> withOthers = new LinkedHashSet<>();
      Set<String> withAgreements = new LinkedHashSet<>();
      for (MapPlace place : contents.places()) {
        if (place.sort() == MapPlace.Sort.AGREEMENT
            || place.sort() == MapPlace.Sort.ENTRY
            || place.sort() == MapPlace.Sort.DOCUMENT) {
          withAgreements.add(place.pathAt(CHAPTER));
        } else if (place.sort() == MapPlace.Sort.RECORD) {
          withOthers.add(place.pathAt(CHAPTER));
        }
      }
      withAgreements.removeAll(withOthers);
      served.keySet().forEach(place -> withAgreements.remove(place.path()));
      return contents.places().stream()
          .filter(
              place ->
                  place.sort() == MapPlace.Sort.AGREEMENT
                      || (place.isOutline()
                          && place.depth() == CHAPTER
                          && !withAgreements.contains(place.path())))
          .toList();
    }

    @Override
    MapPlace box(MapPlace place) {
      return place.sort() == MapPlace.Sort.PARTY ? parties.box(place) : chapter(place);
    }
  }

  /// A part, a chapter or a section. What is assessed stands on the map of its code.
  private static class SectionView extends MapView {

    private final MapPlace section;

    SectionView(MapContents contents, MapPlace section) {
      super(contents);
      this.section = section;
    }

    @Override
    String title() {
      return "SEC map: " + section.heading();
    }

    @Override
    Set<MapPlace> focus() {
      return Set.of();
    }

    @Override
    List<Relation> relations() {
      return contents.touchingIn(section).stream()
          .filter(relation -> !relation.assesses() || relation.from().isIn(section))
          .toList();
    }

    @Override
    List<MapPlace> always() {
      List<MapPlace> below = contents.below(section).stream().filter(MapPlace::isOutline).toList();
      return below.isEmpty() ? List.of(section) : below;
    }

    /// Inside, what stands directly below the section; outside, what stands beside it or beside
    /// what it stands below, and at least a chapter.
    @Override
    MapPlace box(MapPlace place) {
      if (!place.isInside()) {
        return place;
      }
      if (place.isIn(section)) {
        return contents.above(place, section.depth() + 1);
      }
      if (place.sort() == MapPlace.Sort.DOCUMENT) {
        return place;
      }
      int common = 0;
      while (section.pathAt(common + 1).equals(place.pathAt(common + 1))) {
        common++;
      }
      MapPlace box = contents.above(place, Math.max(CHAPTER, common + 1));
      return box.isOutline() ? box : contents.above(place, box.depth() - 1);
    }

    @Override
    MapPlace frame(MapPlace box) {
      if (box.isInside() && box.isIn(section)) {
        return section;
      }
      return box.isInside() ? contents.above(box, 1) : super.frame(box);
    }
  }

  /// A part, with parties and documents as on the map of the whole: each by itself they would be
  /// more than the rest of it.
  private static final class PartView extends SectionView {

    private final MapParties.Gathered parties;
    private final Map<MapPlace, List<MapPlace>> served;

    PartView(MapContents contents, MapPlace part) {
      super(contents, part);
      this.parties = new MapParties.Gathered(contents.places(), contents.relations());
      this.served = ServedBoxes.of(contents, this::box);
    }

    @Override
    List<Relation> relations() {
      return parties.once(super.relations());
    }

    @Override
    Map<MapPlace, List<MapPlace>> documents() {
      return served;
    }

    @Override
    MapPlace box(MapPlace place) {
      return place.sort() == MapPlace.Sort.PARTY ? parties.box(place) : super.box(place);
    }
  }

  /// An existing code or agreement, or a party.
  private static final class OutsideView extends MapView {

    private static final int MOST_RECORDS = 20;

    private final MapPlace outside;
    private final boolean records;
    private final Set<MapPlace> assessments;

    OutsideView(MapContents contents, MapPlace outside) {
      super(contents);
      this.outside = outside;
      long others =
          relations().stream()
              .filter(relation -> !relation.assesses())
              .map(relation -> relation.otherThan(outside))
              .distinct()
              .count();
      this.records = others <= MOST_RECORDS;
      this.assessments =
          relations().stream()
              .filter(Relation::assesses)
              .map(Relation::from)
              .collect(Collectors.toSet());
    }

    @Override
    String title() {
      return "SEC map: what touches " + outside.nameAndTitle();
    }

    @Override
    Set<MapPlace> focus() {
      return Set.of(outside);
    }

    @Override
    List<Relation> relations() {
      return contents.touching(outside);
    }

    @Override
    List<MapPlace> always() {
      return List.of(outside);
    }

    @Override
    MapPlace box(MapPlace place) {
      return records || assessments.contains(place) ? place : chapter(place);
    }
  }
}
