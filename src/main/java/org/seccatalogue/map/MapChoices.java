package org.seccatalogue.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What can be left out of a map, and what was.
///
/// @param unwanted how many relations are not there because of that
public record MapChoices(List<Option> options, int unwanted) {

  static final MapChoices NONE = new MapChoices(List.of(), 0);

  private static final String PROVISIONAL = "provisional";

  public MapChoices {
    options = List.copyOf(options);
  }

  /// Of what kind something is that can be left out.
  public enum Group {
    KIND("Kinds of relation"),
    PART("Parts"),
    CODE("Existing codes and agreements"),
    STAGE("Stages"),
    STATUS("Not agreed yet");

    private final String label;

    Group(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    String token(String name) {
      return name().toLowerCase(Locale.ROOT) + ":" + name.replace(' ', '-').replace(",", "");
    }
  }

  /// One thing that can be left out.
  ///
  /// @param token by which it is asked for, such as `code:MRA`
  public record Option(Group group, String token, String label, boolean leftOut) {}

  /// What can be left out of all that a source has.
  ///
  /// @param stages the labels of stages that can be left out, by their codes
  static MapChoices of(
      List<Relation> relations, Collection<MapPlace> places, Map<String, String> stages) {
    List<Option> options = new ArrayList<>();
    Set<MapKind> kinds = new TreeSet<>();
    relations.forEach(relation -> kinds.add(relation.kind()));
    kinds.forEach(
        kind -> options.add(option(Group.KIND, Group.KIND.token(kind.label()), kind.label())));
    for (MapPlace place : places) {
      if (place.isOutline() && place.depth() == 1) {
        options.add(option(Group.PART, Group.PART.token(place.name()), place.heading()));
      } else if (place.sort() == MapPlace.Sort.AGREEMENT) {
        String label = place.name() + " " + place.title();
        options.add(option(Group.CODE, Group.CODE.token(place.name()), label));
      }
    }
    stages.forEach(
        (code, label) -> options.add(option(Group.STAGE, Group.STAGE.token(code), label)));
    if (places.stream().anyMatch(MapPlace::provisional)) {
      options.add(option(Group.STATUS, PROVISIONAL, "What is not agreed yet"));
    }
    return new MapChoices(options, 0);
  }

  private static Option option(Group group, String token, String label) {
    return new Option(group, token, label, false);
  }

  /// The same, once some things are left out.
  MapChoices without(Set<String> tokens, int relations) {
    return new MapChoices(
        options.stream()
            .map(
                option ->
                    new Option(
                        option.group(),
                        option.token(),
                        option.label(),
                        tokens.contains(option.token())))
            .toList(),
        relations);
  }

  /// Whether a place is left out, for what it is itself.
  static boolean dropped(MapPlace place, Set<String> tokens) {
    return switch (place.sort()) {
      case PARTY -> false;
      case AGREEMENT -> tokens.contains(Group.CODE.token(place.name()));
      case CLAUSE, HEADING, RECORD, ENTRY, DOCUMENT ->
          (place.provisional() && tokens.contains(PROVISIONAL))
              || (place.depth() == 1 && tokens.contains(Group.PART.token(place.name())))
              || (!place.isOutline() && tokens.contains(Group.STAGE.token(place.stage())));
    };
  }
}
