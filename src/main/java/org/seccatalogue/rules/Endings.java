package org.seccatalogue.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.Workflow;

/// Nothing that is still proposed stands below what is at an end, such as a withdrawn section: it
/// would be published below nothing. Judged of the catalogue as a whole sitting leaves it, in
/// whatever order its drafts end or bring back a section and what stands in it. What an earlier
/// version let in stays as it is, until it is moved.
final class Endings {

  /// A draft that brings its record to an end.
  private record Ended(int number, String stage) {}

  /// A draft that puts its record, or brings it back, below one that was at an end before.
  private record Below(int number, String name, RecordKey parent) {}

  private final Workflow workflow;
  private final KnownRecords known;
  private final IntFunction<String> naming;
  private final Map<String, Ended> ended = new HashMap<>();
  private final List<Below> below = new ArrayList<>();
  private final Set<Integer> pending = new HashSet<>();

  /// What drafts leave at an end, and what they bring back from one.
  private final Set<String> atEnd = new HashSet<>();

  private final Set<String> broughtBack = new HashSet<>();

  Endings(Workflow workflow, KnownRecords known, IntFunction<String> naming) {
    this.workflow = workflow;
    this.known = known;
    this.naming = naming;
  }

  /// Takes in what becomes of a draft.
  void take(CheckedDraft checked) {
    Draft draft = checked.draft();
    String before = draft.base() == null ? null : draft.base().head().stage();
    String after = checked.course().end(before == null ? workflow.initial() : before);
    boolean wasAtEnd = before != null && workflow.isEnd(before);
    if (!workflow.isEnd(after)) {
      takeProposed(checked, wasAtEnd);
      return;
    }
    atEnd.add(Ancestry.node(draft));
    if (!wasAtEnd) {
      ended.put(Ancestry.node(draft), new Ended(draft.number(), after));
      pending.add(draft.number());
    }
  }

  private void takeProposed(CheckedDraft checked, boolean wasAtEnd) {
    Draft draft = checked.draft();
    if (wasAtEnd) {
      broughtBack.add(Ancestry.node(draft));
    }
    if ((wasAtEnd || checked.changesParent())
        && checked.parent() instanceof Target.Known(RecordHead head)
        && workflow.isEnd(head.stage())) {
      below.add(new Below(draft.number(), String.valueOf(draft.wish().parent()), head.key()));
      pending.add(draft.number());
    }
  }

  /// Whether something of a draft shows only at the end of the sitting.
  boolean isPending(int number) {
    return pending.contains(number);
  }

  /// What is wrong when all drafts are known.
  List<Late> close(Ancestry ancestry) {
    return Stream.concat(
            below.stream().filter(one -> !isBroughtBack(one.parent())).map(Endings::late),
            ended.isEmpty() ? Stream.of() : standing(ancestry.drafted()))
        .toList();
  }

  private boolean isBroughtBack(RecordKey key) {
    return broughtBack.contains(key.toString());
  }

  private static Late late(Below one) {
    String expected = "a section that is still proposed; this one is at an end of the workflow";
    return new Late.Wrong(
        one.number(), Findings.of(FindingCode.BAD_PLACE, "/parent", one.name(), expected));
  }

  /// @param moved where drafts put their records, by the names that [Ancestry] gives to both
  private Stream<Late> standing(Map<String, String> moved) {
    Map<String, String> drafted = new HashMap<>();
    moved.forEach(
        (child, parent) -> {
          if (ended.containsKey(parent) && !atEnd.contains(child)) {
            drafted.putIfAbsent(parent, named(child));
          }
        });
    Map<RecordKey, String> stored = stored(moved.keySet());
    return ended.entrySet().stream()
        .flatMap(
            one ->
                Optional.ofNullable(drafted.get(one.getKey()))
                    .or(() -> key(one.getKey()).map(stored::get))
                    .map(child -> late(one.getValue(), child))
                    .stream());
  }

  private Map<RecordKey, String> stored(Collection<String> moved) {
    List<RecordKey> keys = ended.keySet().stream().flatMap(node -> key(node).stream()).toList();
    Set<RecordKey> except = new HashSet<>();
    Stream.concat(moved.stream(), atEnd.stream()).forEach(node -> key(node).ifPresent(except::add));
    return keys.isEmpty() ? Map.of() : known.proposedBelow(keys, except);
  }

  private String named(String node) {
    return key(node).map(this::called).orElseGet(() -> naming.apply(Ancestry.number(node)));
  }

  private String called(RecordKey key) {
    RecordHead head = known.named(List.of(key.toString())).get(key.toString());
    return head == null ? key.toString() : head.name();
  }

  private static Optional<RecordKey> key(String node) {
    return RecordKey.parse(node);
  }

  private Late late(Ended one, String child) {
    String expected =
        "a stage in which the record stays proposed, as long as %s stands below it"
            .formatted(child);
    return new Late.Wrong(
        one.number(),
        Findings.of(FindingCode.BAD_STAGE, "/stage", workflow.labelOf(one.stage()), expected));
  }
}
