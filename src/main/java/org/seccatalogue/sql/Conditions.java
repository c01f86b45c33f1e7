package org.seccatalogue.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The conditions of a question on one table, with their values, put together from what is asked.
public final class Conditions {

  private final String table;
  private final List<String> parts = new ArrayList<>();
  private final List<String> inverted = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  public Conditions(String table) {
    this.table = table;
  }

  /// A condition with one value, by its name.
  public void add(String part, String name, @Nullable Object value) {
    parts.add(part);
    values.put(name, String.valueOf(value));
  }

  /// A condition that an index other than that of the order finds.
  public void addInverted(String part) {
    inverted.add(part);
  }

  /// Such a condition with one value.
  public void addInverted(String part, String name, String value) {
    inverted.add(part);
    values.put(name, value);
  }

  /// A value that a condition has besides.
  public void put(String name, String value) {
    values.put(name, value);
  }

  /// Another name for each time it is asked for, while values are added.
  public String newName(String beginning) {
    return beginning + values.size();
  }

  /// All values by their names.
  public Map<String, Object> values() {
    return Map.copyOf(values);
  }

  /// The whole of it as a question.
  ///
  /// @param rest what stands behind the conditions
  public <T> Query<T> asking(Class<T> type, String select, String rest) {
    Query<T> query = Query.of(type, select + " from " + from() + " " + rest);
    for (Map.Entry<String, Object> value : values.entrySet()) {
      query = query.with(value.getKey(), value.getValue());
    }
    return query;
  }

  /// What the inverted indexes find is found before it is put in order. Left to itself, the
  /// database walks the outline in the hope that a page of matches soon comes by.
  public String from() {
    String found =
        inverted.isEmpty()
            ? table
            : "(select * from " + table + where(inverted) + " offset 0) " + table;
    return found + where(parts);
  }

  private static String where(List<String> parts) {
    return parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
  }
}
