package org.seccatalogue.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.proposal.ProposalTable;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.BulkLookup;

/// What the names in a batch of rows mean: in a cell that nobody edited they mean what they meant
/// when the row was exported, also where a reference belongs to another record by now. An edited
/// cell means what it says now, and its editor is told.
final class MeantNames {

  private final ProposalTable table;
  private final Map<String, RecordHead> named;

  private MeantNames(ProposalTable table, Map<String, RecordHead> named) {
    this.table = table;
    this.named = named;
  }

  static MeantNames of(ProposalTable table, List<BatchMatch.Matched> rows, BulkLookup lookup) {
    List<Proposal> proposals = rows.stream().map(BatchMatch.Matched::row).toList();
    Map<String, RecordHead> named = new HashMap<>(lookup.named(RowNames.of(table, proposals)));
    addAll(named, lookup, noted(rows, named.keySet()));
    addAll(named, lookup, passed(rows, named));
    return new MeantNames(table, named);
  }

  private static void addAll(Map<String, RecordHead> named, BulkLookup lookup, Set<String> names) {
    if (!names.isEmpty()) {
      lookup.named(names).forEach(named::putIfAbsent);
    }
  }

  /// The names that rows were exported with and that no row says any more.
  private static Set<String> noted(List<BatchMatch.Matched> rows, Set<String> known) {
    Set<String> noted = new HashSet<>();
    rows.forEach(row -> noted.addAll(meant(row).keySet()));
    noted.removeAll(known);
    return noted;
  }

  /// The keys of records whose names others have now.
  private static Set<String> passed(List<BatchMatch.Matched> rows, Map<String, RecordHead> named) {
    Set<String> passed = new HashSet<>();
    for (BatchMatch.Matched row : rows) {
      meant(row)
          .forEach(
              (name, key) -> {
                if (!means(named.get(name), key) && RecordKey.parse(key).isPresent()) {
                  passed.add(key);
                }
              });
    }
    return passed;
  }

  /// Of a row whose record is the one that it was exported as.
  private static Map<String, String> meant(BatchMatch.Matched matched) {
    Proposal.Base base = matched.row().base();
    return matched.record() == null || matched.row().key() == null || base == null
        ? Map.of()
        : base.meant();
  }

  private static boolean means(@Nullable RecordHead head, String key) {
    return head != null && head.key().toString().equals(key);
  }

  /// The records that names stand for now.
  Map<String, RecordHead> named() {
    return named;
  }

  /// The row with the keys of records in place of references that have passed to others, in the
  /// cells that are as they were exported.
  ///
  /// @param findings where is added what is to be known of the other cells
  BatchMatch.Matched of(BatchMatch.Matched matched, List<Finding> findings) {
    Map<String, String> meant = meant(matched);
    Map<String, String> passed = new HashMap<>(meant);
    passed
        .entrySet()
        .removeIf(
            name ->
                means(named.get(name.getKey()), name.getValue())
                    || !named.containsKey(name.getValue()));
    if (passed.isEmpty()) {
      return matched;
    }
    ExportedCells cells = new ExportedCells(table, matched, meant);
    Proposal.Stated stated = matched.row().stated();
    String section = stated.section();
    if (section != null && cells.isSectionUntouched()) {
      section = passed.getOrDefault(section, section);
    }
    Set<String> untouched = cells.untouchedLinks();
    List<Proposal.LinkCell> links = new ArrayList<>();
    for (Proposal.LinkCell link : stated.links()) {
      links.add(untouched.contains(link.type()) ? link.naming(passed) : link);
    }
    List<Finding> edited = cells.edited(passed, named);
    findings.addAll(edited);
    Proposal row = matched.row().saying(stated.linking(section, links));
    return matched.saying(edited.isEmpty() ? row : row.readAgain());
  }
}
