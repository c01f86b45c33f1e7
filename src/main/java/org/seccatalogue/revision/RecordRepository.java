package org.seccatalogue.revision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The table `record`.
@ApplicationScoped
class RecordRepository implements PanacheRepositoryBase<RecordEntity, String> {

  /// The record, which nobody else may change until the transaction ends.
  Optional<RecordEntity> lock(String key) {
    return findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
  }

  /// The record that people mean by a key or a reference.
  Optional<RecordEntity> named(String keyOrReference) {
    // PostgreSQL knows no text with NUL; no record can be called so.
    return keyOrReference.indexOf('\0') >= 0
        ? Optional.empty()
        : list("key = ?1 or reference = ?1", keyOrReference).stream().findFirst();
  }

  List<RecordEntity> all(Collection<String> keys) {
    return keys.isEmpty() ? List.of() : list("key in ?1", keys);
  }
}
