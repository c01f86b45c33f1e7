package org.seccatalogue.revision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/// The table `link`.
@ApplicationScoped
class LinkRepository implements PanacheRepositoryBase<LinkEntity, LinkEntity.Id_> {

  List<LinkEntity> from(String source) {
    return list("source = ?1 order by type, target", source);
  }

  List<LinkEntity> from(Collection<String> sources) {
    return sources.isEmpty()
        ? List.of()
        : list("source in ?1 order by source, type, target", sources);
  }
}
