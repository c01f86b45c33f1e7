package org.seccatalogue.rules;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;

/// The outline as it is with all moves of a sitting done, as far as it was asked for: whether a
/// move closes a ring, also one that several drafts make together.
final class Ancestry {

  /// How many records one may have above it.
  static final int DEEPEST = 20;

  private static final String ROOT = "";

  private final KnownRecords known;

  /// The parent of a node as it is stored.
  private final Map<String, String> stored = new HashMap<>();

  /// The parent of a node as a draft of this sitting has it.
  private final Map<String, String> drafted = new HashMap<>();

  /// The keys that new records are to have, by the numbers of their drafts.
  private final Map<Integer, String> keys = new HashMap<>();

  Ancestry(KnownRecords known) {
    this.known = known;
  }

  /// Takes in what a draft is called before it is written.
  void know(Draft draft) {
    if (draft.isNew() && draft.key() != null) {
      keys.put(draft.number(), draft.key().toString());
    }
  }

  /// Reads what is above these records, at once.
  void read(Collection<RecordKey> keys) {
    if (!keys.isEmpty()) {
      known.above(Set.copyOf(keys)).forEach(this::keep);
    }
  }

  private void keep(RecordKey key, List<RecordKey> above) {
    String below = key.toString();
    for (RecordKey parent : above) {
      stored.put(below, parent.toString());
      below = parent.toString();
    }
    stored.putIfAbsent(below, ROOT);
  }

  /// Whether a draft would come to stand below itself.
  boolean closesRing(Draft draft, Target parent) {
    String self = node(draft);
    Set<String> passed = new HashSet<>();
    String node = node(parent);
    while (!node.equals(ROOT) && passed.add(node)) {
      if (node.equals(self)) {
        return true;
      }
      node = above(node);
    }
    return false;
  }

  /// Whether what stands there would have more above it than may be.
  boolean isTooDeep(Target parent) {
    int above = 0;
    String node = node(parent);
    while (!node.equals(ROOT) && above <= DEEPEST) {
      above++;
      node = above(node);
    }
    return above > DEEPEST;
  }

  private String above(String node) {
    String parent = drafted.get(node);
    if (parent != null) {
      return parent;
    }
    if (RecordKey.parse(node).isEmpty()) {
      return ROOT;
    }
    if (!stored.containsKey(node)) {
      read(List.of(RecordKey.of(node)));
    }
    return Objects.requireNonNullElse(stored.get(node), ROOT);
  }

  /// Remembers where a draft puts its record.
  void put(Draft draft, @Nullable Target parent) {
    drafted.put(node(draft), node(parent));
  }

  /// Where a record stands when all drafts are done.
  ///
  /// @param now where it stands as it is stored; absent for a root
  String parentOf(String node, @Nullable RecordKey now) {
    return drafted.getOrDefault(node, now == null ? ROOT : now.toString());
  }

  /// What a place of the outline is called by its record: its key, or the number of the draft that
  /// makes it.
  static String node(Draft draft) {
    if (draft.base() != null) {
      return draft.base().head().key().toString();
    }
    return draft.key() == null ? "#" + draft.number() : draft.key().toString();
  }

  String node(@Nullable Target target) {
    return switch (target) {
      case Target.Known(RecordHead head) -> head.key().toString();
      case Target.Peer(int number) -> number(number);
      case Target.Open _ -> ROOT;
      case null -> ROOT;
    };
  }

  /// A record has the same name in every batch, whether it is written by then or not.
  private String number(int number) {
    return keys.getOrDefault(number, "#" + number);
  }

  /// The number of the draft in a node that is no key.
  static int number(String node) {
    return Integer.parseInt(node.substring(1));
  }

  /// Where drafts put their records: nodes by nodes, those that stay where they are left out.
  Map<String, String> drafted() {
    return Map.copyOf(drafted);
  }
}
