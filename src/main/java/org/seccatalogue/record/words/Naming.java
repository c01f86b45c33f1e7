package org.seccatalogue.record.words;

/// Tells which record somebody means by a name.
@FunctionalInterface
public interface Naming {

  /// The record that a name means.
  Meant of(String name);
}
