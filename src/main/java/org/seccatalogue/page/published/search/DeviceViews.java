package org.seccatalogue.page.published.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.search.Devices;
import org.seccatalogue.baseline.search.PublishedFacets;
import org.seccatalogue.baseline.search.PublishedPage;
import org.seccatalogue.baseline.search.PublishedSearch;
import org.seccatalogue.page.published.Importance;
import org.seccatalogue.page.published.PageFrames;
import org.seccatalogue.page.shown.RecordLine;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

/// Gathers what applies to a device.
@ApplicationScoped
class DeviceViews {

  private static final int LIMIT = 100;

  private final Published published;
  private final PublishedSearch search;

  DeviceViews(Published published, PublishedSearch search) {
    this.published = published;
    this.search = search;
  }

  /// What applies to a device.
  ///
  /// @param total how many records, in words
  /// @param about the plurals of the types that are about it
  /// @param weights how many matter how much
  /// @param search the same list, as a search
  /// @param call the same list, from the API
  record About(
      String label,
      String total,
      List<String> about,
      List<Weight> weights,
      List<Line> lines,
      boolean later,
      @Nullable String next,
      String first,
      String search,
      String call) {}

  /// A record and how much it matters.
  record Line(RecordLine line, String weight) {}

  /// How many records matter so much.
  record Weight(String label, int count, String href, boolean chosen) {}

  About about(
      Baseline baseline, Devices devices, DeviceQuestion question, @Nullable String cursor) {
    CatalogueSchema schema = published.schema(baseline);
    PublishedPage.Page page = page(baseline, question, cursor);
    String at = PageFrames.at(baseline);
    RecordLines lines = new RecordLines(schema, at, baseline.dated());
    Optional<Importance> importance = Importance.of(schema);
    return new About(
        devices.find(question.device()).orElseThrow(BadRequestException::new).label(),
        totalText(page.total()),
        devices.types().stream()
            .filter(type -> type.devices().contains(question.device()))
            .map(RecordType::plural)
            .toList(),
        importance.stream().flatMap(i -> weights(baseline, question, i)).toList(),
        page.records().stream().map(record -> line(record, lines, importance)).toList(),
        cursor != null,
        page.next() == null
            ? null
            : question.at(at + "/devices").with("cursor", page.next()) + "#about",
        question.at(at + "/devices") + "#about",
        question.at(at + "/search").toString(),
        question.call(baseline.id()));
  }

  private PublishedPage.Page page(
      Baseline baseline, DeviceQuestion question, @Nullable String cursor) {
    return switch (search.page(baseline, question.query(cursor, LIMIT))) {
      case PublishedPage.Page page -> page;
      case PublishedPage.Refused _ -> throw new BadRequestException();
    };
  }

  private static String totalText(PublishedPage.Total total) {
    String count =
        total.count() == 1
            ? "1 record matches"
            : String.format(Locale.UK, "%,d records match", total.count());
    return total.exact() ? count : "At least " + count;
  }

  private static Line line(
      PublishedRecord record, RecordLines lines, Optional<Importance> importance) {
    return new Line(
        lines.withWords(record.head(), record.attributes()),
        importance.map(i -> i.of(record)).orElse(""));
  }

  /// However much they matter, and how much each.
  private Stream<Weight> weights(
      Baseline baseline, DeviceQuestion question, Importance importance) {
    DeviceQuestion any = question.with(null);
    return switch (search.facets(baseline, any.query(null, 1))) {
      case PublishedFacets.Refused _ -> Stream.of();
      case PublishedFacets.Counted counted ->
          Stream.concat(
              Stream.of(weight(baseline, question, null, "Any", counted.total().count())),
              counted.facets().stream()
                  .filter(facet -> facet.name().equals(importance.attribute()))
                  .flatMap(facet -> facet.values().stream())
                  .map(
                      value ->
                          weight(
                              baseline,
                              question,
                              importance.filter(value.code()),
                              value.label(),
                              value.count())));
    };
  }

  private static Weight weight(
      Baseline baseline,
      DeviceQuestion question,
      @Nullable String filter,
      String label,
      int count) {
    return new Weight(
        label,
        count,
        question.with(filter).at(PageFrames.at(baseline) + "/devices") + "#about",
        Objects.equals(filter, question.attribute()));
  }
}
