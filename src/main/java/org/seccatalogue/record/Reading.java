package org.seccatalogue.record;

import java.util.List;
import org.seccatalogue.finding.Finding;

/// What came of reading raw values.
public sealed interface Reading {

  /// They are valid, as far as can be said without other records.
  record Valid(Attributes attributes, List<ReferenceUse> references) implements Reading {}

  /// They are wrong at all these places: JSON pointers below the attributes.
  record Invalid(List<Finding> findings) implements Reading {}
}
