package org.seccatalogue.revision.numbering;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.sql.Query;

/// Reads the records of branches.
@ApplicationScoped
class BranchRows {

  private static final String MEMBERS =
      "select r.key, r.type, r.title, r.reference, r.parent, r.path, r.version from record r ";

  private static final Query<BranchMember> KEYED =
      Query.of(BranchMember.class, MEMBERS + "where r.key = any(:keys) order by r.path");

  private static final Query<BranchMember> CALLED =
      Query.of(BranchMember.class, MEMBERS + "where r.reference = any(:names) order by r.path");

  private static final Query<BranchMember> ALIKE =
      Query.of(
          BranchMember.class,
          MEMBERS
              + "where r.reference is not null and reference_likeness(r.reference) in"
              + " (select reference_likeness(n) from unnest(cast(:names as text[])) n)"
              + " order by r.path");

  private static final Query<BranchMember> BELOW =
      Query.of(
          BranchMember.class,
          MEMBERS + "where r.path > :from and r.path < :to order by r.path limit :most");

  private static final Query<String> ELSEWHERE =
      Query.of(
          String.class,
          """
          select r.reference from record r
          where r.reference is not null and not exists (
            select from unnest(cast(:keys as text[])) m (key) where m.key = r.key)
          """);

  private static final Query<Linked> LINKS =
      Query.of(
          Linked.class,
          """
          select target as key, cast(count(*) as integer) as links from link
          where target = any(:keys) group by target
          """);

  private record Linked(RecordKey key, int links) {}

  private final Session database;

  BranchRows(Session database) {
    this.database = database;
  }

  Optional<BranchMember> one(RecordKey key) {
    return keyed(List.of(key)).stream().findFirst();
  }

  List<BranchMember> keyed(Collection<RecordKey> keys) {
    return KEYED.with("keys", texts(keys)).list(database);
  }

  /// The records with these references.
  List<BranchMember> called(Collection<String> references) {
    return CALLED.with("names", List.copyOf(references)).list(database);
  }

  /// The records with references that look like any of these.
  List<BranchMember> alike(Collection<String> references) {
    return ALIKE.with("names", List.copyOf(references)).list(database);
  }

  /// The records below one, in their order.
  List<BranchMember> below(BranchMember head, int most) {
    return BELOW
        .with("from", head.path() + ".")
        .with("to", head.path() + "/")
        .with("most", most)
        .list(database);
  }

  /// The references of all other records.
  Set<String> elsewhere(Collection<BranchMember> members) {
    List<RecordKey> keys = members.stream().map(BranchMember::key).toList();
    return new HashSet<>(ELSEWHERE.with("keys", texts(keys)).list(database));
  }

  /// How many links lead to each of these records; of those alone to which one does.
  Map<RecordKey, Integer> links(Collection<RecordKey> keys) {
    return LINKS.with("keys", texts(keys)).list(database).stream()
        .collect(Collectors.toMap(Linked::key, Linked::links));
  }

  private static List<String> texts(Collection<RecordKey> keys) {
    return keys.stream().map(RecordKey::toString).toList();
  }
}
