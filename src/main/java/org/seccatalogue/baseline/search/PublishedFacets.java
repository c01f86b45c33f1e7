package org.seccatalogue.baseline.search;

import java.util.List;
import org.seccatalogue.finding.Finding;

/// What comes of asking how many published records have each type, stage and code.
public sealed interface PublishedFacets {

  /// What a facet is filtered by.
  enum By {
    TYPE,
    STAGE,
    ATTRIBUTE
  }

  /// One value and how many records have it.
  record Value(String code, String label, int count) {}

  /// The values of a type, a stage or an attribute.
  ///
  /// @param name of the attribute; for a code of a code with the first code, after a full stop
  record Facet(By by, String name, String label, List<Value> values) {}

  /// Facets in the order of the record types.
  ///
  /// @param total how many records were counted; all that match when it is exact
  record Counted(PublishedPage.Total total, List<Facet> facets) implements PublishedFacets {}

  /// What is wrong with the question, with the names of its parameters.
  record Refused(List<Finding> findings) implements PublishedFacets {}
}
