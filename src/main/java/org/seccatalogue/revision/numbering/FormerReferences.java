package org.seccatalogue.revision.numbering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.sql.Query;

/// Tells which records had a reference that they have no more, and where they stood.
@ApplicationScoped
public class FormerReferences {

  private static final String HAD =
      """
      select c.from_reference as reference, c.key, max(c.changed_at) as until,
        bool_and(c.told) as told,
        bool_or(not c.told and c.changed_by <> :upgrade) as here, coalesce(
          (select min(f.changed_at) from reference_change f
          where f.from_reference = c.from_reference and not f.told), max(c.changed_at)) as first_lost
      from reference_change c join record r on r.key = c.key
      where r.reference is distinct from c.from_reference
      """;

  private static final Query<Former> FORMER =
      Query.of(
          Former.class,
          HAD
              + " and c.from_reference = any(:references) and not c.given_back"
              + " group by c.from_reference, c.key"
              + " order by c.from_reference, until desc, c.key");

  /// The empty text stands for none.
  private static final Query<Former> OF_RECORD =
      Query.of(
          Former.class,
          HAD
              + " and c.key = :key and c.from_reference <> ''"
              + " group by c.from_reference, c.key"
              + " order by until desc, c.from_reference limit 5");

  private static final Query<Left> LEFT =
      Query.of(
          Left.class,
          """
          select distinct m.key, m.from_parent as section
          from place_move m join record r on r.key = m.key
          where m.key = any(:keys) and m.from_parent is not null
            and r.parent is distinct from m.from_parent
          """);

  private final Session database;

  FormerReferences(Session database) {
    this.database = database;
  }

  /// A record that had a reference.
  ///
  /// @param until when it got another one, for the last time
  /// @param told whether it had it only before it came to this catalogue: nothing happened then
  /// @param here whether people gave it another one here, and not the version that brought numbers
  /// @param firstLost when any record first had it no more; until then it meant one record
  public record Former(
      String reference,
      RecordKey key,
      Instant until,
      boolean told,
      boolean here,
      Instant firstLost) {}

  /// A record that stood in another section.
  private record Left(String key, String section) {}

  /// The keys of the records that had each of these references and have it no more; of those alone
  /// that some record had.
  @Transactional
  public Map<String, Set<String>> keys(Collection<String> asked) {
    return keys(of(asked));
  }

  /// The keys of those who had each reference.
  public static Map<String, Set<String>> keys(List<Former> former) {
    return former.stream()
        .collect(
            Collectors.groupingBy(
                Former::reference,
                Collectors.mapping(one -> one.key().toString(), Collectors.toSet())));
  }

  /// The keys of the sections in which each of these records once stood and stands no more; of
  /// those alone that moved.
  @Transactional
  public Map<String, Set<String>> sectionsLeft(Collection<String> keys) {
    return keys.isEmpty()
        ? Map.of()
        : LEFT.with("keys", List.copyOf(keys)).list(database).stream()
            .collect(
                Collectors.groupingBy(
                    Left::key, Collectors.mapping(Left::section, Collectors.toSet())));
  }

  /// The references that a record had and has no more, the last one first; at most 5.
  @Transactional
  public List<Former> ofRecord(RecordKey key) {
    return OF_RECORD.with("key", key.toString()).with("upgrade", Renumbering.AUTHOR).list(database);
  }

  /// Who had these references and has them no more, for each the last one first.
  @Transactional
  public List<Former> of(Collection<String> references) {
    return references.isEmpty()
        ? List.of()
        : FORMER
            .with("references", List.copyOf(references))
            .with("upgrade", Renumbering.AUTHOR)
            .list(database);
  }
}
