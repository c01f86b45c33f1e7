package org.seccatalogue.revision;

import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;
import org.seccatalogue.record.RecordKey;

/// Gives keys. A number is given once; writers of the same prefix wait for each other, so that a
/// number that was rolled back is given again and none is lost.
@ApplicationScoped
class Keys {

  private final Session database;

  Keys(Session database) {
    this.database = database;
  }

  RecordKey next(String prefix) {
    Integer last =
        database
            .createNativeQuery(
                "insert into key_counter as c values (:prefix, 1)"
                    + " on conflict (prefix) do update set last = c.last + 1 returning last",
                Integer.class)
            .setParameter("prefix", prefix)
            .getSingleResult();
    return new RecordKey(prefix, last);
  }
}
