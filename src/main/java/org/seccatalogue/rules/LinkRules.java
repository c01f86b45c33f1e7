package org.seccatalogue.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.NoteText;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.VisibleText;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.schema.RecordType;

/// Which links a record may have.
final class LinkRules {

  /// No record says more than that; each link is judged with all that it leads to.
  private static final int MOST = 1_000;

  private final CatalogueSchema schema;
  private final Names names;

  LinkRules(CatalogueSchema schema, Names names) {
    this.schema = schema;
    this.names = names;
  }

  List<CheckedLink> judge(Draft draft, RecordType type, Findings findings) {
    List<CheckedLink> links = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    List<LinkDraft> asked = draft.wish().links();
    if (asked.size() > MOST) {
      String found = Integer.toString(asked.size());
      findings.add(FindingCode.BAD_VALUE, "/links", found, "at most %,d links".formatted(MOST));
      return links;
    }
    for (int i = 0; i < asked.size(); i++) {
      CheckedLink link = judge(draft, type, asked.get(i), "/links/" + i, findings);
      if (link != null) {
        if (!seen.add(List.of(link.type(), identity(link.target())))) {
          String expected = "each link once";
          findings.add(FindingCode.DUPLICATE, "/links/" + i, asked.get(i).target(), expected);
        }
        links.add(link);
      }
    }
    return links;
  }

  /// What links say otherwise than those that a record has.
  static StageRules.Change change(DraftBase base, List<CheckedLink> links) {
    if (!linkTexts(base.links()).equals(asked(links))) {
      return StageRules.Change.WORDS;
    }
    return links.stream().allMatch(link -> isAsBefore(base, link))
        ? StageRules.Change.NONE
        : StageRules.Change.PINS;
  }

  /// What links say, whatever revision they were made against.
  private static Set<List<Object>> linkTexts(List<Link> links) {
    Set<List<Object>> linkTexts = new HashSet<>();
    links.forEach(
        l -> linkTexts.add(List.of(l.type(), l.target(), Objects.toString(l.note(), ""))));
    return linkTexts;
  }

  private static Set<List<Object>> asked(List<CheckedLink> links) {
    Set<List<Object>> asked = new HashSet<>();
    for (CheckedLink link : links) {
      Object target = link.target() instanceof Target.Known(RecordHead head) ? head.key() : link;
      asked.add(List.of(link.type(), target, Objects.toString(link.note(), "")));
    }
    return asked;
  }

  private static boolean isAsBefore(DraftBase base, CheckedLink link) {
    return base.links().stream()
        .filter(l -> l.type().equals(link.type()) && Target.isKnown(link.target(), l.target()))
        .anyMatch(l -> Objects.equals(l.targetRevision(), link.targetRevision()));
  }

  /// A record is the same whether it is named by its key or by its reference.
  private static Object identity(Target target) {
    return target instanceof Target.Known(RecordHead head) ? head.key() : target;
  }

  private @Nullable CheckedLink judge(
      Draft draft, RecordType type, LinkDraft asked, String pointer, Findings findings) {
    LinkRule rule = schema.link(asked.type()).orElse(null);
    if (rule == null) {
      String known = schema.links().stream().map(LinkRule::name).collect(Collectors.joining(", "));
      findings.add(FindingCode.UNKNOWN_CODE, pointer + "/type", asked.type(), "one of " + known);
      return null;
    }
    if (rule.noteRequired() && VisibleText.isBlank(asked.note())) {
      String expected = "a note, which a link “" + rule.label() + "” must have";
      findings.add(FindingCode.MISSING_VALUE, pointer + "/note", null, expected);
    }
    Target target = names.target(asked.target());
    if (!hasNoteAlready(draft, asked, target)) {
      NoteText.expectedInstead(asked.note())
          .ifPresent(
              expected ->
                  findings.add(FindingCode.BAD_VALUE, pointer + "/note", asked.note(), expected));
    }
    if (isItself(draft, target)) {
      findings.add(FindingCode.BAD_LINK, pointer + "/target", asked.target(), "another record");
    } else {
      NameUse use = new NameUse.InLink(rule, type);
      names.judge(draft, pointer + "/target", asked.target(), use, findings);
    }
    return new CheckedLink(
        asked.type(), target, pinned(draft, asked, target, pointer, findings), note(asked));
  }

  private static boolean isItself(Draft draft, Target target) {
    return switch (target) {
      case Target.Known(RecordHead head) -> draft.isItself(head.key());
      case Target.Peer(int number) -> number == draft.number();
      case Target.Open _ -> false;
    };
  }

  /// Notes from before there was a limit stay as they are.
  private static boolean hasNoteAlready(Draft draft, LinkDraft asked, Target target) {
    return draft.base() != null
        && draft.base().links().stream()
            .filter(link -> link.type().equals(asked.type()))
            .filter(link -> Target.isKnown(target, link.target()))
            .anyMatch(link -> Objects.equals(link.note(), note(asked)));
  }

  private static @Nullable String note(LinkDraft asked) {
    return NoteText.kept(asked.note());
  }

  /// The revision that is asked for, else the one that the link has, else the current one.
  private static @Nullable Integer pinned(
      Draft draft, LinkDraft asked, Target target, String pointer, Findings findings) {
    if (!(target instanceof Target.Known(RecordHead head))) {
      return null;
    }
    Integer revision = asked.targetRevision();
    if (revision != null && (revision < 1 || revision > head.revision())) {
      findings.add(
          FindingCode.BAD_VALUE,
          pointer + "/targetRevision",
          revision.toString(),
          "a revision of " + head.name() + ", from 1 to " + head.revision());
    }
    return revision == null ? kept(draft, asked, head) : revision;
  }

  private static @Nullable Integer kept(Draft draft, LinkDraft asked, RecordHead target) {
    return draft.base() == null
        ? null
        : draft.base().links().stream()
            .filter(l -> l.type().equals(asked.type()) && l.target().equals(target.key()))
            .map(Link::targetRevision)
            .findFirst()
            .orElse(null);
  }
}
