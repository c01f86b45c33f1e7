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
import org.seccatalogue.sql.Query;

/// The table `link`.
@ApplicationScoped
class LinkRepository implements PanacheRepositoryBase<LinkEntity, LinkEntity.Id_> {

  private static final Query<Leaving> LEAVING =
      Query.of(
          Leaving.class,
          "select source, type, target, target_revision, note from link"
              + " where source = any(:sources) order by source, type, target");

  private record Leaving(String source, Link link) {}

  List<LinkEntity> from(String source) {
    return list("source = ?1 order by type, target", source);
  }

  /// The links that leave each of several records, in their order.
  Map<String, List<Link>> from(Collection<String> sources) {
    Map<String, List<Link>> links = new HashMap<>();
    if (!sources.isEmpty()) {
      LEAVING
          .with("sources", sources)
          .list(getEntityManager().unwrap(Session.class))
          .forEach(
              found ->
                  links.computeIfAbsent(found.source(), _ -> new ArrayList<>()).add(found.link()));
    }
    return links;
  }
}
