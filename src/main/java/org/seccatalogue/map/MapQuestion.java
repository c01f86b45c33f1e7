package org.seccatalogue.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a map is asked to show.
///
/// @param focus key or reference of what it is about; absent for the whole code
/// @param without what it leaves out, each by its [MapChoices.Option#token]
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
    return without.isEmpty()
        ? about
        : about
            + BEHIND
            + without.stream()
                .map(token -> token.replace("%", "%25").replace(BETWEEN, "%26"))
                .collect(Collectors.joining(BETWEEN));
  }

  /// The question of a line.
  public static MapQuestion read(String text) {
    int end = text.indexOf(BEHIND);
    String about = end < 0 ? text : text.substring(0, end);
    List<String> without = new ArrayList<>();
    if (end >= 0) {
      for (String token : text.substring(end + 1).split(BETWEEN, -1)) {
        without.add(token.replace("%26", BETWEEN).replace("%25", "%"));
      }
    }
    return of(about.isEmpty() ? null : about, without);
  }
}
