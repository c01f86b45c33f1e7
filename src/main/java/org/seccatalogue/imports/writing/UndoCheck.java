package org.seccatalogue.imports.writing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.Neighbours;
import org.seccatalogue.revision.RecordVersion;
import org.seccatalogue.rules.KnownRecords;
import org.seccatalogue.rules.UniqueValue;
import org.seccatalogue.sql.Query;

/// Finds what others built on an import, and would lose when it is undone.
@ApplicationScoped
class UndoCheck {

  private record Written(RecordKey key, long version) {}

  private static final Query<Written> OWN =
      Query.of(
          Written.class,
          """
          select key, coalesce(base_version, 0) + 1 as version from import_change
          where import_id = :id and chosen and outcome in ('NEW', 'CHANGED', 'MISSING')
            and key = any(:keys)
          """);

  private final BulkLookup lookup;
  private final Neighbours neighbours;
  private final Session database;

  UndoCheck(BulkLookup lookup, Neighbours neighbours, Session database) {
    this.lookup = lookup;
    this.neighbours = neighbours;
    this.database = database;
  }

  /// What was built on the records of rows. They are held until the transaction ends. What the
  /// import made itself is no reason to keep it.
  List<Finding> builtOn(long id, List<ImportUndo.Done> rows) {
    List<Finding> findings = new ArrayList<>();
    Map<RecordKey, Long> written = written(id, ImportUndo.keys(rows));
    Map<RecordKey, RecordVersion> held = lookup.hold(ImportUndo.keys(rows));
    Set<RecordKey> fresh =
        rows.stream()
            .filter(row -> row.outcome() == PlannedChange.Kind.NEW)
            .map(ImportUndo.Done::key)
            .collect(Collectors.toSet());
    List<Neighbours.Pair> links = fromElsewhere(id, neighbours.linksTo(fresh));
    List<Neighbours.Pair> below = fromElsewhere(id, neighbours.below(fresh));
    for (ImportUndo.Done row : rows) {
      RecordVersion now = held.get(row.key());
      if (now == null || now.version() != written.getOrDefault(row.key(), -1L)) {
        findings.add(
            finding(row, row.key() + " was changed since", "the record as the import left it"));
      }
      found(row, links, " links to ", "no link from elsewhere to a record that the import made")
          .forEach(findings::add);
      found(row, below, " stands below ", "no other record below one that the import made")
          .forEach(findings::add);
    }
    return findings;
  }

  private static List<Finding> found(
      ImportUndo.Done row, List<Neighbours.Pair> pairs, String verb, String expected) {
    return pairs.stream()
        .filter(pair -> pair.to().equals(row.key()))
        .map(pair -> finding(row, pair.from() + verb + row.key(), expected))
        .toList();
  }

  private List<Neighbours.Pair> fromElsewhere(long id, List<Neighbours.Pair> pairs) {
    Set<RecordKey> own = written(id, pairs.stream().map(Neighbours.Pair::from).toList()).keySet();
    return pairs.stream().filter(pair -> !own.contains(pair.from())).toList();
  }

  private static Finding finding(ImportUndo.Done row, String found, String expected) {
    return Finding.error(FindingCode.BUILT_ON, row.place(), found, expected);
  }

  /// The versions in which an import left records, as far as it wrote them.
  private Map<RecordKey, Long> written(long id, Collection<RecordKey> keys) {
    Map<RecordKey, Long> versions = new HashMap<>();
    if (!keys.isEmpty()) {
      OWN.with("id", id)
          .with("keys", keys.stream().map(RecordKey::toString).distinct().toList())
          .list(database)
          .forEach(row -> versions.put(row.key(), row.version()));
    }
    return versions;
  }

  /// The records as the rules see them while an import is undone: values that its own records hold
  /// are given back.
  KnownRecords known(long id, KnownRecords all) {
    return new KnownRecords() {
      @Override
      public Map<String, RecordHead> named(Collection<String> names) {
        return all.named(names);
      }

      @Override
      public Map<RecordKey, List<RecordKey>> above(Collection<RecordKey> keys) {
        return all.above(keys);
      }

      @Override
      public Map<String, List<RecordKey>> below(Collection<String> parents) {
        return all.below(parents);
      }

      @Override
      public Map<RecordKey, String> stagesLeft(Collection<RecordKey> keys) {
        return all.stagesLeft(keys);
      }

      @Override
      public Map<RecordKey, String> proposedBelow(
          Collection<RecordKey> keys, Collection<RecordKey> except) {
        return all.proposedBelow(keys, except);
      }

      @Override
      public Map<UniqueValue, List<RecordKey>> holders(Collection<UniqueValue> values) {
        return others(id, all.holders(values));
      }
    };
  }

  private Map<UniqueValue, List<RecordKey>> others(
      long id, Map<UniqueValue, List<RecordKey>> holders) {
    Set<RecordKey> found = new HashSet<>();
    holders.values().forEach(found::addAll);
    Set<RecordKey> own = written(id, found).keySet();
    Map<UniqueValue, List<RecordKey>> others = new HashMap<>();
    holders.forEach(
        (value, keys) ->
            others.put(value, keys.stream().filter(key -> !own.contains(key)).toList()));
    return others;
  }
}
