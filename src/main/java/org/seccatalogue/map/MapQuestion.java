package org.seccatalogue.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a map is asked to show.
///
/// @param focus key or reference of what it is about; absent for the whole code
/// @param without what it leaves out, each by its [MapChoices.Option#token]; what nothing is called
///     leaves nothing out
public record MapQuestion(@Nullable String focus, SortedSet<String> without) {

  private static final String BEHIND = "?";
  private static final String BETWEEN = "&";

  public static MapQuestion about(@Nullable String focus) {
    return new MapQuestion(focus, new TreeSet<>());
  }

  public static MapQuestion of(@Nullable String focus, Collection<String> without) {
    return new MapQuestion(focus, new TreeSet<>(without));
  }

  /// The same, by the key of what it is about.
  public MapQuestion aboutKey(String key) {
    return new MapQuestion(key.isEmpty() ? null : key, without);
  }

  /// In one line, which no other question has.
  public String text() {
    String about = focus == null ? "" : focus;
    return without.isEmpty() ? about : about + BEHIND + String.join(BETWEEN, without);
  }

  /// The question of a line.
  public static MapQuestion read(String text) {
    int end = text.indexOf(BEHIND);
    String about = end < 0 ? text : text.substring(0, end);
    List<String> without = new ArrayList<>();
    if (end >= 0) {
      without.addAll(List.of(text.substring(end + 1).split(BETWEEN, 0)));
    }
    return of(about.isEmpty() ? null : about, without);
  }
}
