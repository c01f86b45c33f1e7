package org.seccatalogue.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.RecordType;

/// The drafts of one sitting, as far as others may name them, and what they claim for themselves.
final class Peers {

  /// A draft that others may name.
  ///
  /// @param head of the record that it changes; absent for a new one
  record Peer(int number, String type, @Nullable RecordHead head) {}

  /// A name that no record had when its draft was judged.
  record Open(int number, String pointer, String name, NameUse use) {}

  private final Map<String, Peer> byName = new HashMap<>();
  private final Map<Integer, Peer> byNumber = new HashMap<>();
  private final Map<RecordKey, Integer> keys = new HashMap<>();
  private final Map<UniqueValue, Integer> uniques = new HashMap<>();
  private final List<Open> open = new ArrayList<>();

  /// Takes a draft in under its key and its reference; the first one of a name has it.
  void add(Draft draft, RecordType type) {
    List<String> names = new ArrayList<>();
    if (draft.isNew() && draft.key() != null) {
      names.add(draft.key().toString());
    }
    reference(draft, type).ifPresent(names::add);
    if (!names.isEmpty()) {
      RecordHead head = draft.base() == null ? null : draft.base().head();
      Peer peer = new Peer(draft.number(), type.name(), head);
      names.forEach(name -> byName.putIfAbsent(name, peer));
      byNumber.put(draft.number(), peer);
    }
  }

  private static Optional<String> reference(Draft draft, RecordType type) {
    return type.playing(AttributeRole.REFERENCE)
        .map(attribute -> draft.wish().attributes().path(attribute.name()).asText("").strip())
        .filter(text -> !text.isEmpty());
  }

  Optional<Peer> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// The name of the record type of a draft that others named.
  Optional<String> typeOf(int number) {
    return Optional.ofNullable(byNumber.get(number)).map(Peer::type);
  }

  /// The draft that claimed the same before, if one did.
  OptionalInt claimedBefore(RecordKey key, int number) {
    return before(keys.putIfAbsent(key, number), number);
  }

  OptionalInt claimedBefore(UniqueValue value, int number) {
    return before(uniques.putIfAbsent(value, number), number);
  }

  private static OptionalInt before(@Nullable Integer first, int number) {
    return first == null || first == number ? OptionalInt.empty() : OptionalInt.of(first);
  }

  void leaveOpen(Open name) {
    open.add(name);
  }

  List<Open> open() {
    return List.copyOf(open);
  }
}
