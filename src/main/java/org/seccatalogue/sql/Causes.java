package org.seccatalogue.sql;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// All failures that are behind one.
public final class Causes {

  private Causes() {}

  /// The failure and what is behind it, each once.
  public static Stream<Throwable> of(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Throwable> all = new ArrayList<>();
    Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
    while (!open.isEmpty()) {
      Throwable next = open.pop();
      if (seen.add(next)) {
        all.add(next);
        open.addAll(behind(next));
      }
    }
    return all.stream();
  }

  /// Failed batches tell their reason in what came next, failed commits in what they suppressed.
  private static List<Throwable> behind(Throwable failure) {
    List<Throwable> behind = new ArrayList<>(List.of(failure.getSuppressed()));
    if (failure.getCause() != null) {
      behind.add(failure.getCause());
    }
    if (failure instanceof SQLException sql && sql.getNextException() != null) {
      behind.add(sql.getNextException());
    }
    return behind;
  }
}
