package org.seccatalogue.revision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.number.Likeness;
import org.seccatalogue.record.words.Naming;
import org.seccatalogue.rules.Intent;
import org.seccatalogue.rules.KnownRecords;
import org.seccatalogue.rules.UniqueValue;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.Workflow;
import org.seccatalogue.sql.Query;

/// What the rules know of the records that there are, read within the transaction of the caller.
@ApplicationScoped
public class StoredRecords {

  /// The records above each of several, from its parent upwards. A ring ends where it closes.
  private static final Query<Step> ABOVE =
      Query.of(
          Step.class,
          """
          with recursive up (start, key, depth) as (
            select key, parent, 1 from record where key = any(:keys) and parent is not null
            union all
            select up.start, r.parent, up.depth + 1 from up join record r on r.key = up.key
            where r.parent is not null)
          cycle key set closed using passed
          select start, key from up where not closed order by start, depth
          """);

  private record Step(RecordKey start, RecordKey key) {}

  private static final Query<Child> PROPOSED_BELOW =
      Query.of(
          Child.class,
          """
          select distinct on (r.parent) r.parent, coalesce(r.reference, r.key) as name
          from record r
          where r.parent = any(:keys) and r.stage <> all(:ends) and not exists (
            select from unnest(cast(:except as text[])) e (key) where e.key = r.key)
          order by r.parent, r.path
          """);

  private record Child(RecordKey parent, String name) {}

  /// Those withdrawals that are the last that happened to the stages of records.
  private static final Query<Withdrawn> WITHDRAWALS =
      Query.of(
          Withdrawn.class,
          """
          select key, note as reason, replacement from (
            select distinct on (key) key, kind, note, replacement from stage_move
            where key = any(:keys) order by key, id desc) last
          where kind = 'WITHDRAWAL'
          """);

  private record Withdrawn(RecordKey key, @Nullable String reason, @Nullable String replacement) {}

  private static final Query<Standing> BELOW =
      Query.of(
          Standing.class,
          """
          select parent, key from (
            select parent, key, position from record where parent = any(:parents)
            union all
            select '', key, position from record where parent is null and '' = any(:parents)) child
          order by parent, position, key
          """);

  private record Standing(String parent, RecordKey key) {}

  /// Whoever claims the same value waits until this transaction ends.
  private static final Query<Long> LOCK =
      Query.of(
          Long.class,
          "select count(pg_advisory_xact_lock(hashtextextended(value, 0)))"
              + " from (select value from unnest(cast(:values as text[])) value order by value)"
              + " wanted");

  private final CatalogueSchema schema;
  private final BulkLookup lookup;
  private final StagesLeft stagesLeft;
  private final RecordNames names;
  private final Naming meant;
  private final Session database;
  private final Query<RecordHead> alike;

  StoredRecords(
      CatalogueSchema schema,
      BulkLookup lookup,
      StagesLeft stagesLeft,
      RecordNames names,
      Naming meant,
      Records records,
      Session database) {
    this.meant = meant;
    this.alike =
        records.heads(
            "where r.type = :type and r.reference is not null and reference_likeness(r.reference)"
                + " in (select reference_likeness(n) from unnest(cast(:names as text[])) n)");
    this.names = names;
    this.schema = schema;
    this.lookup = lookup;
    this.stagesLeft = stagesLeft;
    this.database = database;
  }

  /// For whoever plans: others may change at any time what was read.
  public KnownRecords forPlanning() {
    return new Reader(false);
  }

  /// For whoever writes: nobody else can claim the same unique value until the transaction ends.
  public KnownRecords forWriting() {
    return new Reader(true);
  }

  /// Holds a record, and the one that another name stands for, until the transaction ends: in an
  /// order in which two writers that name each other's records do not wait for each other.
  void hold(RecordKey key, String besides) {
    RecordHead other = forPlanning().named(List.of(besides)).get(besides);
    lookup.hold(other == null ? List.of(key) : List.of(key, other.key()));
  }

  Map<RecordKey, List<RecordKey>> above(Collection<RecordKey> keys) {
    Map<RecordKey, List<RecordKey>> above = new HashMap<>();
    keys.forEach(key -> above.put(key, new ArrayList<>()));
    Query<Step> asked =
        ABOVE.with("keys", keys.stream().map(RecordKey::toString).distinct().toList());
    database
        .doReturningWork(asked::list)
        .forEach(
            step -> above.computeIfAbsent(step.start(), _ -> new ArrayList<>()).add(step.key()));
    return above;
  }

  private final class Reader implements KnownRecords {

    private final boolean locking;

    Reader(boolean locking) {
      this.locking = locking;
    }

    @Override
    public Map<String, RecordHead> named(Collection<String> names) {
      // PostgreSQL knows no text with NUL; no record can be called so.
      return lookup.named(
          names.stream().filter(name -> name.indexOf('\0') < 0).collect(Collectors.toSet()));
    }

    @Override
    public Map<String, List<RecordHead>> pathsTo(Collection<String> asked) {
      return names.pathsTo(asked);
    }

    @Override
    public Map<String, RecordHead> formerly(Collection<String> names) {
      return meant.formerly(names);
    }

    @Override
    public Map<RecordKey, List<RecordKey>> above(Collection<RecordKey> keys) {
      return StoredRecords.this.above(keys);
    }

    @Override
    public Map<String, List<RecordKey>> below(Collection<String> parents) {
      return BELOW.with("parents", List.copyOf(parents)).list(database).stream()
          .collect(
              Collectors.groupingBy(
                  Standing::parent, Collectors.mapping(Standing::key, Collectors.toList())));
    }

    @Override
    public Map<RecordKey, String> stagesLeft(Collection<RecordKey> keys) {
      return stagesLeft.of(keys);
    }

    @Override
    public Map<RecordKey, Intent.Withdrawal> withdrawals(Collection<RecordKey> keys) {
      return WITHDRAWALS.with("keys", texts(keys)).list(database).stream()
          .collect(
              Collectors.toMap(
                  Withdrawn::key, one -> new Intent.Withdrawal(one.reason(), one.replacement())));
    }

    @Override
    public Map<RecordKey, String> proposedBelow(
        Collection<RecordKey> keys, Collection<RecordKey> except) {
      Query<Child> asked =
          PROPOSED_BELOW
              .with("keys", texts(keys))
              .with("except", texts(except))
              .with("ends", schema.workflow().codes(Workflow.StageKind.END));
      return database.doReturningWork(asked::list).stream()
          .collect(Collectors.toMap(Child::parent, Child::name));
    }

    private List<String> texts(Collection<RecordKey> keys) {
      return keys.stream().map(RecordKey::toString).toList();
    }

    @Override
    public Map<UniqueValue, List<RecordKey>> holders(Collection<UniqueValue> values) {
      Set<UniqueValue> wanted = Set.copyOf(values);
      if (locking) {
        lock(wanted.stream().map(v -> v.type() + v.object()).toList());
      }
      Map<UniqueValue, List<RecordKey>> holders = new HashMap<>();
      wanted.stream()
          .collect(Collectors.groupingBy(UniqueValue::type))
          .forEach((type, ofType) -> holders.putAll(holders(type, ofType)));
      return holders;
    }

    private Map<UniqueValue, List<RecordKey>> holders(String type, List<UniqueValue> values) {
      Map<String, List<RecordKey>> found =
          lookup.containing(type, values.stream().map(UniqueValue::object).toList());
      Map<UniqueValue, List<RecordKey>> holders = new HashMap<>();
      values.forEach(value -> holders.put(value, found.getOrDefault(value.object(), List.of())));
      return holders;
    }

    @Override
    public Map<String, List<RecordHead>> alike(String type, Collection<String> references) {
      List<String> wanted = references.stream().filter(name -> name.indexOf('\0') < 0).toList();
      if (locking) {
        lock(wanted.stream().map(name -> type + " is called " + Likeness.of(name)).toList());
      }
      return database.doReturningWork(alike.with("type", type).with("names", wanted)::list).stream()
          .collect(Collectors.groupingBy(head -> Likeness.of(head.name())));
    }

    private void lock(List<String> values) {
      LOCK.with("values", values).only(database);
    }
  }
}
