package org.seccatalogue.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.order.SiblingOrder;

/// The places among others that the drafts of a sitting ask for. Which records stand in a section
/// only shows when all drafts are known, and so does what becomes of their order.
final class Places {

  /// A draft that asks for a place.
  ///
  /// @param pointer where it says so
  /// @param name of the record beside which it is to stand; absent: it is to be first
  record Asked(Draft draft, String pointer, @Nullable String name) {}

  /// The same with all records by their nodes.
  private record Wish(
      Asked asked, String self, String section, SiblingOrder.Spot spot, @Nullable Beside beside) {

    boolean isOfSection() {
      DraftBase base = asked.draft().base();
      return base != null && node(base.head().parent()).equals(section);
    }
  }

  /// The record beside which one is to stand.
  ///
  /// @param now what it stands below as it is stored
  private record Beside(String node, @Nullable RecordKey now) {}

  private final Ancestry ancestry;

  /// By section, in the order of the drafts.
  private final Map<String, Map<Integer, Wish>> wishes = new LinkedHashMap<>();

  Places(Ancestry ancestry) {
    this.ancestry = ancestry;
  }

  private static String node(@Nullable RecordKey key) {
    return key == null ? "" : key.toString();
  }

  void first(Draft draft, @Nullable Target parent) {
    add(new Asked(draft, "/first", null), parent, new SiblingOrder.Spot.First(), null);
  }

  /// Takes in a place beside another record.
  ///
  /// @return the key of that record, if it has one already
  @Nullable RecordKey beside(Asked asked, @Nullable Target parent, Target sibling, boolean before) {
    String node = ancestry.node(sibling);
    RecordKey now = sibling instanceof Target.Known(RecordHead head) ? head.parent() : null;
    SiblingOrder.Spot spot =
        before ? new SiblingOrder.Spot.Before(node) : new SiblingOrder.Spot.After(node);
    add(asked, parent, spot, new Beside(node, now));
    return RecordKey.parse(node).orElse(null);
  }

  private void add(
      Asked asked, @Nullable Target parent, SiblingOrder.Spot spot, @Nullable Beside beside) {
    String section = ancestry.node(parent);
    wishes
        .computeIfAbsent(section, _ -> new TreeMap<>())
        .put(
            asked.draft().number(),
            new Wish(asked, Ancestry.node(asked.draft()), section, spot, beside));
  }

  /// What is wrong with places, now that all drafts are known.
  List<Late> wrong(IntFunction<String> naming) {
    List<Late> wrong = new ArrayList<>();
    for (Map<Integer, Wish> ofSection : wishes.values()) {
      ofSection.values().stream()
          .filter(wish -> !standsBeside(wish))
          .forEach(wish -> wrong.add(wrong(wish, PlaceRules.SIBLING)));
      Map<String, Wish> sound = sound(ofSection);
      order(sound, List.of())
          .contradictions()
          .forEach(
              (key, other) ->
                  wrong.add(wrong(wish(sound, key), contradicting(sound, other, naming))));
    }
    return wrong;
  }

  private static Wish wish(Map<String, Wish> wishes, String key) {
    return Objects.requireNonNull(wishes.get(key));
  }

  private static String contradicting(
      Map<String, Wish> sound, String other, IntFunction<String> naming) {
    return "a place that goes together with the one that "
        + naming.apply(wish(sound, other).asked().draft().number())
        + " asks for";
  }

  private static Late wrong(Wish wish, String expected) {
    Asked asked = wish.asked();
    return new Late.Wrong(
        asked.draft().number(),
        Findings.of(FindingCode.BAD_PLACE, asked.pointer(), asked.name(), expected));
  }

  private boolean standsBeside(Wish wish) {
    Beside beside = wish.beside();
    return beside == null || ancestry.parentOf(beside.node(), beside.now()).equals(wish.section());
  }

  private Map<String, Wish> sound(Map<Integer, Wish> ofSection) {
    Map<String, Wish> sound = new LinkedHashMap<>();
    ofSection.values().stream().filter(this::standsBeside).forEach(w -> sound.put(w.self(), w));
    return sound;
  }

  /// The order with all who come into a section behind those who stand there.
  private static SiblingOrder order(Map<String, Wish> sound, List<RecordKey> standing) {
    Set<String> all = new LinkedHashSet<>();
    standing.forEach(key -> all.add(key.toString()));
    Map<String, SiblingOrder.Spot> spots = new LinkedHashMap<>();
    for (Wish wish : sound.values()) {
      if (wish.beside() != null) {
        all.add(wish.beside().node());
      }
      all.add(wish.self());
      spots.put(wish.self(), wish.spot());
    }
    Map<String, Integer> positions = new LinkedHashMap<>();
    all.forEach(key -> positions.put(key, positions.size() + 1));
    return new SiblingOrder(positions, spots);
  }

  /// The numbers of the drafts whose records stand already where they are to stand.
  Set<Integer> staying(KnownRecords known) {
    Map<String, Map<Integer, Wish>> asked = new HashMap<>(wishes);
    asked.values().removeIf(all -> all.values().stream().noneMatch(Wish::isOfSection));
    Set<Integer> staying = new HashSet<>();
    if (!asked.isEmpty()) {
      Map<String, List<RecordKey>> below = known.below(asked.keySet());
      asked.forEach(
          (section, ofSection) ->
              staying(sound(ofSection), below.getOrDefault(section, List.of()), staying));
    }
    return staying;
  }

  private static void staying(
      Map<String, Wish> sound, List<RecordKey> standing, Set<Integer> staying) {
    order(sound, standing).staying().stream()
        .map(key -> wish(sound, key))
        .filter(Wish::isOfSection)
        .forEach(wish -> staying.add(wish.asked().draft().number()));
  }
}
