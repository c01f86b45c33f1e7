package org.seccatalogue.page.shown;

import org.jspecify.annotations.Nullable;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.trace.Soundness;
import org.seccatalogue.trace.TracedLink;

/// A link as one of its ends shows it.
///
/// @param label what the link says, read from this end
/// @param pinned the revision of the target that the link was made against
/// @param current the revision that the target has now
/// @param compare where to see what changed in the target since
public record LinkLine(
    String type,
    String label,
    RecordLine source,
    RecordLine other,
    String target,
    int pinned,
    int current,
    @Nullable String note,
    Soundness soundness,
    String compare) {

  public static LinkLine outgoing(TracedLink link, CatalogueSchema schema, RecordLines lines) {
    String label = schema.link(link.type()).map(LinkRule::label).orElse(link.type());
    return of(link, label, lines.of(link.target()), lines);
  }

  public static LinkLine incoming(TracedLink link, CatalogueSchema schema, RecordLines lines) {
    String label = schema.link(link.type()).map(LinkRule::inverse).orElse(link.type());
    return of(link, label, lines.of(link.source()), lines);
  }

  private static LinkLine of(TracedLink link, String label, RecordLine other, RecordLines lines) {
    String target = link.target().key().toString();
    int current = link.target().revision();
    return new LinkLine(
        link.type(),
        label,
        lines.of(link.source()),
        other,
        target,
        link.targetRevision(),
        current,
        link.note(),
        link.soundness(),
        "/records/" + target + "/revisions/" + current + "?against=" + link.targetRevision());
  }

  public boolean isSuspect() {
    return soundness == Soundness.SUSPECT;
  }

  public boolean isBroken() {
    return soundness == Soundness.BROKEN;
  }
}
