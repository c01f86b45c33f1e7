package org.seccatalogue.api;

import java.util.Locale;

/// A language that a client is generated in, and how its types say that a record is one of several.
enum ClientLanguage {
  /// Each typed record extends what all records have.
  JAVA(true, true),
  /// Each typed record extends what all records have. The generator writes texts of enumerations
  /// between apostrophes and does not escape those within.
  PYTHON(true, false),
  /// A union that `type` tells apart.
  TYPESCRIPT(false, true);

  private final boolean inherits;
  private final boolean quotes;

  ClientLanguage(boolean inherits, boolean quotes) {
    this.inherits = inherits;
    this.quotes = quotes;
  }

  /// Whether a choice between schemas is said as inheritance.
  boolean inherits() {
    return inherits;
  }

  /// Whether texts of enumerations may hold apostrophes.
  boolean quotes() {
    return quotes;
  }

  /// Name of the file with the contract for its generator.
  String file() {
    return name().toLowerCase(Locale.ROOT) + ".yaml";
  }
}
