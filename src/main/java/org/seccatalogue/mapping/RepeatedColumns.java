package org.seccatalogue.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.workbook.SheetRow;

/// Columns that would be read as the same thing: nobody could tell which of them counts. Where a
/// profile says so, several columns may add to one list, map or kind of link.
final class RepeatedColumns {

  private final SheetMapping mapping;
  private final Map<String, Set<Integer>> places = new LinkedHashMap<>();

  private RepeatedColumns(SheetMapping mapping) {
    this.mapping = mapping;
  }

  /// A finding at each of them.
  static List<Finding> of(SheetMapping mapping, SheetRow header) {
    RepeatedColumns repeated = new RepeatedColumns(mapping);
    mapping.columns().forEach(repeated::add);
    repeated.addNamed(header);
    return repeated.findings(header);
  }

  private void add(SheetColumn column) {
    switch (column.target()) {
      case CellTarget.Attributes(List<Attribute> attributes) ->
          attributes.stream()
              .filter(attribute -> !mayBeSeveral(attribute.type()))
              .forEach(attribute -> add(attribute.label(), column));
      case CellTarget.Links(var rule) -> {
        if (mapping.profile() == null) {
          add(rule.label(), column);
        }
      }
      case CellTarget.Key() -> add("Key", column);
      case CellTarget.Section() -> add("Section", column);
      case CellTarget.Position() -> add("Place in section", column);
      case CellTarget.Stage() -> add("Stage", column);
      case CellTarget.Revision() -> add("Revision", column);
      case CellTarget.Digest() -> add("Digest", column);
      case CellTarget.Ignored() -> {}
    }
  }

  private boolean mayBeSeveral(AttributeType type) {
    return mapping.profile() != null
        && (type instanceof AttributeType.ListOf || type instanceof AttributeType.CodeMap);
  }

  private void add(String what, SheetColumn column) {
    places.computeIfAbsent(what, _ -> new LinkedHashSet<>()).add(column.index());
  }

  /// The columns whose cells a constant names by their header.
  private void addNamed(SheetRow header) {
    if (mapping.profile() == null) {
      return;
    }
    Set<String> named = new HashSet<>();
    mapping.profile().constants().values().stream()
        .flatMap(HeaderText::headersIn)
        .map(HeaderText::folded)
        .forEach(named::add);
    for (int i = 0; i < header.cells().size(); i++) {
      if (named.contains(HeaderText.folded(header.cell(i)))) {
        places.computeIfAbsent(header.cell(i), _ -> new LinkedHashSet<>()).add(i);
      }
    }
  }

  private List<Finding> findings(SheetRow header) {
    Map<Integer, Finding> found = new TreeMap<>();
    places.forEach(
        (what, columns) -> {
          if (columns.size() > 1) {
            columns.forEach(column -> found.putIfAbsent(column, finding(header, column, what)));
          }
        });
    return new ArrayList<>(found.values());
  }

  private Finding finding(SheetRow header, int column, String what) {
    return Finding.error(
        FindingCode.DUPLICATE_COLUMN,
        new Place.Cell(mapping.name(), header.number(), column),
        header.cell(column),
        "one column for “" + what + "”");
  }
}
