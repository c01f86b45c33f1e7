package org.seccatalogue.bench;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.search.PublishedFacets;
import org.seccatalogue.baseline.search.PublishedPage;
import org.seccatalogue.baseline.search.PublishedQuery;
import org.seccatalogue.baseline.search.PublishedQuery.Wanted;
import org.seccatalogue.baseline.search.PublishedSearch;

/// Searches, beside the same questions put straight to the database. Each is asked several times,
/// ours and the floor in turn, and the median of the times taken.
final class SearchBench {

  private static final String AIM = "at most 1.3";
  private static final int TIMES = 9;
  private static final int WARM = 30;
  private static final int LARGE = 200_000;

  private static final String RANKED =
      """
      with hit as materialized (
        select e.key, e.path, ts_rank(c.search, q) as rank
        from content c join entry e on e.digest = c.digest and e.baseline = ?
        cross join websearch_to_tsquery('english', ?) q
        where c.search @@ q)
      select ts_headline('english', c.content, websearch_to_tsquery('english', ?),
          'MaxFragments=2, MaxWords=24, MinWords=8'),
        c.content, (select count(*) from hit)
      from (select * from hit order by rank desc, path limit 20) h
      join entry e on e.baseline = ? and e.key = h.key join content c on c.digest = e.digest
      order by h.rank desc, h.path
      """;

  private static final String FILTERED =
      """
      with hit as materialized (
        select e.key, e.path from content c
        join entry e on e.digest = c.digest and e.baseline = ? where c.facets @> array[?]::text[])
      select c.content, (select count(*) from hit)
      from (select * from hit order by path limit 20) h
      join entry e on e.baseline = ? and e.key = h.key join content c on c.digest = e.digest
      order by h.path
      """;

  private static final String COUNTED =
      """
      select f, count(*) from content c
      join entry e on e.digest = c.digest and e.baseline = ?
      cross join lateral unnest(c.facets) f
      where c.facets @> array[?]::text[] and c.search @@ websearch_to_tsquery('english', ?)
      group by f
      """;

  private static final String COUNTED_BY_CODE =
      """
      select f, count(*) from content c
      join entry e on e.digest = c.digest and e.baseline = ?
      cross join lateral unnest(c.facets) f
      where c.facets @> array[?]::text[] group by f
      """;

  private static final String FROM =
      """
      select c.content from entry e join content c on c.digest = e.digest
      where e.baseline = ? and e.path > ? order by e.path limit 51
      """;

  private final PublishedSearch search;
  private final DraftRows database;
  private final PublishedTable table;
  private final HeapWatch heap;

  SearchBench(PublishedSearch search, DraftRows database, PublishedTable table, HeapWatch heap) {
    this.search = search;
    this.database = database;
    this.table = table;
    this.heap = heap;
  }

  private interface Question {
    void ask() throws SQLException;
  }

  void measure(Baseline baseline, int size) throws SQLException {
    for (String words : List.of("only77", "few77", "some77", "common3", "common3 some80")) {
      PublishedQuery query = PublishedQuery.all(20).withWords(words);
      add(
          "search “" + words + "”, first 20 (ms)",
          size,
          () -> page(baseline, query),
          () -> database.column(RANKED, baseline.number(), words, words, baseline.number()));
    }
    String facet =
        database
            .column(
                "select facet from facet where baseline = ? and facet !~ '^(type|stage)='"
                    + " and records < ? order by records desc, facet limit 1",
                baseline.number(),
                size * 0.9)
            .getFirst();
    facets(baseline, facet, size);
    filtered(baseline, facet, size);
    pages(baseline, size);
  }

  private void facets(Baseline baseline, String facet, int size) throws SQLException {
    PublishedQuery some = filter(facet, "some77", 1);
    add(
        "facets of words and a code (ms)",
        size,
        () -> counted(baseline, some),
        () -> database.column(COUNTED, baseline.number(), facet, "some77"));
    PublishedQuery many = filter(facet, null, 1);
    add(
        "facets of a frequent code (ms)",
        size,
        () -> counted(baseline, many),
        () -> database.column(COUNTED_BY_CODE, baseline.number(), facet));
    PublishedQuery all = PublishedQuery.all(1);
    add(
        "facets of a whole baseline (ms)",
        size,
        () -> counted(baseline, all),
        () ->
            database.column(
                "select facet, sum(records) from facet where baseline = ? group by facet",
                baseline.number()));
  }

  private static PublishedQuery filter(String facet, @Nullable String words, int limit) {
    return new PublishedQuery(
        List.of(),
        null,
        List.of(),
        List.of(Wanted.of(facet.replace('=', ':'))),
        List.of(),
        words,
        null,
        null,
        limit);
  }

  private void filtered(Baseline baseline, String facet, int size) throws SQLException {
    PublishedQuery query = filter(facet, null, 20);
    add(
        "a frequent code, first 20 (ms)",
        size,
        () -> page(baseline, query),
        () -> database.column(FILTERED, baseline.number(), facet, baseline.number()));
  }

  /// A page that is read for the first time, from the middle.
  private void pages(Baseline baseline, int size) throws SQLException {
    String middle =
        database
            .column(
                "select path from entry where baseline = ? order by path offset ? limit 1",
                baseline.number(),
                size / 2)
            .getFirst();
    String cursor =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(("OUTLINE 0 " + middle + " ").getBytes(StandardCharsets.UTF_8));
    PublishedQuery query =
        new PublishedQuery(
            List.of(), null, List.of(), List.of(), List.of(), null, "outline", cursor, 50);
    add(
        "a page of 50 from the middle, from the database (ms)",
        size,
        () -> page(baseline, query),
        () -> database.column(FROM, baseline.number(), middle));
  }

  private void page(Baseline baseline, PublishedQuery query) {
    if (search.page(baseline, query) instanceof PublishedPage.Refused refused) {
      throw new IllegalStateException(refused.toString());
    }
  }

  private void counted(Baseline baseline, PublishedQuery query) {
    if (search.facets(baseline, query) instanceof PublishedFacets.Refused refused) {
      throw new IllegalStateException(refused.toString());
    }
  }

  private void add(String work, int size, Question ours, Question floor) throws SQLException {
    heap.restart();
    List<Double> our = new ArrayList<>();
    List<Double> least = new ArrayList<>();
    int warm = size > LARGE ? 2 : WARM;
    int times = size > LARGE ? 3 : TIMES;
    for (int i = 0; i < warm + times; i++) {
      double a = milliseconds(ours);
      double b = milliseconds(floor);
      if (i >= warm) {
        our.add(a);
        least.add(b);
      }
    }
    table.add(work, size, median(our), median(least), AIM, heap.megabytes());
  }

  private static double median(List<Double> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  private static double milliseconds(Question question) throws SQLException {
    long begin = System.nanoTime();
    question.ask();
    return (System.nanoTime() - begin) / 1e6;
  }
}
