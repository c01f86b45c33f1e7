package org.seccatalogue.rules;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.ReferenceUse;

/// Which records the names in a batch of drafts stand for.
final class Names {

  private final Map<String, RecordHead> known;
  private final Peers peers;

  Names(Map<String, RecordHead> known, Peers peers) {
    this.known = known;
    this.peers = peers;
  }

  /// Every name by which drafts name other records, but for those in their attributes.
  static Set<String> in(List<Draft> drafts) {
    Set<String> names = new HashSet<>();
    for (Draft draft : drafts) {
      add(names, draft.wish().parent());
      if (draft.intent() instanceof Intent.Withdrawal withdrawal) {
        add(names, withdrawal.replacement());
      } else {
        add(names, draft.wish().place().before());
        add(names, draft.wish().place().after());
        draft.wish().links().stream().map(LinkDraft::target).forEach(name -> add(names, name));
      }
    }
    return names;
  }

  private static void add(Collection<String> names, @Nullable String name) {
    if (name != null) {
      names.add(name);
      names.add(ReferenceUse.plain(name));
    }
  }

  /// What a name stands for: a record that there is, else one that a draft makes. A key stands for
  /// its own record, also where another one is called so, and may be written in small letters.
  Target target(String name) {
    Target target = asWritten(name);
    String plain = ReferenceUse.plain(name);
    return target instanceof Target.Open && !plain.equals(name)
        ? asWritten(plain) instanceof Target.Known known ? known : target
        : target;
  }

  private Target asWritten(String name) {
    RecordHead head = known.get(name);
    if (head != null && (head.key().toString().equals(name) || peers.keyed(name).isEmpty())) {
      return new Target.Known(head);
    }
    return peers
        .named(name)
        .<Target>map(
            peer ->
                peer.head() == null
                    ? new Target.Peer(peer.number())
                    : new Target.Known(peer.head()))
        .orElseGet(() -> new Target.Open(name));
  }

  /// The key of the record that a name stands for; the name itself where it has none yet.
  String keyed(String name) {
    return switch (target(name)) {
      case Target.Known(RecordHead head) -> head.key().toString();
      case Target.Peer(int number) -> peers.keyOf(number).map(RecordKey::toString).orElse(name);
      case Target.Open _ -> name;
    };
  }

  /// Whether a name is that of the draft itself, which has no key yet that could be kept.
  boolean isKeyless(Draft draft, String name) {
    return draft.key() == null
        && target(name) instanceof Target.Peer(int number)
        && number == draft.number();
  }

  /// The name of the type of a target.
  @Nullable String typeOf(Target target) {
    return switch (target) {
      case Target.Known(RecordHead head) -> head.type();
      case Target.Peer(int number) -> peers.typeOf(number).orElse(null);
      case Target.Open _ -> null;
    };
  }

  /// Judges a name, or leaves it open until all drafts are known.
  void judge(Draft draft, String pointer, String name, NameUse use, Findings findings) {
    Target target = target(name);
    if (target instanceof Target.Open) {
      peers.leaveOpen(new Peers.Open(draft.number(), pointer, name, use));
      return;
    }
    boolean later = target instanceof Target.Peer(int number) && number >= draft.number();
    use.judge(String.valueOf(typeOf(target)), later)
        .ifPresent(wrong -> findings.add(wrong.code(), pointer, name, wrong.expected()));
  }
}
