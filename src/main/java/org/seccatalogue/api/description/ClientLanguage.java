package org.seccatalogue.api.description;

import java.util.Locale;

/// A language that a client is generated in, how its types say that a record is one of several, and
/// what its generator cannot do.
enum ClientLanguage {
  /// Each typed record extends what all records have.
  JAVA(true, true, false),
  /// Each typed record extends what all records have. Enumerations are texts: the generator would
  /// not escape apostrophes in them, and would refuse maps of them and codes of a later day.
  PYTHON(true, false, true),
  /// A union that `type` tells apart.
  TYPESCRIPT(false, true, true);

  private final boolean inherits;
  private final boolean enumerates;
  private final boolean readsText;

  ClientLanguage(boolean inherits, boolean enumerates, boolean readsText) {
    this.inherits = inherits;
    this.enumerates = enumerates;
    this.readsText = readsText;
  }

  /// Whether a choice between schemas is said as inheritance.
  boolean inherits() {
    return inherits;
  }

  /// Whether enumerations are types.
  boolean enumerates() {
    return enumerates;
  }

  /// Whether an answer that is text is read as text; the generator for Java reads it as JSON.
  boolean readsText() {
    return readsText;
  }

  /// Name of the file with the contract for its generator.
  String file() {
    return name().toLowerCase(Locale.ROOT) + ".yaml";
  }
}
