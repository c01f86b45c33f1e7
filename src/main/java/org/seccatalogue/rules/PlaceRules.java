package org.seccatalogue.rules;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.RecordType;

/// Where a record may stand.
final class PlaceRules {

  /// A place that a record may have.
  record Placed(@Nullable Target parent, Slot slot) {}

  static final String SIBLING = "another record that stands directly below the same one";

  private final Names names;
  private final Ancestry ancestry;
  private final Places places;

  PlaceRules(Names names, Ancestry ancestry, Places places) {
    this.names = names;
    this.ancestry = ancestry;
    this.places = places;
  }

  /// The parents of records that would move, whose ancestors are to be read.
  static List<RecordKey> newParents(List<Draft> drafts, Names names) {
    return drafts.stream()
        .filter(draft -> draft.base() != null && draft.wish().parent() != null)
        .flatMap(draft -> newParent(draft, names))
        .toList();
  }

  private static Stream<RecordKey> newParent(Draft draft, Names names) {
    String name = String.valueOf(draft.wish().parent());
    return names.target(name) instanceof Target.Known(RecordHead head) && !stays(draft, head)
        ? Stream.of(head.key())
        : Stream.of();
  }

  private static boolean stays(Draft draft, RecordHead parent) {
    return draft.base() != null && parent.key().equals(draft.base().head().parent());
  }

  Placed judge(Draft draft, RecordType type, Findings findings) {
    String name = draft.wish().parent();
    Target parent = name == null ? root(draft, type, findings) : parent(draft, name, findings);
    return new Placed(parent, slot(draft, parent, findings));
  }

  /// A record that stands nowhere may stay so: that is no change.
  private @Nullable Target root(Draft draft, RecordType type, Findings findings) {
    boolean wasRoot = draft.base() != null && draft.base().head().parent() == null;
    if (!type.kind().makesTheOutline() && !wasRoot) {
      String expected = "the section in which the record stands, such as C.4.1.a";
      findings.add(FindingCode.MISSING_VALUE, "/parent", null, expected);
    }
    if (!wasRoot) {
      ancestry.put(draft, null);
    }
    return null;
  }

  private Target parent(Draft draft, String name, Findings findings) {
    Target parent = names.target(name);
    if (parent instanceof Target.Known(RecordHead head) && stays(draft, head)) {
      return parent;
    }
    names.judge(draft, "/parent", name, new NameUse.AsParent(), findings);
    if (ancestry.closesRing(draft, parent)) {
      String expected = "a record that does not stand below this one";
      findings.add(FindingCode.BAD_PLACE, "/parent", name, expected);
      return parent;
    }
    if (ancestry.isTooDeep(parent)) {
      String expected =
          "a record that has at most %d others above it in the outline"
              .formatted(Ancestry.DEEPEST - 1);
      findings.add(FindingCode.BAD_PLACE, "/parent", name, expected);
    }
    ancestry.put(draft, parent);
    return parent;
  }

  private Slot slot(Draft draft, @Nullable Target parent, Findings findings) {
    PlaceWish wish = draft.wish().place();
    if (Stream.of(wish.first(), wish.before() != null, wish.after() != null).filter(w -> w).count()
        > 1) {
      String expected = "one place: first, before a record or after one";
      String pointer = wish.before() == null ? "/after" : "/before";
      findings.add(FindingCode.BAD_PLACE, pointer, null, expected);
    }
    if (wish.before() != null) {
      return beside(new Places.Asked(draft, "/before", wish.before()), parent, findings);
    }
    if (wish.after() != null) {
      return beside(new Places.Asked(draft, "/after", wish.after()), parent, findings);
    }
    if (wish.first()) {
      places.first(draft, parent);
      return new Slot.First();
    }
    return Slot.kept();
  }

  /// Whether the other record stands in the same section shows at the end.
  private Slot beside(Places.Asked asked, @Nullable Target parent, Findings findings) {
    Target sibling = names.target(String.valueOf(asked.name()));
    if (sibling instanceof Target.Open) {
      NameUse.Wrong unknown = new NameUse.AsParent().unknown();
      findings.add(unknown.code(), asked.pointer(), asked.name(), unknown.expected());
      return Slot.kept();
    }
    if (!isAnother(asked.draft(), sibling)) {
      findings.add(FindingCode.BAD_PLACE, asked.pointer(), asked.name(), SIBLING);
      return Slot.kept();
    }
    boolean before = asked.pointer().equals("/before");
    RecordKey key = places.beside(asked, parent, sibling, before);
    if (key == null) {
      return new Slot.BesideNew();
    }
    return before ? new Slot.Before(key) : new Slot.After(key);
  }

  /// Whether it is another record that is there, or comes before this one.
  private static boolean isAnother(Draft draft, Target target) {
    return switch (target) {
      case Target.Known(RecordHead head) -> !draft.isItself(head.key());
      case Target.Peer(int number) -> number < draft.number();
      case Target.Open _ -> false;
    };
  }
}
