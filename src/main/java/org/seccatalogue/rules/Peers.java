package org.seccatalogue.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.VisibleText;
import org.seccatalogue.record.number.Likeness;
import org.seccatalogue.record.number.Numbering;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.RecordType;

/// The drafts of one sitting, as far as others may name them, and what they claim for themselves.
final class Peers {

  /// A draft that others may name.
  ///
  /// @param head of the record that it changes; absent for a new one
  /// @param key that its record has, or is to have; absent where it has none yet
  record Peer(int number, String type, @Nullable RecordHead head, @Nullable RecordKey key) {}

  /// What the record of a draft is to be called.
  record Called(int number, String name) {}

  /// A name that no record had when its draft was judged.
  record Open(int number, String pointer, String name, NameUse use) {}

  /// A draft that claims values which records have: these may give them up in the same sitting.
  ///
  /// @param kept what is wrong with it if they do not
  /// @param again what is wrong with it if another draft claims the same
  record Held(
      int number,
      UniqueValue value,
      List<RecordKey> holders,
      Finding kept,
      IntFunction<Finding> again) {}

  private final Map<String, Peer> byName = new HashMap<>();
  private final Map<String, Peer> byKey = new HashMap<>();
  private final Map<Integer, Peer> byNumber = new HashMap<>();
  private final Map<RecordKey, Integer> keys = new HashMap<>();
  private final Map<UniqueValue, Integer> uniques = new HashMap<>();
  private final Map<UniqueValue, List<Held>> held = new LinkedHashMap<>();
  private final Set<Integer> holding = new HashSet<>();
  private final Map<RecordKey, Set<UniqueValue>> givenUp = new HashMap<>();
  private final Map<List<String>, Called> called = new HashMap<>();
  private final List<Open> open = new ArrayList<>();

  /// What is wrong with the first ones of several that claim the same, by their numbers.
  private final Map<Integer, Late.Wrong> doubled = new TreeMap<>();

  /// Takes a draft in under its key and its reference; the first one of a name has it.
  void add(Draft draft, RecordType type) {
    RecordHead head = draft.base() == null ? null : draft.base().head();
    Peer peer = new Peer(draft.number(), type.name(), head, draft.key());
    if (draft.isNew() && draft.key() != null) {
      byKey.putIfAbsent(draft.key().toString(), peer);
      byNumber.put(draft.number(), peer);
    }
    reference(draft, type)
        .ifPresent(
            name -> {
              byName.putIfAbsent(name, peer);
              byNumber.put(draft.number(), peer);
            });
  }

  /// What looks like a key names no record but the one that has it.
  private static Optional<String> reference(Draft draft, RecordType type) {
    return type.playing(AttributeRole.REFERENCE)
        .map(attribute -> draft.wish().attributes().path(attribute.name()).asText(""))
        .map(VisibleText::strip)
        .filter(text -> !text.isEmpty() && !RecordKey.looksLike(text))
        .map(
            number ->
                type.kind().makesTheOutline() && Numbering.isCounted(number)
                    ? Numbering.path(draft.wish().parent(), number)
                    : number);
  }

  Optional<Peer> named(String name) {
    return keyed(name).or(() -> Optional.ofNullable(byName.get(name)));
  }

  /// The draft that makes the record of a key.
  Optional<Peer> keyed(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /// The name of the record type of a draft that others named.
  Optional<String> typeOf(int number) {
    return Optional.ofNullable(byNumber.get(number)).map(Peer::type);
  }

  /// The key of the record of a draft that others named, where it has one.
  Optional<RecordKey> keyOf(int number) {
    return Optional.ofNullable(byNumber.get(number)).map(Peer::key);
  }

  /// The draft that claimed the same before, if one did.
  OptionalInt claimedBefore(RecordKey key, int number) {
    return before(keys.putIfAbsent(key, number), number);
  }

  OptionalInt claimedBefore(UniqueValue value, int number) {
    return before(uniques.putIfAbsent(value, number), number);
  }

  /// Takes in which values the record of a draft has and gives up.
  void giveUp(RecordKey key, Set<UniqueValue> values) {
    if (!values.isEmpty()) {
      givenUp.put(key, values);
    }
  }

  /// Leaves open whether a draft may claim what others have.
  void hold(Held claim) {
    held.computeIfAbsent(claim.value(), _ -> new ArrayList<>()).add(claim);
    holding.add(claim.number());
  }

  /// Whether a draft claims what others have.
  boolean isHolding(int number) {
    return holding.contains(number);
  }

  /// The drafts that claim what others keep, or what several of them claim.
  List<Late.Wrong> kept() {
    return held.values().stream()
        .flatMap(claims -> claims.stream().flatMap(one -> wrong(one, claims).stream()))
        .toList();
  }

  private Optional<Late.Wrong> wrong(Held claim, List<Held> all) {
    boolean free =
        claim.holders().stream()
            .allMatch(key -> givenUp.getOrDefault(key, Set.of()).contains(claim.value()));
    Optional<Finding> found =
        free
            ? all.stream()
                .filter(other -> other.number() != claim.number())
                .findFirst()
                .map(other -> claim.again().apply(other.number()))
            : Optional.of(claim.kept());
    return found.map(finding -> new Late.Wrong(claim.number(), finding));
  }

  /// The draft before whose record is to be called alike, if there is one.
  Optional<Called> calledBefore(Draft draft, String name) {
    List<String> alike = List.of(draft.wish().type(), Likeness.of(name));
    Called first = called.putIfAbsent(alike, new Called(draft.number(), name));
    return Optional.ofNullable(first).filter(other -> other.number() != draft.number());
  }

  private static OptionalInt before(@Nullable Integer first, int number) {
    return first == null || first == number ? OptionalInt.empty() : OptionalInt.of(first);
  }

  /// The first one that claims what another claims too is as wrong as that: nobody said which of
  /// them is meant.
  void claimedTwice(int first, Finding finding) {
    doubled.putIfAbsent(first, new Late.Wrong(first, finding));
  }

  Collection<Late.Wrong> doubled() {
    return List.copyOf(doubled.values());
  }

  void leaveOpen(Open name) {
    open.add(name);
  }

  List<Open> open() {
    return List.copyOf(open);
  }
}
