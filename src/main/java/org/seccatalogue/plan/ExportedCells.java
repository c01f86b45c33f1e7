package org.seccatalogue.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.plan.names.FormerNames;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.proposal.ProposalTable;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordHead;

/// What the names in the cells of an exported row mean: what they meant when it was exported, also
/// where they have passed to other records since, and also in cells that somebody edited. What a
/// name that came with an edit meant then may be known from other rows of the workbook; else it is
/// asked.
final class ExportedCells {

  private final ProposalTable table;
  private final BatchMatch.Matched matched;
  private final Meanings meanings;

  /// What records were called when the row was exported, by their keys.
  private final Map<String, String> names = new HashMap<>();

  /// What names stand for.
  ///
  /// @param now by names and keys
  /// @param own keys by the names that the row itself notes of when it was exported
  /// @param noted the same of all rows, where they agree
  record Meanings(Map<String, RecordHead> now, Map<String, String> own, Map<String, String> noted) {

    /// The key of another record than the one that has the name now.
    Optional<String> passed(Map<String, String> then, String name) {
      String key = then.get(name);
      RecordHead head = now.get(name);
      boolean stays = head != null && head.key().toString().equals(key);
      return stays || key == null || !now.containsKey(key) ? Optional.empty() : Optional.of(key);
    }

    /// In a cell that somebody edited.
    private Optional<String> passed(String name) {
      return own.containsKey(name) ? passed(own, name) : passed(noted, name);
    }

    boolean isNoted(String name) {
      return own.containsKey(name) || noted.containsKey(name);
    }
  }

  ExportedCells(ProposalTable table, BatchMatch.Matched matched, Meanings meanings) {
    this.table = table;
    this.matched = matched;
    this.meanings = meanings;
    meanings.own().forEach((name, key) -> names.put(key, name));
  }

  private Proposal.Stated said() {
    return matched.row().stated();
  }

  private boolean isSectionUntouched() {
    Proposal.Base base = matched.row().base();
    return base != null
        && base.section() != null
        && nameThen(base.section()).equals(said().section());
  }

  private String nameThen(String key) {
    return names.getOrDefault(key, key);
  }

  /// The names of the link types whose cells are as they were written.
  private Set<String> untouchedLinks() {
    return table.links().stream()
        .filter(type -> said().unsaid().contains(type) || asExported(type).equals(inCell(type)))
        .collect(Collectors.toSet());
  }

  private List<String> asExported(String type) {
    List<Link> links =
        matched.base() == null
            ? Objects.requireNonNull(matched.record()).links()
            : matched.base().content().links();
    return links.stream()
        .filter(link -> link.type().equals(type))
        .map(link -> text(nameThen(link.target().toString()), link.note()))
        .sorted()
        .toList();
  }

  private List<String> inCell(String type) {
    return said().links().stream()
        .filter(cell -> cell.type().equals(type))
        .map(cell -> text(cell.target(), cell.note()))
        .sorted()
        .toList();
  }

  private static String text(String target, @Nullable String note) {
    return target + "\n" + Objects.toString(note, "");
  }

  /// The row with keys in place of names that meant other records when it was exported.
  ///
  /// @param asked is asked what is known of no name
  /// @param findings where is added what is read in edited cells
  Proposal read(FormerNames asked, List<Finding> findings) {
    int before = findings.size();
    String section = said().section();
    if (section != null) {
      Place cell = table.cell(matched.row(), ProposalTable.Part.SECTION);
      section =
          isSectionUntouched()
              ? meanings.passed(meanings.own(), section).orElse(section)
              : edited(section, cell, asked, findings);
    }
    Set<String> untouched = untouchedLinks();
    List<Proposal.LinkCell> links = new ArrayList<>();
    for (Proposal.LinkCell link : said().links()) {
      String name = link.target();
      String key =
          untouched.contains(link.type())
              ? meanings.passed(meanings.own(), name).orElse(name)
              : edited(name, table.cell(matched.row(), link.column()), asked, findings);
      links.add(link.naming(Map.of(name, key)));
    }
    RowNames.newInValues(table, matched, meanings.now()).stream()
        .filter(value -> !meanings.isNoted(value.name()))
        .forEach(value -> asked.ask(value.name(), table.cell(matched.row(), value.column())));
    Proposal row = matched.row().saying(said().linking(section, links));
    return findings.size() > before || asked.isAsked() ? row.readAgain() : row;
  }

  private String edited(String name, Place cell, FormerNames asked, List<Finding> findings) {
    if (!meanings.isNoted(name)) {
      asked.ask(name, cell);
    }
    Optional<String> passed = meanings.passed(name);
    passed
        .map(meanings.now()::get)
        .map(head -> told(name, cell, Objects.requireNonNull(head)))
        .ifPresent(findings::add);
    return passed.orElse(name);
  }

  private static Finding told(String name, Place cell, RecordHead head) {
    String expected =
        head.name()
            + ", the present reference of what was called so when the row was exported; it is read"
            + " as that";
    return Finding.warning(FindingCode.REFERENCE_PASSED, cell, name, expected);
  }
}
