package org.seccatalogue.database;

/// What came of starting the database.
public sealed interface DatabaseStart {

  /// The server answers.
  record Started(EmbeddedDatabase database) implements DatabaseStart {}

  /// Nothing runs; the sentence says why, and what to do about it.
  record Refused(String sentence) implements DatabaseStart {}
}
