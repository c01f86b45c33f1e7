package org.seccatalogue.baseline.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PublicDatabase;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.baseline.search.PublishedPage.Piece;
import org.seccatalogue.baseline.search.PublishedPage.Total;
import org.seccatalogue.schema.CatalogueSchema;

/// Finds and counts the records of a baseline. The same question has the same answer for ever: a
/// baseline never changes, and every order is a total one.
@ApplicationScoped
public class PublishedSearch {

  private final PublicDatabase database;
  private final Published published;
  private final PublishedRecords records;

  PublishedSearch(PublicDatabase database, Published published, PublishedRecords records) {
    this.database = database;
    this.published = published;
    this.records = records;
  }

  /// A page of records.
  public PublishedPage page(Baseline baseline, PublishedQuery query) {
    QueryReader reader = new QueryReader(query, published.schema(baseline));
    QueryReader.Read read = reader.read(baseline, name -> records.meant(baseline, name));
    return reader.findings().isEmpty()
        ? page(baseline, read, query.limit())
        : new PublishedPage.Refused(reader.findings());
  }

  private PublishedPage.Page page(Baseline baseline, QueryReader.Read read, int limit) {
    PageRows.Rows found =
        new PageRows(database, baseline, published.schema(baseline), read.matching())
            .page(read.order(), read.after(), limit + 1);
    boolean more = found.rows().size() > limit;
    List<PageRows.Row> rows = more ? found.rows().subList(0, limit) : found.rows();
    List<PublishedRecord> shown = records(baseline, rows);
    String next = more ? read.binding().cursor(rows.getLast().end(read.order()).position()) : null;
    return new PublishedPage.Page(
        shown, excerpts(shown, read.matching().words()), found.total(), next);
  }

  private List<PublishedRecord> records(Baseline baseline, List<PageRows.Row> rows) {
    List<PublishedRecord> read =
        rows.stream().flatMap(row -> Stream.ofNullable(row.record())).toList();
    if (read.size() == rows.size()) {
      return read;
    }
    Map<String, PublishedRecord> byKey =
        records.all(baseline, rows.stream().map(PageRows.Row::key).toList()).stream()
            .collect(Collectors.toMap(record -> record.key().toString(), record -> record));
    return rows.stream().map(row -> Objects.requireNonNull(byKey.get(row.key()))).toList();
  }

  private Map<String, List<Piece>> excerpts(List<PublishedRecord> shown, @Nullable String words) {
    return words == null || shown.isEmpty() ? Map.of() : Excerpts.of(database, shown, words);
  }

  /// How many of the records that match have each type, stage and code.
  public PublishedFacets facets(Baseline baseline, PublishedQuery query) {
    CatalogueSchema schema = published.schema(baseline);
    QueryReader reader = new QueryReader(query, schema);
    Matching matching = reader.read(baseline, name -> records.meant(baseline, name)).matching();
    if (!reader.findings().isEmpty()) {
      return new PublishedFacets.Refused(reader.findings());
    }
    Map<String, Integer> counts = counts(baseline, matching);
    int count = Objects.requireNonNull(counts.remove(""));
    Total total = matching.counted() ? new Total(count, true) : PageRows.bounded(count);
    return new PublishedFacets.Counted(total, FacetCounts.of(schema, counts));
  }

  private Map<String, Integer> counts(Baseline baseline, Matching matching) {
    if (matching.counted()) {
      return FacetCounts.frozen(database, matching);
    }
    PageRows rows = new PageRows(database, baseline, published.schema(baseline), matching);
    Map<String, Integer> counts = FacetCounts.among(database, rows.candidates());
    return Objects.requireNonNull(counts.get("")) > Matching.MANY
        ? FacetCounts.among(database, rows.manyCandidates())
        : counts;
  }
}
