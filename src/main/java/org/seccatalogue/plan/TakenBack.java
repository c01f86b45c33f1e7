package org.seccatalogue.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.proposal.ProposalTable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.Revision;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.rules.CheckedLink;
import org.seccatalogue.rules.Target;
import org.seccatalogue.schema.Attribute;

/// Rows that do not tell from which revision they were made, and say again what their records said
/// before somebody changed that: most likely nobody edited them.
final class TakenBack {

  private final BulkLookup lookup;
  private final ProposalTable table;

  TakenBack(BulkLookup lookup, ProposalTable table) {
    this.lookup = lookup;
    this.table = table;
  }

  List<Finding> of(List<StagedChange> changes) {
    List<StagedChange> asked = changes.stream().filter(TakenBack::mayTakeBack).toList();
    if (asked.isEmpty()) {
      return List.of();
    }
    Map<RecordKey, List<Revision>> earlier =
        lookup.earlier(asked.stream().map(change -> record(change).key()).toList());
    List<Finding> findings = new ArrayList<>();
    for (StagedChange change : asked) {
      List<Revision> revisions = earlier.getOrDefault(record(change).key(), List.of());
      for (String field : change.changed()) {
        table.type().attribute(field).stream()
            .flatMap(attribute -> value(change, attribute, revisions).stream())
            .forEach(findings::add);
        if (table.links().contains(field)) {
          links(change, field, revisions).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private static boolean mayTakeBack(StagedChange change) {
    return change.kind() == PlannedChange.Kind.CHANGED
        && change.row().base() == null
        && record(change).head().revision() > 1;
  }

  private static StoredRecord record(StagedChange change) {
    return Objects.requireNonNull(change.record());
  }

  private Optional<Finding> value(
      StagedChange change, Attribute attribute, List<Revision> revisions) {
    JsonNode now = change.attributes().look(attribute.name());
    if (now == null) {
      return Optional.empty();
    }
    Attributes said = Attributes.stored(Attributes.only(attribute.name(), now));
    return revisions.stream()
        .filter(revision -> says(revision, attribute, said))
        .findFirst()
        .map(
            revision ->
                told(
                    change,
                    table.columnOf(attribute.name()).orElse(0),
                    said.displayText(attribute),
                    revision));
  }

  private static boolean says(Revision revision, Attribute attribute, Attributes said) {
    JsonNode then = revision.content().attributes().look(attribute.name());
    return then != null && Attributes.stored(Attributes.only(attribute.name(), then)).equals(said);
  }

  private Optional<Finding> links(StagedChange change, String type, List<Revision> revisions) {
    Set<String> said =
        change.checked().links().stream()
            .filter(link -> link.type().equals(type))
            .map(TakenBack::text)
            .collect(Collectors.toSet());
    return said.isEmpty()
        ? Optional.empty()
        : revisions.stream()
            .filter(revision -> texts(revision, type).equals(said))
            .findFirst()
            .map(
                revision ->
                    told(
                        change,
                        table.columnOf(type).orElse(0),
                        String.join("; ", change.linkTexts(type)),
                        revision));
  }

  private static Set<String> texts(Revision revision, String type) {
    return revision.content().links().stream()
        .filter(link -> link.type().equals(type))
        .map(TakenBack::text)
        .collect(Collectors.toSet());
  }

  private static String text(Link link) {
    return link.target() + "\n" + Objects.toString(link.note(), "");
  }

  private static String text(CheckedLink link) {
    String target = link.target() instanceof Target.Known(var head) ? head.key().toString() : "";
    return target + "\n" + Objects.toString(link.note(), "");
  }

  private Finding told(StagedChange change, int column, String found, Revision revision) {
    String expected =
        "what %s says now; the row takes it back to revision %d, as it does not tell from which one it was made"
            .formatted(record(change).key(), revision.number());
    return Finding.warning(
        FindingCode.TAKES_BACK, table.cell(change.row(), column), found, expected);
  }
}
