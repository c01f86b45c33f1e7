package org.seccatalogue.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.ReferenceUse;
import org.seccatalogue.record.number.Numbering;
import org.seccatalogue.sql.Query;

/// Tells what people call records: by their references, where they have one.
@ApplicationScoped
public class RecordNames {

  /// More paths than that are not told of one name.
  private static final int MOST = 20;

  private final BulkLookup lookup;
  private final Session database;
  private final Query<RecordHead> byNumber;

  RecordNames(BulkLookup lookup, Records records, Session database) {
    this.lookup = lookup;
    this.database = database;
    this.byNumber =
        records.heads(
            "where r.reference like '% / %'"
                + " and regexp_replace(r.reference, '^.* / ', '') = any(:numbers)"
                + " order by r.path limit 1000");
  }

  /// The records whose references end with each of these, below other numbers, in the order of the
  /// outline; of those alone with which one does.
  @Transactional
  public Map<String, List<RecordHead>> pathsTo(Collection<String> names) {
    List<String> asked = names.stream().filter(name -> name.indexOf('\0') < 0).distinct().toList();
    List<String> numbers = asked.stream().map(Numbering::last).distinct().toList();
    List<RecordHead> found =
        asked.isEmpty()
            ? List.of()
            : database.doReturningWork(byNumber.with("numbers", numbers)::list);
    Map<String, List<RecordHead>> paths = new HashMap<>();
    for (String name : asked) {
      List<RecordHead> ending =
          found.stream()
              .filter(head -> head.name().endsWith(Numbering.BETWEEN + name))
              .limit(MOST)
              .toList();
      if (!ending.isEmpty()) {
        paths.put(name, ending);
      }
    }
    return paths;
  }

  /// The names of records, all looked up at once. Of one that is not there it is the key.
  @Transactional
  public Function<RecordKey, String> of(Collection<RecordKey> keys) {
    Map<String, RecordHead> heads =
        lookup.named(keys.stream().map(RecordKey::toString).distinct().toList());
    return key -> name(key, heads.get(key.toString()));
  }

  /// What stands for records where people read of them: their references, or else their titles; of
  /// what is not there, the name itself.
  @Transactional
  public UnaryOperator<String> shown(Collection<String> keys) {
    Map<String, RecordHead> heads = lookup.named(keys.stream().distinct().toList());
    return key -> RecordHead.shown(key, heads.get(key));
  }

  /// What people call records by which they are found again, all looked up at once: of one that is
  /// not there, or not found by what it is called, the key.
  @Transactional
  public UnaryOperator<String> written(Collection<String> keys) {
    Function<RecordKey, String> names =
        of(keys.stream().flatMap(key -> RecordKey.parse(key).stream()).toList());
    return key ->
        RecordKey.parse(key)
            .map(names)
            .filter(name -> ReferenceUse.plain(name).equals(name))
            .orElse(key);
  }

  /// The name of one record.
  @Transactional
  public String of(RecordKey key) {
    return of(List.of(key)).apply(key);
  }

  /// A reference that looks like a key, which an earlier version let in, may name another record.
  private static String name(RecordKey key, @Nullable RecordHead head) {
    return head == null || RecordKey.looksLike(head.name()) ? key.toString() : head.name();
  }
}
