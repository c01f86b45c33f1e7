package org.seccatalogue.revision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The table `revision`.
@ApplicationScoped
class RevisionRepository implements PanacheRepositoryBase<RevisionEntity, RevisionEntity.Id_> {

  /// The newest `limit` revisions older than number `before`.
  List<RevisionEntity> history(String key, int before, int limit) {
    return find("key = ?1 and number < ?2 order by number desc", key, before).page(0, limit).list();
  }
}
