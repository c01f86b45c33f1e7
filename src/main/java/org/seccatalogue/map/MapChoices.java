package org.seccatalogue.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;

/// What can be left out of a map, and what was.
///
/// @param former what an older edition calls a record that is called otherwise now
/// @param unwanted how many relations are not there because something was left out
public record MapChoices(List<Option> options, List<Option> former, int unwanted) {

  private static final String PROVISIONAL = "provisional";

  /// In a title, which has to fit on a sheet.
  private static final int MOST_NAMED = 4;

  private static final int LONGEST_NAMED = 60;
  private static final int LONGEST_NAMES = 80;
  private static final int LONGEST_TITLE = 300;

  /// Who asks for many things that are not there sees with a few of them what is.
  private static final int MOST_TOLD = 5;

  private static final int MOST_LISTED = 200;

  public MapChoices {
    options = List.copyOf(options);
    former = List.copyOf(former);
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
  /// @param words what it is called in a sentence, such as “MRA”
  /// @param id of its record; empty where it is none
  public record Option(
      Group group, String token, String label, String words, String id, boolean leftOut) {

    private static Option of(MapKind kind) {
      String label = kind.label();
      return new Option(Group.KIND, Group.KIND.token(label), label, "“" + label + "”", "", false);
    }

    /// A heading such as “Part B – Interoperability” begins with what it is called in short.
    private static Option ofPart(MapPlace place) {
      String heading = place.heading();
      int end = heading.indexOf(" – ");
      return new Option(
          Group.PART,
          Group.PART.token(place.name()),
          heading,
          end > 0 ? heading.substring(0, end) : heading,
          place.id(),
          false);
    }

    private static Option ofAgreement(MapPlace place) {
      return new Option(
          Group.CODE,
          Group.CODE.token(place.name()),
          place.name() + " " + place.title(),
          place.name(),
          place.id(),
          false);
    }

    private static Option ofStage(String code, String label) {
      return new Option(
          Group.STAGE, Group.STAGE.token(code), label, "what is at “" + label + "”", "", false);
    }

    private static Option ofWhatIsNotAgreed() {
      return new Option(
          Group.STATUS, PROVISIONAL, "What is not agreed yet", "what is not agreed yet", "", false);
    }

    private Option in(Set<String> without) {
      return new Option(group, token, label, words, id, without.contains(token));
    }

    private boolean isOfRecordOf(Option other) {
      return !id.isEmpty() && id.equals(other.id);
    }
  }

  /// What can be left out of all that a source has.
  ///
  /// @param stages the labels of stages that can be left out, by their codes
  static MapChoices of(
      List<Relation> relations, Collection<MapPlace> places, Map<String, String> stages) {
    List<Option> options = new ArrayList<>();
    Set<MapKind> kinds = new TreeSet<>();
    relations.forEach(relation -> kinds.add(relation.kind()));
    kinds.forEach(kind -> options.add(Option.of(kind)));
    for (MapPlace place : places) {
      if (place.isOutline() && place.depth() == 1) {
        options.add(Option.ofPart(place));
      } else if (place.sort() == MapPlace.Sort.AGREEMENT) {
        options.add(Option.ofAgreement(place));
      }
    }
    stages.forEach((code, label) -> options.add(Option.ofStage(code, label)));
    if (places.stream().anyMatch(MapPlace::provisional)) {
      options.add(Option.ofWhatIsNotAgreed());
    }
    return new MapChoices(options, List.of(), 0);
  }

  /// The same with what only one of two editions that are compared has.
  MapChoices and(MapChoices edition) {
    List<Option> all = new ArrayList<>(options);
    List<Option> renamed = new ArrayList<>(former);
    for (Option one : edition.options) {
      if (options.stream().noneMatch(other -> other.token().equals(one.token()))) {
        (options.stream().anyMatch(one::isOfRecordOf) ? renamed : all).add(one);
      }
    }
    return new MapChoices(all, renamed, unwanted);
  }

  /// The same, once some things are left out.
  MapChoices without(Set<String> tokens, int relations) {
    return new MapChoices(
        options.stream().map(option -> option.in(tokens)).toList(), former, relations);
  }

  /// What tokens mean, in the letters of the choices; those that mean none stay as they are.
  SortedSet<String> meant(Set<String> tokens) {
    return tokens.stream()
        .map(token -> called(token).map(Option::token).orElse(token))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Optional<Option> called(String token) {
    return called(options, token)
        .or(
            () ->
                called(former, token)
                    .flatMap(old -> options.stream().filter(old::isOfRecordOf).findFirst()));
  }

  private static Optional<Option> called(List<Option> options, String token) {
    return options.stream()
        .filter(option -> option.token().equalsIgnoreCase(token))
        .min(Comparator.comparing(option -> !option.token().equals(token)));
  }

  /// What is wrong with tokens: those that mean nothing that can be left out.
  List<Finding> findings(Set<String> tokens) {
    return tokens.stream()
        .filter(token -> called(token).isEmpty())
        .limit(MOST_TOLD)
        .map(
            token ->
                Finding.error(
                    FindingCode.UNKNOWN_CODE, new Place.Parameter("without"), token, listed()))
        .toList();
  }

  private String listed() {
    int more = options.size() - MOST_LISTED;
    return options.stream()
        .limit(MOST_LISTED)
        .map(Option::token)
        .collect(
            Collectors.joining(
                ", ",
                "something that can be left out of this map: ",
                more > 0 ? " and %,d more".formatted(more) : ""));
  }

  /// What was left out, each in words, in the order of the groups.
  public List<String> leftOut() {
    return options.stream()
        .filter(Option::leftOut)
        .sorted(Comparator.comparing(Option::group))
        .map(Option::words)
        .distinct()
        .toList();
  }

  /// A title that says what was left out, as far as there is room.
  String titled(String title) {
    List<String> all = leftOut();
    if (all.isEmpty()) {
      return title;
    }
    List<String> named = new ArrayList<>();
    int room = Math.min(LONGEST_NAMES, LONGEST_TITLE - title.length());
    for (String words : all.subList(0, Math.min(MOST_NAMED, all.size()))) {
      String name = shortened(words);
      room -= name.length() + 2;
      if (room < 0) {
        break;
      }
      named.add(name);
    }
    return title + ", without " + named(named, all.size() - named.size());
  }

  private static String named(List<String> names, int more) {
    if (names.isEmpty()) {
      return more == 1 ? "1 choice" : more + " choices";
    }
    return String.join(", ", names) + (more == 0 ? "" : " and " + more + " more");
  }

  private static String shortened(String words) {
    return words.codePointCount(0, words.length()) <= LONGEST_NAMED
        ? words
        : words.substring(0, words.offsetByCodePoints(0, LONGEST_NAMED - 1)) + "…";
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
