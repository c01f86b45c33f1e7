package org.seccatalogue.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A statement that is put together from parts because its form depends on what is asked, each
/// part with the values of its question marks. What never changes is a constant instead.
public final class Sql {

  private static final Pattern MARK = Pattern.compile("\\?");

  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  public Sql add(String part, Object... partValues) {
    text.append(part);
    values.addAll(List.of(partValues));
    return this;
  }

  public Sql add(Sql other) {
    text.append(other.text);
    values.addAll(other.values);
    return this;
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  /// The whole of it as a question.
  public <T> Query<T> asking(Class<T> type) {
    return Query.of(type, statement());
  }

  /// The whole of it as a change.
  public Command command() {
    return Command.of(statement());
  }

  private Statement statement() {
    List<String> names = new ArrayList<>();
    Map<String, @Nullable Object> named = new HashMap<>();
    String positioned = text.toString();
    String text =
        MARK.matcher(positioned)
            .replaceAll(
                _ -> {
                  String name = "p" + names.size();
                  named.put(name, values.get(names.size()));
                  names.add(name);
                  return Matcher.quoteReplacement(":" + name);
                });
    return new Statement(text, positioned, names, named);
  }
}
