package org.seccatalogue.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The text of a statement, and the values for its places as far as they are known.
///
/// @param names of the places, in the order in which they stand
/// @param positioned the text with question marks for places
record Statement(
    String text, String positioned, List<String> names, Map<String, @Nullable Object> values) {

  /// A quoted text or name, the operator of a cast, or a place.
  private static final Pattern PART =
      Pattern.compile("'[^']*'|\"[^\"]*\"|::|:(?<name>[A-Za-z][A-Za-z0-9]*)");

  static Statement of(String text) {
    List<String> names = new ArrayList<>();
    String positioned =
        PART.matcher(text)
            .replaceAll(
                part -> {
                  String name = part.group(1);
                  if (name != null) {
                    names.add(name);
                  }
                  return name == null ? Matcher.quoteReplacement(part.group()) : "?";
                });
    return new Statement(text, positioned, List.copyOf(names), Map.of());
  }

  Statement with(String name, @Nullable Object value) {
    if (!names.contains(name)) {
      throw new IllegalArgumentException("no place for " + name + " in: " + text);
    }
    Map<String, @Nullable Object> more = new HashMap<>(values);
    more.put(name, value);
    return new Statement(text, positioned, names, Collections.unmodifiableMap(more));
  }

  PreparedStatement prepare(Connection connection) throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(positioned);
    for (int i = 0; i < names.size(); i++) {
      Value.of(value(names.get(i))).bind(prepared, i + 1);
    }
    return prepared;
  }

  private @Nullable Object value(String name) {
    if (!values.containsKey(name)) {
      throw new IllegalStateException("no value for " + name + " in: " + text);
    }
    return values.get(name);
  }
}
