package org.seccatalogue.plan.names;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.seccatalogue.revision.numbering.FormerReferences.Former;

/// What names meant when the rows of a workbook were exported, as far as its rows note it. A name
/// that none of them notes is known where a row notes another that its record lost since, and
/// nobody had lost this one by then: the workbook is older than that, and so means who lost it
/// first.
public final class NotedNames {

  private final Map<String, String> noted = new HashMap<>();

  /// Workbooks may be put together from several: what rows note otherwise is not known.
  private final Set<String> apart = new HashSet<>();

  private NotedNames(List<Map<String, String>> rows) {
    for (Map<String, String> row : rows) {
      row.forEach(
          (name, key) -> {
            if (!key.equals(noted.merge(name, key, (one, _) -> one))) {
              apart.add(name);
            }
          });
    }
    apart.forEach(noted::remove);
  }

  /// Keys by the names that records had.
  ///
  /// @param rows the same as each row notes it
  /// @param former who had names before
  public static Map<String, String> of(List<Map<String, String>> rows, List<Former> former) {
    NotedNames names = new NotedNames(rows);
    names.lost(former).ifPresent(time -> names.before(time, former));
    return names.noted;
  }

  /// When the first of the records lost its name that had it at the export.
  private Optional<Instant> lost(List<Former> former) {
    return former.stream()
        .filter(one -> one.key().toString().equals(noted.get(one.reference())))
        .map(Former::until)
        .min(Comparator.naturalOrder());
  }

  private void before(Instant time, List<Former> former) {
    Map<String, Former> had = new HashMap<>();
    former.stream()
        .filter(one -> !one.told() && !one.firstLost().isBefore(time))
        .filter(one -> !noted.containsKey(one.reference()) && !apart.contains(one.reference()))
        .forEach(one -> had.merge(one.reference(), one, NotedNames::first));
    had.forEach((name, one) -> noted.put(name, Objects.requireNonNull(one).key().toString()));
  }

  private static Former first(Former one, Former other) {
    return one.until().isBefore(other.until()) ? one : other;
  }
}
