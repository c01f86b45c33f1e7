package org.seccatalogue.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.proposal.ProposalTable;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.ReferenceUse;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.Attribute;

/// Every name by which the rows of a batch may name another record.
final class RowNames {

  /// A name that an attribute holds.
  record Named(String name, int column) {}

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
  static List<Named> inValues(ProposalTable table, Proposal row) {
    List<Named> names = new ArrayList<>();
    for (Attribute attribute : table.type().attributes()) {
      inValue(table, row, attribute).forEach(names::add);
    }
    return names;
  }

  private static Stream<Named> inValue(ProposalTable table, Proposal row, Attribute attribute) {
    if (!attribute.type().refers()) {
      return Stream.of();
    }
    int column = table.columnOf(attribute.name()).orElse(0);
    JsonNode value = row.saidOrDefault(attribute.name());
    return ReferenceUse.names(attribute.type(), value).stream()
        .map(name -> new Named(name, column));
  }

  /// The names in its attributes that do not stand for what its record says there already.
  static List<Named> newInValues(
      ProposalTable table, BatchMatch.Matched matched, Map<String, RecordHead> named) {
    List<Named> names = new ArrayList<>();
    for (Attribute attribute : table.type().attributes()) {
      List<String> present = present(matched, attribute);
      inValue(table, matched.row(), attribute)
          .filter(value -> !meansOneOf(value.name(), present, named))
          .forEach(names::add);
    }
    return names;
  }

  /// Whether a name stands for one of these records.
  static boolean meansOneOf(
      @Nullable String name, List<String> keys, Map<String, RecordHead> named) {
    RecordHead head = name == null ? null : named.get(name);
    return head != null && keys.contains(head.key().toString());
  }

  /// The row with keys in place of names that the records which it refers to had once.
  ///
  /// @param asBefore the key of the record that a name stood for, of those that its record names
  static Proposal.Stated asBefore(
      ProposalTable table,
      BatchMatch.Matched matched,
      BiFunction<String, List<String>, String> asBefore) {
    Proposal.Stated stated = matched.row().stated();
    ObjectNode values = stated.attributes().deepCopy();
    for (Attribute attribute : table.type().attributes()) {
      JsonNode value = values.get(attribute.name());
      if (value != null && attribute.type().refers()) {
        List<String> present = present(matched, attribute);
        values.set(
            attribute.name(),
            ReferenceUse.renamed(attribute.type(), value, name -> asBefore.apply(name, present)));
      }
    }
    return stated.valued(values);
  }

  /// The keys that its record says in an attribute.
  private static List<String> present(BatchMatch.Matched matched, Attribute attribute) {
    StoredRecord record = matched.record();
    JsonNode value = record == null ? null : record.attributes().look(attribute.name());
    return value == null ? List.of() : ReferenceUse.names(attribute.type(), value);
  }

  /// The key of the record that a name stands for; the name itself where it is of none.
  static UnaryOperator<String> keys(Map<String, RecordHead> named) {
    return name -> {
      RecordHead head = named.get(name);
      return head == null ? name : head.key().toString();
    };
  }

  /// Those of them that no record has.
  static List<Named> openIn(ProposalTable table, Proposal row, Set<String> known) {
    return inValues(table, row).stream().filter(named -> !known.contains(named.name())).toList();
  }
}
