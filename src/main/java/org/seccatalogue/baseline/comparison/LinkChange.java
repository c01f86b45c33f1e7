package org.seccatalogue.baseline.comparison;

import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordHead;

/// A link that came, went, or says something else.
///
/// @param label what the link says, such as "derives from"
/// @param target the record that it leads to, as the newer baseline has it, or else the older
/// @param before as the older baseline has it; absent when it came
/// @param after as the newer baseline has it; absent when it went
public record LinkChange(
    String label, RecordHead target, @Nullable Link before, @Nullable Link after) {

  /// The link of the older baseline in words; empty when there was none.
  public String wordsBefore() {
    return words(before);
  }

  /// The link of the newer baseline in words; empty when there is none.
  public String wordsAfter() {
    return words(after);
  }

  private String words(@Nullable Link link) {
    if (link == null) {
      return "";
    }
    String note = link.note() == null ? "" : " (" + link.note() + ")";
    String title = target.title().isEmpty() ? "" : " " + target.title();
    return label + " " + target.name() + title + ", revision " + link.targetRevision() + note;
  }
}
