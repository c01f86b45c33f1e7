package org.seccatalogue.sql;

import org.hibernate.Session;

/// What a session has not written yet.
final class Pending {

  private Pending() {}

  /// Writes it, as before a query of Hibernate: a statement sees what was done before it. A session
  /// without a transaction changes nothing.
  static void write(Session session) {
    if (session.isJoinedToTransaction()) {
      session.flush();
    }
  }
}
