package org.seccatalogue.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.schema.RecordType;

/// A draft that the rules let pass.
///
/// @param parent absent for a root
/// @param links in the order of the draft
public record CheckedDraft(
    Draft draft,
    RecordType type,
    @Nullable Target parent,
    Slot slot,
    Attributes attributes,
    List<CheckedLink> links,
    StageCourse course) {

  public CheckedDraft {
    links = List.copyOf(links);
  }

  /// The values of it that no other record may have.
  public List<UniqueValue> uniques() {
    return UniqueValue.of(type, attributes);
  }

  /// Whether it stands below another parent than before.
  public boolean changesParent() {
    DraftBase base = draft.base();
    return base == null || !Target.isKnown(parent, base.head().parent());
  }
}
