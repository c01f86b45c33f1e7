package org.seccatalogue.record.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The order of siblings, and what becomes of it when some of them are to stand elsewhere, all at
/// once. Whoever is to stand beside a sibling that is to stand elsewhere itself is put there after
/// that one. Of two that want the same place, the later one stands nearer to it.
///
/// Nothing here is read or written: rules and writer ask it alike.
public final class SiblingOrder {

  /// Where one is to stand.
  public sealed interface Spot {

    record First() implements Spot {}

    record Before(String sibling) implements Spot {}

    record After(String sibling) implements Spot {}

    /// At a position; behind whoever stands there.
    record At(int position) implements Spot {}
  }

  /// The positions of siblings in their order. All are larger than 0.
  private final Map<String, Integer> now;

  private final Map<String, Spot> wishes;

  /// @param now the siblings in their order, with their positions, which are larger than 0
  /// @param wishes of some of them, in the order in which they were made
  public SiblingOrder(Map<String, Integer> now, Map<String, Spot> wishes) {
    this.now = new LinkedHashMap<>(now);
    this.wishes = new LinkedHashMap<>(wishes);
  }

  /// Who they are to stand beside, and is none of the siblings.
  public List<String> strangers() {
    return wishes.values().stream()
        .map(SiblingOrder::beside)
        .filter(sibling -> sibling != null && !now.containsKey(sibling))
        .toList();
  }

  private static @Nullable String beside(@Nullable Spot spot) {
    return switch (spot) {
      case Spot.Before(String sibling) -> sibling;
      case Spot.After(String sibling) -> sibling;
      case Spot.First _, Spot.At _ -> null;
      case null -> null;
    };
  }

  /// Those whose wish cannot hold together with that of another one, which is given with them: some
  /// that are to stand beside each other in a ring, or before the one that is to be first.
  public Map<String, String> contradictions() {
    Map<String, String> found = new LinkedHashMap<>();
    wishes.forEach(
        (key, spot) -> {
          if (spot instanceof Spot.Before(String other)
              && wishes.get(other) instanceof Spot.First) {
            found.put(key, other);
          }
        });
    Set<String> seen = new HashSet<>();
    wishes.keySet().forEach(key -> rings(key, seen, found));
    return found;
  }

  private void rings(String start, Set<String> seen, Map<String, String> found) {
    List<String> way = new ArrayList<>();
    String key = start;
    while (key != null && wishes.containsKey(key) && seen.add(key)) {
      way.add(key);
      key = beside(wishes.get(key));
    }
    if (key != null && way.contains(key)) {
      Set<String> ring = Set.copyOf(way.subList(way.indexOf(key), way.size()));
      String last = wishes.keySet().stream().filter(ring::contains).reduce(key, (_, b) -> b);
      found.put(last, String.valueOf(beside(wishes.get(last))));
    }
  }

  /// All in the order in which they come to stand.
  public List<String> order() {
    SiblingChain chain = new SiblingChain(atPositions());
    Set<String> done = new HashSet<>();
    wishes.keySet().forEach(key -> put(key, chain, done));
    return chain.all();
  }

  /// Those that are to stand at a position are merged into the others.
  private List<String> atPositions() {
    Map<String, Integer> wanted = new HashMap<>(now);
    wishes.forEach((key, spot) -> wanted.computeIfPresent(key, (_, p) -> preferred(key, p)));
    return now.keySet().stream()
        .sorted(
            Comparator.<String>comparingInt(wanted::get)
                .thenComparing(key -> wishes.get(key) instanceof Spot.At))
        .toList();
  }

  private int preferred(String key, int position) {
    return wishes.get(key) instanceof Spot.At(int wanted) ? wanted : position;
  }

  private void put(String start, SiblingChain chain, Set<String> done) {
    Deque<String> waiting = new ArrayDeque<>();
    String key = start;
    while (key != null && wishes.containsKey(key) && done.add(key)) {
      waiting.push(key);
      key = beside(wishes.get(key));
    }
    waiting.forEach(each -> put(each, chain));
  }

  private void put(String key, SiblingChain chain) {
    switch (wishes.get(key)) {
      case Spot.First _ -> chain.putAfter(key, SiblingChain.START);
      case Spot.After(String sibling) -> chain.putAfter(key, sibling);
      case Spot.Before(String sibling) -> chain.putBefore(key, sibling);
      case Spot.At _ -> {}
      case null -> {}
    }
  }

  /// What is to be written.
  ///
  /// @param positions of those that get another one
  /// @param moved those that stand elsewhere among the others afterwards
  public record Change(Map<String, Integer> positions, Set<String> moved) {}

  /// What is to be written so that all stand in their new order. As few as possible get another
  /// position; where there is no room between two, all do.
  ///
  /// @param step how far apart they stand where there is room
  public Change change(int step) {
    List<String> order = order();
    Set<String> kept = kept(order);
    Map<String, Integer> positions = new LinkedHashMap<>();
    Set<String> moved = new HashSet<>();
    for (String key : wishes.keySet()) {
      int position = now.getOrDefault(key, 0);
      if (!kept.contains(key) || preferred(key, position) != position) {
        moved.add(key);
      }
    }
    if (!moved.isEmpty() && !fit(order, kept, step, positions)) {
      positions.clear();
      for (int i = 0; i < order.size(); i++) {
        positions.put(order.get(i), (i + 1) * step);
      }
    }
    positions.entrySet().removeIf(each -> each.getValue().equals(now.get(each.getKey())));
    return new Change(positions, moved);
  }

  /// Those that can keep their position, or have the one that they want: all without a wish, and
  /// between two of them as many as possible.
  private Set<String> kept(List<String> order) {
    Set<String> kept = new HashSet<>();
    List<String> run = new ArrayList<>();
    int low = 0;
    for (String key : order) {
      if (wishes.containsKey(key)) {
        run.add(key);
      } else {
        int position = now.getOrDefault(key, 0);
        kept.addAll(rising(run, low, position));
        kept.add(key);
        low = position;
        run.clear();
      }
    }
    kept.addAll(rising(run, low, Integer.MAX_VALUE));
    return kept;
  }

  /// The most of a run whose positions rise between two others.
  private List<String> rising(List<String> run, int low, int high) {
    TreeMap<Integer, String> ends = new TreeMap<>();
    Map<String, String> before = new HashMap<>();
    for (String key : run) {
      int position = position(key);
      if (position > low && position < high) {
        Map.Entry<Integer, String> lower = ends.lowerEntry(position);
        if (lower != null) {
          before.put(key, lower.getValue());
        }
        Integer replaced = ends.ceilingKey(position);
        if (replaced != null) {
          ends.remove(replaced);
        }
        ends.put(position, key);
      }
    }
    List<String> rising = new ArrayList<>();
    String key = ends.isEmpty() ? null : ends.lastEntry().getValue();
    while (key != null) {
      rising.add(key);
      key = before.get(key);
    }
    return rising;
  }

  private int position(String key) {
    return preferred(key, now.getOrDefault(key, 0));
  }

  /// Spreads those that do not keep their position over the room between those that do.
  ///
  /// @return whether there is room for all
  private boolean fit(
      List<String> order, Set<String> kept, int step, Map<String, Integer> positions) {
    List<String> run = new ArrayList<>();
    long low = 0;
    for (String key : order) {
      if (!kept.contains(key)) {
        run.add(key);
        continue;
      }
      long high = position(key);
      long room = high - low;
      if (room <= run.size()) {
        return false;
      }
      for (int i = 0; i < run.size(); i++) {
        positions.put(run.get(i), (int) (low + room * (i + 1) / (run.size() + 1)));
      }
      positions.put(key, (int) high);
      low = high;
      run.clear();
    }
    for (int i = 0; i < run.size(); i++) {
      positions.put(run.get(i), (int) (low + (i + 1L) * step));
    }
    return low + (long) run.size() * step < Integer.MAX_VALUE;
  }

  /// Those whose wish need not be fulfilled: without it the order comes out the same.
  public Set<String> staying() {
    List<String> order = order();
    Set<String> moved = change(1).moved();
    Set<String> unmoved = new HashSet<>(wishes.keySet());
    unmoved.removeAll(moved);
    return Stream.of(unmoved, fulfilled())
        .filter(left -> without(left).order().equals(order))
        .findFirst()
        .orElse(Set.of());
  }

  private static boolean behind(@Nullable Spot spot, String before) {
    return switch (spot) {
      case Spot.First _ -> before.equals(SiblingChain.START);
      case Spot.After(String sibling) -> before.equals(sibling);
      case Spot.Before _, Spot.At _ -> false;
      case null -> false;
    };
  }

  private SiblingOrder without(Set<String> left) {
    Map<String, Spot> others = new LinkedHashMap<>(wishes);
    others.keySet().removeAll(left);
    return new SiblingOrder(now, others);
  }

  /// Those that stand where they are to stand.
  private Set<String> fulfilled() {
    Set<String> fulfilled = new HashSet<>();
    String before = SiblingChain.START;
    for (String key : now.keySet()) {
      if (behind(wishes.get(key), before)) {
        fulfilled.add(key);
      }
      if (wishes.get(before) instanceof Spot.Before(String sibling) && key.equals(sibling)) {
        fulfilled.add(before);
      }
      before = key;
    }
    return fulfilled;
  }
}
