package org.seccatalogue.imports.writing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.writing.RecordChange;
import org.seccatalogue.rules.CheckedDraft;
import org.seccatalogue.rules.CheckedLink;
import org.seccatalogue.rules.DraftBase;
import org.seccatalogue.rules.Slot;
import org.seccatalogue.rules.Target;

/// Makes of drafts that the rules let pass what is written. Their wishes name all records by keys,
/// those too that other drafts make.
final class CheckedWrites {

  private CheckedWrites() {}

  /// @param revisions of the targets of the links, where they are known
  static RecordChange of(
      RecordKey key, CheckedDraft checked, Slot slot, List<@Nullable Integer> revisions) {
    DraftBase base = checked.draft().base();
    return new RecordChange(
        key,
        checked.type(),
        checked.parent() == null ? null : key(checked.parent(), checked.draft().wish().parent()),
        slot,
        checked.attributes(),
        links(checked, revisions),
        base == null ? 0 : base.head().revision(),
        checked.course());
  }

  private static List<Link> links(CheckedDraft checked, List<@Nullable Integer> revisions) {
    List<LinkDraft> asked = checked.draft().wish().links();
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < checked.links().size(); i++) {
      CheckedLink link = checked.links().get(i);
      Integer known = i < revisions.size() ? revisions.get(i) : null;
      Integer revision = known == null ? link.targetRevision() : known;
      links.add(
          new Link(
              link.type(),
              key(link.target(), asked.get(i).target()),
              revision == null ? current(link.target()) : revision,
              link.note()));
    }
    return links;
  }

  /// A record that a draft makes is new.
  private static int current(Target target) {
    return target instanceof Target.Known(RecordHead head) ? head.revision() : 1;
  }

  private static RecordKey key(Target target, @Nullable String name) {
    return target instanceof Target.Known(RecordHead head)
        ? head.key()
        : RecordKey.of(String.valueOf(name));
  }
}
