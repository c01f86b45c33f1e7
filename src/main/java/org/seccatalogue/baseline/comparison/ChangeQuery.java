package org.seccatalogue.baseline.comparison;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PageBinding;
import org.seccatalogue.trace.LinkFilter;

/// Which changes somebody wants to see; absent parts do not restrict.
///
/// @param type name of a record type
/// @param section key or reference of a record: it and those below it, in either baseline, and
///     records elsewhere that say that they are about one of these
/// @param links those that records must have in either baseline
/// @param after cursor of the last page, as it gave it
/// @param limit the most changes to return
public record ChangeQuery(
    @Nullable String type,
    @Nullable String section,
    @Nullable ChangeKind kind,
    List<LinkFilter> links,
    @Nullable String after,
    int limit) {

  public ChangeQuery {
    links = List.copyOf(links);
  }

  /// All changes, so many at a time.
  public static ChangeQuery all(int limit) {
    return new ChangeQuery(null, null, null, List.of(), null, limit);
  }

  /// What its pages belong to.
  PageBinding binding(Baseline older, Baseline newer) {
    return new PageBinding(
        older.id() + " to " + newer.id(),
        Stream.concat(
                Stream.of("type=" + type, "section=" + section, "kind=" + kind),
                links.stream().map(LinkFilter::text).distinct().sorted())
            .toList());
  }

  /// The same, at most so many.
  public ChangeQuery upTo(int most) {
    return new ChangeQuery(type, section, kind, links, after, most);
  }

  /// The page after one that gave this cursor.
  public ChangeQuery from(@Nullable String cursor) {
    return new ChangeQuery(type, section, kind, links, cursor, limit);
  }
}
