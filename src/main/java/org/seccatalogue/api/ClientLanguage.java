package org.seccatalogue.api;

import java.util.Locale;

/// A language that a client is generated in, and how its types say that a record is one of several.
enum ClientLanguage {
  /// Each typed record extends what all records have.
  JAVA(true, true),
  /// Each typed record extends what all records have. Enumerations are texts: the generator would
  /// not escape apostrophes in them, and would refuse maps of them and codes of a later day.
  PYTHON(true, false),
  /// A union that `type` tells apart.
  TYPESCRIPT(false, true);

  private final boolean inherits;
  private final boolean enumerates;

  ClientLanguage(boolean inherits, boolean enumerates) {
    this.inherits = inherits;
    this.enumerates = enumerates;
  }

  /// Whether a choice between schemas is said as inheritance.
  boolean inherits() {
    return inherits;
  }

  /// Whether enumerations are types.
  boolean enumerates() {
    return enumerates;
  }

  /// Name of the file with the contract for its generator.
  String file() {
    return name().toLowerCase(Locale.ROOT) + ".yaml";
  }
}
