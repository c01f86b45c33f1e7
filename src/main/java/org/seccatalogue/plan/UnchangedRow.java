package org.seccatalogue.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.record.RecordDraft;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.rules.Draft;
import org.seccatalogue.schema.RecordType;

/// Tells a row that says what its record says already. It writes nothing, so a rule that came after
/// its record does not refuse it: a file that nobody edited changes nothing.
final class UnchangedRow {

  private final RecordType type;
  private final Map<String, RecordHead> named;

  /// @param type of all rows
  /// @param named the records that rows name, by key and by reference
  UnchangedRow(RecordType type, Map<String, RecordHead> named) {
    this.type = type;
    this.named = named;
  }

  boolean is(Draft draft) {
    if (draft.base() == null) {
      return false;
    }
    RecordDraft wish = draft.wish();
    RecordDraft now = Draft.unchanged(draft.base());
    return wish.stage() == null
        && wish.place().equals(PlaceWish.NONE)
        && Objects.equals(parent(wish), parent(now))
        && draft.base().attributes().changesTo(values(wish)).isEmpty()
        && wish.links().size() == now.links().size()
        && links(wish).equals(links(now));
  }

  /// The values without those that are emptied already.
  private Attributes values(RecordDraft draft) {
    ObjectNode values = draft.attributes().deepCopy();
    values.properties().removeIf(value -> value.getValue().isNull());
    return Attributes.stored(Attributes.renamed(type, values, this::key));
  }

  private Set<LinkDraft> links(RecordDraft draft) {
    return draft.links().stream()
        .map(link -> new LinkDraft(link.type(), key(link.target()), null, link.note()))
        .collect(Collectors.toSet());
  }

  private @Nullable String parent(RecordDraft draft) {
    return draft.parent() == null ? null : key(draft.parent());
  }

  /// The key of the record that bears a name; the name itself where it is none that the row has.
  private String key(String name) {
    return RowNames.keys(named).apply(name);
  }
}
