package org.seccatalogue.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.proposal.ProposalTable;
import org.seccatalogue.proposal.ProposalTable.Part;
import org.seccatalogue.proposal.RowIdentity;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.number.Numbering;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.Revision;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.AttributeRole;

/// Finds for each row of a batch the record that it means: by its key, or else by the values that
/// identify a record.
final class BatchMatch {

  /// A row and the record that it means.
  ///
  /// @param key of the record, or the one that a new record is to have
  /// @param record absent when there is none yet
  /// @param base the revision that the row's editor was given, if the record is no longer as then
  /// @param identity the values by which a row without a key was looked for
  record Matched(
      Proposal row,
      @Nullable RecordKey key,
      @Nullable StoredRecord record,
      @Nullable Revision base,
      @Nullable String identity) {

    /// The same, where its row says what it says in other words.
    Matched saying(Proposal other) {
      return new Matched(other, key, record, base, identity);
    }

    /// The key of the section of its record; none of a new one, or of a root.
    List<String> parents() {
      return record == null || record.parent() == null
          ? List.of()
          : List.of(record.parent().toString());
    }

    /// The keys of the records to which its record has links of the type of a cell.
    List<String> targets(Proposal.LinkCell cell) {
      return record == null
          ? List.of()
          : record.links().stream()
              .filter(link -> link.type().equals(cell.type()))
              .map(link -> link.target().toString())
              .toList();
    }

    /// Whether its row says the title of its record, and so means that one.
    boolean isTitledAlike(ProposalTable table) {
      return record != null
          && table
              .type()
              .playing(AttributeRole.TITLE)
              .map(title -> row.stated().attributes().path(title.name()).asText().strip())
              .filter(record.head().title()::equals)
              .isPresent();
    }
  }

  private final ProposalTable table;
  private final BulkLookup lookup;
  private final String withdrawn;
  private final List<Finding> findings;

  /// @param withdrawn the stage at which a record is meant only where no other one is
  BatchMatch(ProposalTable table, BulkLookup lookup, String withdrawn, List<Finding> findings) {
    this.table = table;
    this.lookup = lookup;
    this.withdrawn = withdrawn;
    this.findings = findings;
  }

  List<Matched> match(List<Proposal> rows) {
    Map<Integer, RecordKey> keys = new HashMap<>();
    Map<Integer, String> identities = new HashMap<>();
    UnaryOperator<String> called = named(rows);
    for (Proposal row : rows) {
      if (row.key() != null) {
        parse(row).ifPresent(key -> keys.put(row.number(), key));
      } else {
        RowIdentity.of(table, row, called)
            .ifPresent(object -> identities.put(row.number(), object));
      }
    }
    Map<String, List<RecordKey>> found = candidates(rows, identities);
    rows.forEach(row -> byIdentity(row, identities, found, keys));
    Map<RecordKey, StoredRecord> records = lookup.records(new HashSet<>(keys.values()));
    RowBases bases = RowBases.of(table, rows, keys, records, lookup, findings);
    List<Matched> matched = new ArrayList<>();
    rows.forEach(row -> matched(row, keys, identities, records, bases).ifPresent(matched::add));
    return matched;
  }

  /// The keys of the records that rows without a key name in the values by which they are told;
  /// most tables tell them by others.
  private UnaryOperator<String> named(List<Proposal> rows) {
    Set<String> names = new HashSet<>();
    rows.stream()
        .filter(row -> row.key() == null)
        .forEach(row -> names.addAll(RowIdentity.names(table, row)));
    return RowNames.keys(names.isEmpty() ? Map.of() : lookup.named(names));
  }

  /// The records that have the values of rows, by these values. Most rows are told by a title.
  private Map<String, List<RecordKey>> candidates(
      List<Proposal> rows, Map<Integer, String> identities) {
    Map<String, String> titles = new HashMap<>();
    for (Proposal row : rows) {
      if (identities.containsKey(row.number())) {
        RowIdentity.title(table, row)
            .ifPresent(title -> titles.put(identities.get(row.number()), title));
      }
    }
    Map<String, List<RecordKey>> found = counted(rows, identities);
    Set<String> others = new HashSet<>(identities.values());
    others.removeAll(titles.keySet());
    others.removeAll(found.keySet());
    found.putAll(lookup.containing(table.type().name(), others, withdrawn));
    Map<String, List<RecordKey>> titled =
        lookup.titled(table.type().name(), titles.values(), withdrawn);
    titles.forEach((object, title) -> found.put(object, titled.getOrDefault(title, List.of())));
    return found;
  }

  /// The records that are called by the paths of rows, by what identifies these.
  private Map<String, List<RecordKey>> counted(
      List<Proposal> rows, Map<Integer, String> identities) {
    List<RowIdentity.Counted> counted =
        rows.stream()
            .filter(row -> identities.containsKey(row.number()))
            .flatMap(row -> RowIdentity.counted(table, row).stream())
            .distinct()
            .toList();
    Map<String, RecordHead> above =
        lookup.named(counted.stream().map(RowIdentity.Counted::section).toList());
    Map<RowIdentity.Counted, String> paths = new HashMap<>();
    for (RowIdentity.Counted each : counted) {
      RecordHead section = above.get(each.section());
      String name = section == null ? each.section() : section.name();
      paths.put(each, Numbering.path(name, each.number()));
    }
    Map<String, RecordHead> named = lookup.named(paths.values());
    Map<String, List<RecordKey>> found = new HashMap<>();
    paths.forEach(
        (each, path) ->
            found.put(
                each.identity(),
                Optional.ofNullable(named.get(path))
                    .filter(head -> head.type().equals(table.type().name()))
                    .map(RecordHead::key)
                    .stream()
                    .toList()));
    return found;
  }

  private Optional<RecordKey> parse(Proposal row) {
    Optional<RecordKey> key = RecordKey.parse(String.valueOf(row.key()));
    if (key.isEmpty()) {
      add(row, FindingCode.BAD_VALUE, "a key such as " + table.type().prefix() + "-0001");
    }
    return key;
  }

  private void byIdentity(
      Proposal row,
      Map<Integer, String> identities,
      Map<String, List<RecordKey>> found,
      Map<Integer, RecordKey> keys) {
    List<RecordKey> candidates =
        found.getOrDefault(identities.getOrDefault(row.number(), ""), List.of());
    if (candidates.size() > 1) {
      String expected =
          "values that only one record has; among others "
              + candidates.getFirst()
              + " and "
              + candidates.getLast()
              + " have them";
      add(row, FindingCode.AMBIGUOUS, expected);
    } else if (!candidates.isEmpty()) {
      keys.put(row.number(), candidates.getFirst());
    }
  }

  private Optional<Matched> matched(
      Proposal row,
      Map<Integer, RecordKey> keys,
      Map<Integer, String> identities,
      Map<RecordKey, StoredRecord> records,
      RowBases bases) {
    RecordKey key = keys.get(row.number());
    if (row.key() != null && key == null) {
      return Optional.empty();
    }
    StoredRecord record = key == null ? null : records.get(key);
    if (key != null && !key.prefix().equals(table.type().prefix())) {
      add(row, FindingCode.WRONG_TYPE, "the key of one of the " + table.type().plural());
      return Optional.empty();
    }
    if (key != null && record == null && !table.keepsKeys()) {
      String expected = "the key of a record; leave the cell empty to make a new one";
      add(row, FindingCode.UNKNOWN_RECORD, expected);
      return Optional.empty();
    }
    return bases.isWrong(row)
        ? Optional.empty()
        : Optional.of(
            new Matched(row, key, record, bases.behind(row), identities.get(row.number())));
  }

  private void add(Proposal row, FindingCode code, String expected) {
    int column = table.columnOf(Part.KEY);
    Place place = new Place.Cell(table.name(), row.row(), column);
    findings.add(Finding.error(code, place, row.key(), expected));
  }

  /// Of rows that earlier versions exported, which did not note the section.
  static Set<String> withoutSection(List<Matched> rows) {
    Set<String> keys = new HashSet<>();
    for (Matched row : rows) {
      Proposal.Base base = row.row().base();
      if (base != null && base.section() == null && row.record() != null) {
        keys.add(row.record().key().toString());
      }
    }
    return keys;
  }
}
