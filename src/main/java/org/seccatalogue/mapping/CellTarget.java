package org.seccatalogue.mapping;

import java.util.List;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.LinkRule;

/// What the cells of a column mean.
public sealed interface CellTarget {
  record Attributes(List<Attribute> attributes) implements CellTarget {}

  record Links(LinkRule rule) implements CellTarget {}

  record Key() implements CellTarget {}

  record Section() implements CellTarget {}

  record Position() implements CellTarget {}

  record Stage() implements CellTarget {}

  record Revision() implements CellTarget {}

  record Digest() implements CellTarget {}

  record Ignored() implements CellTarget {}
}
