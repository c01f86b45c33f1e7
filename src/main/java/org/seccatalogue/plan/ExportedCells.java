package org.seccatalogue.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.proposal.ProposalTable;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordHead;

/// Which cells of an exported row that name other records are as they were written.
final class ExportedCells {

  private final ProposalTable table;
  private final BatchMatch.Matched matched;

  /// What records were called when the row was exported, by their keys.
  private final Map<String, String> names = new HashMap<>();

  /// @param meant the keys of records by what they were called when the row was exported
  ExportedCells(ProposalTable table, BatchMatch.Matched matched, Map<String, String> meant) {
    this.table = table;
    this.matched = matched;
    meant.forEach((name, key) -> names.put(key, name));
  }

  boolean isSectionUntouched() {
    Proposal.Base base = matched.row().base();
    return base != null
        && base.section() != null
        && nameThen(base.section()).equals(matched.row().stated().section());
  }

  private String nameThen(String key) {
    return names.getOrDefault(key, key);
  }

  /// The names of the link types whose cells are as they were written.
  Set<String> untouchedLinks() {
    return table.links().stream()
        .filter(
            type ->
                matched.row().stated().unsaid().contains(type)
                    || asExported(type).equals(inCell(type)))
        .collect(Collectors.toSet());
  }

  private List<String> asExported(String type) {
    return linksThen().stream()
        .filter(link -> link.type().equals(type))
        .map(link -> text(nameThen(link.target().toString()), link.note()))
        .sorted()
        .toList();
  }

  private List<Link> linksThen() {
    return matched.base() == null
        ? Objects.requireNonNull(matched.record()).links()
        : matched.base().content().links();
  }

  private List<String> inCell(String type) {
    return matched.row().stated().links().stream()
        .filter(cell -> cell.type().equals(type))
        .map(cell -> text(cell.target(), cell.note()))
        .sorted()
        .toList();
  }

  private static String text(String target, @Nullable String note) {
    return target + "\n" + Objects.toString(note, "");
  }

  /// What is to be known of edited cells: that a reference which stands or stood in them belongs to
  /// another record now.
  ///
  /// @param passed the keys that references meant which now mean something else
  /// @param named what they mean now
  List<Finding> edited(Map<String, String> passed, Map<String, RecordHead> named) {
    List<Finding> findings = new ArrayList<>();
    Set<String> untouched = untouchedLinks();
    for (String type : table.links()) {
      if (!untouched.contains(type)) {
        linksThen().stream()
            .filter(link -> link.type().equals(type))
            .map(link -> nameThen(link.target().toString()))
            .filter(passed::containsKey)
            .sorted()
            .forEach(
                name -> findings.add(told(name, table.columnOf(type).orElse(0), passed, named)));
      }
    }
    String section = matched.row().stated().section();
    Proposal.Base base = matched.row().base();
    if (section != null && base != null && base.section() != null && !isSectionUntouched()) {
      String name = nameThen(base.section());
      if (passed.containsKey(name)) {
        int column = table.columnOf(ProposalTable.Part.SECTION);
        findings.add(told(name, column, passed, named));
      }
    }
    return findings;
  }

  private Finding told(
      String name, int column, Map<String, String> passed, Map<String, RecordHead> named) {
    RecordHead now = named.get(name);
    String expected =
        "a name that means the same as when the row was exported; it meant "
            + passed.get(name)
            + " then and means "
            + (now == null ? "no record" : now.key())
            + " now, and the edited cell is read as it stands now";
    return Finding.warning(
        FindingCode.REFERENCE_PASSED, table.cell(matched.row(), column), name, expected);
  }
}
