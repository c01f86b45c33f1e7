package org.seccatalogue.revision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The table `record`.
@ApplicationScoped
class RecordRepository implements PanacheRepositoryBase<RecordEntity, String> {

  /// The record, which nobody else may change until the transaction ends.
  Optional<RecordEntity> lock(String key) {
    return findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
  }

  /// The key and the reference of what a record stands below, as it is before anybody holds it; a
  /// root stands below what is called nothing.
  List<String> namesOfParent(String key) {
    List<String> names =
        getEntityManager()
            .createQuery(
                "select p.key from RecordEntity p, RecordEntity r"
                    + " where r.key = ?1 and p.key = r.parent union all"
                    + " select p.reference from RecordEntity p, RecordEntity r"
                    + " where r.key = ?1 and p.key = r.parent and p.reference is not null",
                String.class)
            .setParameter(1, key)
            .getResultList();
    return names.isEmpty() ? List.of("") : names;
  }

  /// The record that people mean by a key or a reference; a key is that of its own record.
  Optional<RecordEntity> named(String keyOrReference) {
    // PostgreSQL knows no text with NUL; no record can be called so.
    return keyOrReference.indexOf('\0') >= 0
        ? Optional.empty()
        : list("key = ?1 or reference = ?1", keyOrReference).stream()
            .min(Comparator.comparing(row -> !row.key.equals(keyOrReference)));
  }

  List<RecordEntity> all(Collection<String> keys) {
    return keys.isEmpty() ? List.of() : list("key in ?1", keys);
  }
}
