package org.seccatalogue.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.proposal.ProposalTable;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.BulkLookup;

/// What the names in a batch of rows mean: to their editors they meant what they meant when the
/// rows were exported, also where a reference belongs to another record by now.
final class MeantNames {

  private final Map<String, RecordHead> named;

  private MeantNames(Map<String, RecordHead> named) {
    this.named = named;
  }

  static MeantNames of(ProposalTable table, List<BatchMatch.Matched> rows, BulkLookup lookup) {
    List<Proposal> proposals = rows.stream().map(BatchMatch.Matched::row).toList();
    Map<String, RecordHead> named = new HashMap<>(lookup.named(RowNames.of(table, proposals)));
    Set<String> passed = new HashSet<>();
    for (BatchMatch.Matched row : rows) {
      meant(row).forEach((name, key) -> addPassed(name, key, named, passed));
    }
    if (!passed.isEmpty()) {
      named.putAll(lookup.named(passed));
    }
    return new MeantNames(named);
  }

  private static void addPassed(
      String name, String key, Map<String, RecordHead> named, Set<String> passed) {
    if (!means(named.get(name), key) && RecordKey.parse(key).isPresent()) {
      passed.add(key);
    }
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

  /// The row with the keys of records in place of references that have passed to others.
  BatchMatch.Matched of(BatchMatch.Matched matched) {
    Map<String, String> meant = new HashMap<>(meant(matched));
    meant
        .entrySet()
        .removeIf(
            name ->
                means(named.get(name.getKey()), name.getValue())
                    || !named.containsKey(name.getValue()));
    return meant.isEmpty()
        ? matched
        : matched.saying(
            matched.row().naming(name -> Objects.requireNonNullElse(meant.get(name), name)));
  }
}
