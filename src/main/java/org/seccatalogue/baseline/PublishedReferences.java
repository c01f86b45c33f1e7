package org.seccatalogue.baseline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.sql.Query;

/// Tells what records are called in each baseline, and who was called so before. It knows nothing
/// but what was published: what a baseline is told of those before it never changes.
@ApplicationScoped
public class PublishedReferences {

  private static final Query<Bearer> BEARERS =
      Query.of(
          Bearer.class,
          """
          select e.key, max(b.number) as until
          from baseline b join entry e on e.baseline = b.number and e.reference = :reference
          where b.number < :baseline group by e.key order by until desc, e.key limit 20
          """);

  private static final Query<Called> CALLED =
      Query.of(
          Called.class,
          "select baseline, reference from entry where key = :key and reference is not null"
              + " order by baseline desc");

  private final PublicDatabase database;

  PublishedReferences(PublicDatabase database) {
    this.database = database;
  }

  /// A record that had a reference.
  ///
  /// @param until number of the last baseline in which it had it
  public record Bearer(String key, int until) {}

  /// What a record is called in a baseline.
  ///
  /// @param baseline number of the baseline
  public record Called(int baseline, String reference) {}

  /// Who had a reference in earlier baselines, the last one first; at most 20.
  public List<Bearer> bearers(Baseline before, String reference) {
    return database.list(BEARERS.with("baseline", before.number()).with("reference", reference));
  }

  /// What a record is called in the baselines in which it has a reference, newest first.
  public List<Called> of(RecordKey key) {
    return database.list(CALLED.with("key", key.toString()));
  }
}
