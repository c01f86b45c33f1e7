package org.seccatalogue.revision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordKey;

/// The table `link`.
@ApplicationScoped
class LinkRepository implements PanacheRepositoryBase<LinkEntity, LinkEntity.Id_> {

  List<LinkEntity> from(String source) {
    return list("source = ?1 order by type, target", source);
  }

  /// The links that leave each of several records, in their order.
  Map<String, List<Link>> from(Collection<String> sources) {
    Map<String, List<Link>> links = new HashMap<>();
    if (!sources.isEmpty()) {
      getEntityManager()
          .unwrap(Session.class)
          .createNativeQuery(
              "select source, type, target, target_revision, note from link"
                  + " where source = any(:sources) order by source, type, target",
              Object[].class)
          .setParameter("sources", sources.toArray(String[]::new))
          .getResultList()
          .stream()
          .forEach(
              row -> links.computeIfAbsent((String) row[0], _ -> new ArrayList<>()).add(link(row)));
    }
    return links;
  }

  private static Link link(Object[] row) {
    return new Link(
        (String) row[1], RecordKey.of((String) row[2]), (Integer) row[3], (String) row[4]);
  }
}
