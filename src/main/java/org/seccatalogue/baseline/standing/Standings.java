package org.seccatalogue.baseline.standing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PublicDatabase;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.baseline.WithdrawnRecord;
import org.seccatalogue.baseline.comparison.Move;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.sql.Query;

/// Tells how published records stand: derived from the baselines each time, and written nowhere. A
/// record moves when it is below another one; its order among those beside it is not looked at.
@ApplicationScoped
public class Standings {

  private static final Query<Appearance> HELD =
      Query.of(
          Appearance.class,
          """
          with held as materialized (
            select baseline, type, title, revision, stage, parent, digest from entry
            where key = :key),
          said as materialized (
            select digest, sha256(convert_to((content::jsonb - 'parent')::text, 'UTF8')) as words
            from content where digest in (select digest from held))
          select baseline, type, title, revision, stage, parent, encode(digest, 'hex') as digest,
            encode(words, 'hex') as words
          from held join said using (digest) order by baseline desc
          """);

  /// A reference passes on: the record that had it last counts.
  private static final Query<String> CALLED =
      Query.of(
          String.class,
          "select e.key from baseline b join entry e on e.baseline = b.number"
              + " and e.reference = :reference order by b.number desc limit 1");

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

  /// How a record stands in the newest baseline that counts, or else in the newest that there is.
  public Optional<RecordStanding> newest(RecordKey key) {
    return published
        .find(Published.LATEST)
        .or(() -> published.baselines().stream().findFirst())
        .flatMap(baseline -> of(baseline, key));
  }

  /// How a record stands that some baseline holds.
  public Optional<RecordStanding> of(Baseline asked, RecordKey key) {
    List<Appearance> held = database.list(HELD.with("key", key.toString()));
    return held.isEmpty() ? Optional.empty() : Optional.of(of(asked, key, held));
  }

  private RecordStanding of(Baseline asked, RecordKey key, List<Appearance> held) {
    Map<Integer, Appearance> byBaseline =
        held.stream().collect(Collectors.toMap(Appearance::baseline, Function.identity()));
    History history = new History(published.baselines().reversed(), byBaseline);
    Baseline newest = history.newest().orElse(null);
    Standing standing =
        newest == null ? new Standing.Unsettled() : standing(asked, newest, key, history);
    return new RecordStanding(key, asked, newest, standing, history.steps());
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
          !now.words().equals(here.words()));
    }
    return now.digest().equals(here.digest())
        ? new Standing.Current()
        : new Standing.Moved(
            history.since(asked, newest, one -> one != null && !one.digest().equals(here.digest())),
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
