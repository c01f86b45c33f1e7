package org.seccatalogue.imports.writing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.RecordNames;
import org.seccatalogue.revision.RecordVersion;
import org.seccatalogue.revision.Traces;
import org.seccatalogue.rules.Intent;
import org.seccatalogue.rules.KnownRecords;
import org.seccatalogue.rules.UniqueValue;
import org.seccatalogue.sql.Query;

/// Finds what others built on an import, and would lose when it is undone. Whether its records may
/// be withdrawn with what stands below them the rules tell, as of every withdrawal.
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
  private final Traces traces;
  private final RecordNames names;
  private final Session database;

  UndoCheck(BulkLookup lookup, Traces traces, RecordNames names, Session database) {
    this.names = names;
    this.lookup = lookup;
    this.traces = traces;
    this.database = database;
  }

  /// What was built on the records of rows. They are held until the transaction ends. What the
  /// import made itself is no reason to keep it.
  List<Finding> builtOn(long id, List<ImportUndo.Done> rows) {
    List<Built> built = new ArrayList<>();
    Map<RecordKey, Long> written = written(id, ImportUndo.keys(rows));
    Map<RecordKey, RecordVersion> held = lookup.hold(ImportUndo.keys(rows));
    Set<RecordKey> fresh =
        rows.stream()
            .filter(row -> row.outcome() == PlannedChange.Kind.NEW)
            .map(ImportUndo.Done::key)
            .collect(Collectors.toSet());
    List<Traces.Ends> links = fromElsewhere(id, traces.endsAt(fresh));
    for (ImportUndo.Done row : rows) {
      RecordVersion now = held.get(row.key());
      if (now == null || now.version() != written.getOrDefault(row.key(), -1L)) {
        built.add(new Built(row, Act.CHANGED, row.key()));
      }
      others(row, links).forEach(other -> built.add(new Built(row, Act.LINKS, other)));
    }
    return told(built);
  }

  /// What others did with a record of an import.
  private enum Act {
    CHANGED,
    LINKS
  }

  /// Something that would be lost.
  ///
  /// @param by the record that was built on that of the row, or that one itself
  private record Built(ImportUndo.Done row, Act act, RecordKey by) {}

  private List<Finding> told(List<Built> built) {
    Function<RecordKey, String> called =
        names.of(
            built.stream()
                .flatMap(one -> Stream.of(one.by(), one.row().key()))
                .distinct()
                .toList());
    return built.stream().map(one -> told(one, called)).toList();
  }

  private static Finding told(Built one, Function<RecordKey, String> called) {
    String by = called.apply(one.by());
    String record = called.apply(one.row().key());
    return switch (one.act()) {
      case CHANGED ->
          finding(one.row(), record + " was changed since", "the record as the import left it");
      case LINKS ->
          finding(
              one.row(),
              by + " links to " + record,
              "no link from elsewhere to a record that the import made");
    };
  }

  private static List<RecordKey> others(ImportUndo.Done row, List<Traces.Ends> pairs) {
    return pairs.stream()
        .filter(pair -> pair.target().equals(row.key()))
        .map(Traces.Ends::source)
        .toList();
  }

  private List<Traces.Ends> fromElsewhere(long id, List<Traces.Ends> pairs) {
    Set<RecordKey> own = written(id, pairs.stream().map(Traces.Ends::source).toList()).keySet();
    return pairs.stream().filter(pair -> !own.contains(pair.source())).toList();
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
    return new Given(id, all);
  }

  private final class Given implements KnownRecords {

    private final long id;
    private final KnownRecords all;

    Given(long id, KnownRecords all) {
      this.id = id;
      this.all = all;
    }

    @Override
    public Map<String, RecordHead> named(Collection<String> names) {
      return all.named(names);
    }

    @Override
    public Map<String, List<RecordHead>> pathsTo(Collection<String> names) {
      return all.pathsTo(names);
    }

    @Override
    public Map<String, RecordHead> formerly(Collection<String> names) {
      return all.formerly(names);
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
    public Map<RecordKey, Intent.Withdrawal> withdrawals(Collection<RecordKey> keys) {
      return all.withdrawals(keys);
    }

    @Override
    public Map<RecordKey, String> proposedBelow(
        Collection<RecordKey> keys, Collection<RecordKey> except) {
      return all.proposedBelow(keys, except);
    }

    @Override
    public Map<String, List<RecordHead>> alike(String type, Collection<String> references) {
      return strangers(id, all.alike(type, references));
    }

    @Override
    public Map<UniqueValue, List<RecordKey>> holders(Collection<UniqueValue> values) {
      return others(id, all.holders(values));
    }
  }

  private Map<String, List<RecordHead>> strangers(long id, Map<String, List<RecordHead>> alike) {
    List<RecordKey> found =
        alike.values().stream().flatMap(List::stream).map(RecordHead::key).toList();
    Set<RecordKey> own = written(id, found).keySet();
    Map<String, List<RecordHead>> strangers = new HashMap<>();
    alike.forEach(
        (text, heads) ->
            strangers.put(text, heads.stream().filter(h -> !own.contains(h.key())).toList()));
    return strangers;
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
