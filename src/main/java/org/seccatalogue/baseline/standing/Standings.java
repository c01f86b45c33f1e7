package org.seccatalogue.baseline.standing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Coverage;
import org.seccatalogue.baseline.PublicDatabase;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.baseline.WithdrawnRecord;
import org.seccatalogue.baseline.Withheld;
import org.seccatalogue.baseline.comparison.Move;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.sql.Query;

/// Tells how published records stand: derived from the baselines each time, and written nowhere. A
/// record moves when it is below another one; its order among those beside it is not looked at.
@ApplicationScoped
public class Standings {

  private static final Query<Held> HELD =
      Query.of(
          Held.class,
          """
          with held as materialized (
            select baseline, type, title, revision, stage, parent, digest from entry
            where key = :key),
          said as materialized (
            select digest, sha256(convert_to((content::jsonb - 'parent')::text, 'UTF8')) as words,
              case when cast(:contents as boolean) then content end as content
            from content where digest in (select digest from held))
          select baseline, type, title, revision, stage, parent, encode(digest, 'hex') as digest,
            encode(words, 'hex') as words, content
          from held join said using (digest) order by baseline desc
          """);

  /// A reference passes on: the record that had it last counts.
  private static final Query<String> CALLED =
      Query.of(
          String.class,
          "select e.key from baseline b join entry e on e.baseline = b.number"
              + " and e.reference = :reference order by b.number desc limit 1");

  private static final Query<Integer> WITHDRAWN_IN =
      Query.of(
          Integer.class,
          "select baseline from withdrawn_record where key = :key and baseline = any(:baselines)");

  private final PublicDatabase database;
  private final Published published;
  private final PublishedRecords records;

  Standings(PublicDatabase database, Published published, PublishedRecords records) {
    this.database = database;
    this.published = published;
    this.records = records;
  }

  /// The key of a record that some baseline holds.
  ///
  /// @param name its key in any case, or the reference by which people name it
  public Optional<RecordKey> key(String name) {
    return name.indexOf('\0') >= 0
        ? Optional.empty()
        : RecordKey.parse(name.toUpperCase(Locale.ROOT))
            .or(() -> database.first(CALLED.with("reference", name)).flatMap(RecordKey::parse));
  }

  /// How a record stands that some baseline holds.
  ///
  /// @param asked the baseline of which that is asked
  /// @param name its key in any case, or the reference by which people name it
  public Optional<RecordStanding> find(Baseline asked, String name) {
    return key(name).flatMap(key -> of(asked, key));
  }

  /// How a record stands in the newest baseline that counts and says anything of it, or else in the
  /// newest that there is.
  public Optional<RecordStanding> newest(RecordKey key) {
    return published
        .find(Published.LATEST)
        .or(() -> published.baselines().stream().findFirst())
        .flatMap(baseline -> of(baseline, key))
        .flatMap(this::ofNewest);
  }

  private Optional<RecordStanding> ofNewest(RecordStanding found) {
    Baseline newest = found.newest();
    return newest == null || found.isOfNewest() ? Optional.of(found) : of(newest, found.key());
  }

  /// How a record stands that some baseline holds.
  public Optional<RecordStanding> of(Baseline asked, RecordKey key) {
    List<Baseline> all = published.baselines().reversed();
    Map<Integer, Withheld> withheld = new HashMap<>();
    all.forEach(baseline -> withheld.put(baseline.number(), Withheld.of(baseline)));
    boolean apart = withheld.values().stream().distinct().count() > 1;
    List<Held> rows = database.list(HELD.with("key", key.toString()).with("contents", apart));
    Map<Integer, Appearance> held = new HashMap<>();
    for (Baseline baseline : all) {
      rows.stream()
          .filter(row -> row.baseline() == baseline.number())
          .findFirst()
          .ifPresent(row -> held.put(row.baseline(), held(baseline, row, withheld)));
    }
    return held.isEmpty()
        ? Optional.empty()
        : Optional.of(of(asked, key, new History(all, held), telling(all, key, held)));
  }

  /// The baselines that hold a record, say that it was withdrawn, or would hold it if there were
  /// such a record.
  private List<Baseline> telling(List<Baseline> all, RecordKey key, Map<Integer, Appearance> held) {
    RecordType type = held.values().iterator().next().words().type();
    List<Baseline> without = all.stream().filter(one -> !held.containsKey(one.number())).toList();
    if (without.isEmpty()) {
      return all;
    }
    Set<Coverage> holding =
        all.stream()
            .filter(one -> held.containsKey(one.number()))
            .map(Coverage::of)
            .collect(Collectors.toSet());
    List<Integer> silent =
        without.stream()
            .filter(one -> !tells(Coverage.of(one), type, holding))
            .map(Baseline::number)
            .collect(Collectors.toCollection(ArrayList::new));
    if (!silent.isEmpty()) {
      Query<Integer> asked = WITHDRAWN_IN.with("key", key.toString()).with("baselines", silent);
      silent.removeAll(List.copyOf(database.list(asked)));
    }
    return all.stream().filter(one -> !silent.contains(one.number())).toList();
  }

  private Appearance held(Baseline baseline, Held row, Map<Integer, Withheld> withheld) {
    RecordType type = published.schema(baseline).typeOf(row.type());
    Withheld inside = Objects.requireNonNull(withheld.get(row.baseline()));
    Wording words = new Wording(row.said().words(), type, inside, row.said().content());
    return new Appearance(
        row.baseline(),
        row.type(),
        row.title(),
        row.revision(),
        row.stage(),
        row.parent(),
        row.digest(),
        words);
  }

  /// A row of what baselines hold.
  private record Held(
      int baseline,
      String type,
      String title,
      int revision,
      String stage,
      @Nullable String parent,
      String digest,
      Said said) {}

  /// @param words digest of what it says apart from its place
  /// @param content absent where it is not needed to tell whether baselines say the same
  private record Said(String words, @Nullable String content) {}

  /// Whether a baseline would hold a record, if there were such a record: it was made of the whole,
  /// and of no less than those that hold it.
  private static boolean tells(Coverage coverage, RecordType type, Set<Coverage> holding) {
    return coverage.whole() && holding.stream().allMatch(other -> coverage.tellsOf(type, other));
  }

  private static boolean isAmong(List<Baseline> some, Baseline one) {
    return some.stream().anyMatch(other -> other.number() == one.number());
  }

  private RecordStanding of(Baseline asked, RecordKey key, History all, List<Baseline> telling) {
    History history = new History(telling, all.held());
    Baseline newest = history.newest().orElse(null);
    Baseline newestOfAll = all.newest().orElse(null);
    boolean passedOver = newestOfAll != null && !isAmong(telling, newestOfAll);
    Standing standing =
        newest == null
            ? new Standing.Unsettled()
            : isAmong(telling, asked)
                ? standing(asked, newest, key, history)
                : new Standing.Outside();
    return new RecordStanding(key, asked, newest, passedOver, standing, history.steps());
  }

  private Standing standing(Baseline asked, Baseline newest, RecordKey key, History history) {
    Appearance here = history.in(asked);
    Appearance now = history.in(newest);
    if (now == null) {
      Baseline last = history.lastBeforeGone(asked);
      return removed(history.since(last, newest, one -> one == null), newest, key);
    }
    if (here == null) {
      return new Standing.Added(history.since(asked, newest, one -> one != null));
    }
    if (!now.says(here)) {
      return new Standing.Changed(
          history.since(asked, newest, one -> one != null && !one.says(here)),
          !now.words().says(here.words()));
    }
    return now.standsWith(here)
        ? new Standing.Current()
        : new Standing.Moved(
            history.since(asked, newest, one -> one != null && !one.standsWith(here)),
            new Move(head(asked, here.parent()), head(newest, now.parent())));
  }

  /// What the newest baseline says of it is what is known last.
  private Standing removed(Baseline in, Baseline newest, RecordKey key) {
    Optional<WithdrawnRecord> why = withdrawn(newest, key).or(() -> withdrawn(in, key));
    return new Standing.Removed(
        in,
        why.map(WithdrawnRecord::reason).orElse(null),
        why.map(WithdrawnRecord::replacement)
            .flatMap(
                by ->
                    Stream.of(newest, in)
                        .flatMap(one -> Stream.ofNullable(head(one, by)))
                        .findFirst())
            .orElse(null));
  }

  private Optional<WithdrawnRecord> withdrawn(Baseline baseline, RecordKey key) {
    return records.withdrawn(baseline, List.of(key.toString())).values().stream().findFirst();
  }

  private @Nullable RecordHead head(Baseline baseline, @Nullable String key) {
    return key == null ? null : records.heads(baseline, List.of(key)).get(key);
  }
}
