package org.seccatalogue.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;

/// Tells what people call records: by their references, where they have one.
@ApplicationScoped
public class RecordNames {

  private final BulkLookup lookup;

  RecordNames(BulkLookup lookup) {
    this.lookup = lookup;
  }

  /// The names of records, all looked up at once. Of one that is not there it is the key.
  @Transactional
  public Function<RecordKey, String> of(Collection<RecordKey> keys) {
    Map<String, RecordHead> heads =
        lookup.named(keys.stream().map(RecordKey::toString).distinct().toList());
    return key -> name(key, heads.get(key.toString()));
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
