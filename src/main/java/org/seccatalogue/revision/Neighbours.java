package org.seccatalogue.revision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.sql.Query;

/// What stands around records: which others link to them or stand below them.
@ApplicationScoped
public class Neighbours {

  /// Two records, of which one links to the other.
  public record Pair(RecordKey from, RecordKey to) {}

  private static final Query<Pair> LINKS =
      Query.of(
          Pair.class,
          """
          select distinct source as "from", target as "to" from link where target = any(:keys)
          order by 2, 1
          """);

  private final Session database;

  Neighbours(Session database) {
    this.database = database;
  }

  /// The records that link to any of these.
  public List<Pair> linksTo(Collection<RecordKey> keys) {
    return pairs(LINKS, keys);
  }

  private List<Pair> pairs(Query<Pair> query, Collection<RecordKey> keys) {
    return keys.isEmpty()
        ? List.of()
        : query
            .with("keys", keys.stream().map(RecordKey::toString).distinct().toList())
            .list(database);
  }
}
