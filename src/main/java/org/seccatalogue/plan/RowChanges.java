package org.seccatalogue.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seccatalogue.record.Link;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.rules.CheckedDraft;
import org.seccatalogue.rules.CheckedLink;
import org.seccatalogue.rules.Slot;
import org.seccatalogue.rules.Target;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;

/// Says in which things a draft differs from its record.
final class RowChanges {

  static final String SECTION = "section";
  static final String PLACE = "place";
  static final String STAGE = "stage";

  private final CatalogueSchema schema;

  RowChanges(CatalogueSchema schema) {
    this.schema = schema;
  }

  /// Names of attributes, of link types, and of what else a record has. A stage to which new words
  /// fall is none of them: the row does not ask for it.
  List<String> of(StoredRecord record, CheckedDraft draft) {
    List<String> changed = new ArrayList<>(record.attributes().changesTo(draft.attributes()));
    if (draft.changesParent()) {
      changed.add(SECTION);
    }
    if (!(draft.slot() instanceof Slot.Kept)) {
      changed.add(PLACE);
    }
    Set<String> linked =
        Stream.concat(
                record.links().stream().map(Link::type),
                draft.links().stream().map(CheckedLink::type))
            .collect(Collectors.toSet());
    schema.links().stream()
        .map(LinkRule::name)
        .filter(linked::contains)
        .filter(type -> !linkTexts(record, type).equals(asked(draft, type)))
        .forEach(changed::add);
    if (draft.draft().wish().stage() != null && !draft.course().steps().isEmpty()) {
      changed.add(STAGE);
    }
    return changed;
  }

  private static Set<String> linkTexts(StoredRecord record, String type) {
    Set<String> linkTexts = new HashSet<>();
    record.links().stream()
        .filter(link -> link.type().equals(type))
        .forEach(link -> linkTexts.add(link.target() + " " + Objects.toString(link.note(), "")));
    return linkTexts;
  }

  private static Set<String> asked(CheckedDraft draft, String type) {
    Set<String> asked = new HashSet<>();
    draft.links().stream()
        .filter(link -> link.type().equals(type))
        .forEach(link -> asked.add(name(link.target()) + " " + Objects.toString(link.note(), "")));
    return asked;
  }

  private static String name(Target target) {
    return switch (target) {
      case Target.Known(var head) -> head.key().toString();
      case Target.Peer(int number) -> "#" + number;
      case Target.Open(String name) -> name;
    };
  }
}
