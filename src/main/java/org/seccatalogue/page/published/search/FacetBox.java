package org.seccatalogue.page.published.search;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.search.PublishedFacets;
import org.seccatalogue.baseline.search.PublishedQuery;

/// A facet as checkboxes.
///
/// @param open whether it is shown from the start
record FacetBox(String parameter, String label, boolean open, List<Box> boxes) {

  private static final int OPEN = 2;
  private static final int HALF = 2;

  /// A value to choose, with how many of the records that were found have it.
  ///
  /// @param count absent where nobody counted
  record Box(String id, String value, String label, @Nullable Integer count, boolean chosen) {}

  private static final String LATE = "true";

  /// Those that have something to choose: until a type is chosen, only those that at least half of
  /// the records have. The first stand open, and those with a choice.
  ///
  /// @param late whether records of the baseline can be late
  static List<FacetBox> all(PublishedFacets.Counted counted, PublishedQuery query, boolean late) {
    List<PublishedFacets.Facet> facets =
        counted.facets().stream().filter(facet -> isOffered(facet, counted, query)).toList();
    return Stream.concat(
            IntStream.range(0, facets.size()).mapToObj(i -> of(i, facets.get(i), query)),
            late ? Stream.of(late(query)) : Stream.of())
        .toList();
  }

  private static FacetBox late(PublishedQuery query) {
    boolean chosen = LATE.equals(query.filter().late());
    String label = "Late on the day of the baseline";
    return new FacetBox(
        "late", "Awaited", chosen, List.of(new Box("late", LATE, label, null, chosen)));
  }

  private static boolean isOffered(
      PublishedFacets.Facet facet, PublishedFacets.Counted counted, PublishedQuery query) {
    int records = facet.values().stream().mapToInt(PublishedFacets.Value::count).sum();
    boolean chosen =
        query.filter().attributes().stream().anyMatch(wanted -> wanted.name().equals(facet.name()));
    boolean common = !query.filter().types().isEmpty() || records * HALF >= counted.total().count();
    return !facet.values().isEmpty() && (common || chosen);
  }

  private static FacetBox of(int index, PublishedFacets.Facet facet, PublishedQuery query) {
    List<Box> boxes =
        IntStream.range(0, facet.values().size())
            .mapToObj(i -> box("facet-" + index + "-" + i, facet, facet.values().get(i), query))
            .toList();
    return new FacetBox(
        facet.by().name().toLowerCase(Locale.ROOT),
        facet.label(),
        index < OPEN || boxes.stream().anyMatch(Box::chosen),
        boxes);
  }

  private static Box box(
      String id, PublishedFacets.Facet facet, PublishedFacets.Value value, PublishedQuery query) {
    String code =
        switch (facet.by()) {
          case TYPE, STAGE -> value.code();
          case ATTRIBUTE -> facet.name() + ":" + value.code();
        };
    boolean chosen =
        switch (facet.by()) {
          case TYPE -> query.filter().types().contains(code);
          case STAGE -> query.filter().stages().contains(code);
          case ATTRIBUTE -> query.filter().attributes().contains(PublishedQuery.Wanted.of(code));
        };
    return new Box(id, code, value.label(), value.count(), chosen);
  }
}
