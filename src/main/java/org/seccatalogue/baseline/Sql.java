package org.seccatalogue.baseline;

import java.util.ArrayList;
import java.util.List;

/// A query that is put together from parts, each with the values of its question marks.
final class Sql {

  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  Sql add(String part, Object... partValues) {
    text.append(part);
    values.addAll(List.of(partValues));
    return this;
  }

  Sql add(Sql other) {
    text.append(other.text);
    values.addAll(other.values);
    return this;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  String text() {
    return text.toString();
  }

  Object[] values() {
    return values.toArray();
  }
}
