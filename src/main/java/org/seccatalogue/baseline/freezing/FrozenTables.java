package org.seccatalogue.baseline.freezing;

import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;
import org.seccatalogue.baseline.publication.PublishedStore;
import org.seccatalogue.revision.selection.KnownContents;

/// The tables that a new baseline goes to, in the transaction of the caller.
@ApplicationScoped
class FrozenTables {

  private final Session database;
  private final PublishedStore store;
  private final KnownContents known;

  FrozenTables(Session database, PublishedStore store, KnownContents known) {
    this.database = database;
    this.store = store;
    this.known = known;
  }

  /// The rows of the next baseline.
  FrozenRows rows() {
    return new FrozenRows(database, store, known);
  }
}
