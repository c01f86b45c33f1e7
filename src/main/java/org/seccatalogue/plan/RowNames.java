package org.seccatalogue.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.proposal.ProposalTable;
import org.seccatalogue.record.VisibleText;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.RecordType;

/// Every name by which the rows of a batch may name another record.
final class RowNames {

  private RowNames() {}

  static Set<String> of(ProposalTable table, List<Proposal> batch) {
    Set<String> names = new HashSet<>();
    add(names, table.type().section());
    batch.forEach(row -> names.addAll(of(table, row)));
    return names;
  }

  static Set<String> of(ProposalTable table, Proposal row) {
    Set<String> names = new HashSet<>();
    add(names, row.stated().section());
    add(names, row.defaults().section());
    row.stated().links().forEach(link -> names.add(link.target()));
    inValues(table, row).forEach(named -> names.add(named.name()));
    return names;
  }

  private static void add(Set<String> names, @Nullable String name) {
    if (name != null) {
      names.add(name);
    }
  }

  /// The names that its attributes hold.
  static List<StagedChange.Named> inValues(ProposalTable table, Proposal row) {
    List<StagedChange.Named> names = new ArrayList<>();
    for (Attribute attribute : references(table.type())) {
      int column = table.columnOf(attribute.name()).orElse(0);
      JsonNode value = row.saidOrDefault(attribute.name());
      if (value.isTextual() && !VisibleText.isBlank(value.asText())) {
        names.add(new StagedChange.Named(value.asText().strip(), column));
      }
      value.forEach(item -> names.add(new StagedChange.Named(item.asText().strip(), column)));
    }
    return names;
  }

  /// Those of them that no record has.
  static List<StagedChange.Named> openIn(ProposalTable table, Proposal row, Set<String> known) {
    return inValues(table, row).stream().filter(named -> !known.contains(named.name())).toList();
  }

  private static List<Attribute> references(RecordType type) {
    return type.attributes().stream().filter(attribute -> refers(attribute.type())).toList();
  }

  private static boolean refers(AttributeType type) {
    return type instanceof AttributeType.Reference
        || (type instanceof AttributeType.ListOf list
            && list.item() instanceof AttributeType.Reference);
  }
}
