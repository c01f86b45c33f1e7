package org.seccatalogue.page.published.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.baseline.search.Devices;
import org.seccatalogue.baseline.search.Extracts;
import org.seccatalogue.baseline.search.PublishedFacets;
import org.seccatalogue.baseline.search.PublishedFilter;
import org.seccatalogue.baseline.search.PublishedPage;
import org.seccatalogue.baseline.search.PublishedQuery;
import org.seccatalogue.baseline.search.PublishedSearch;
import org.seccatalogue.baseline.search.Question;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.page.Choice;
import org.seccatalogue.page.FindingLine;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.page.TakesLinks;
import org.seccatalogue.page.published.PageFrame;
import org.seccatalogue.page.published.PageFrames;
import org.seccatalogue.page.published.PublicHtml;
import org.seccatalogue.page.shown.RecordLine;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.words.Lateness;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.trace.LinkFilter;

/// Finds records of a baseline by words, and narrows what was found by facets.
@Path("/baselines/{baseline}/search")
@HtmlPage
@Blocking
class PublishedSearchPages {

  private static final int LIMIT = 25;

  private final Published published;
  private final PublishedRecords records;
  private final PublishedSearch search;
  private final PageFrames frames;

  PublishedSearchPages(
      Published published, PublishedRecords records, PublishedSearch search, PageFrames frames) {
    this.published = published;
    this.records = records;
    this.search = search;
    this.frames = frames;
  }

  /// What is asked for.
  @NullUnmarked
  static class Asked {
    @RestQuery String q;
    @RestQuery String section;
    @RestQuery List<String> type;
    @RestQuery List<String> stage;
    @RestQuery List<String> attribute;
    @RestQuery String device;
    @RestQuery String late;
    @RestQuery String cursor;
  }

  /// A record that was found.
  ///
  /// @param excerpt what it says around the words, in pieces
  record Hit(RecordLine line, List<PublishedPage.Piece> excerpt) {}

  /// What was found.
  ///
  /// @param total how many, in words
  record Found(
      String text,
      String section,
      String total,
      List<Hit> hits,
      List<FacetBox> facets,
      List<String> errors,
      boolean filtered,
      Ways ways) {}

  /// Where one goes from there.
  ///
  /// @param later whether there are pages before
  /// @param cleared the same words without filters
  /// @param extract a workbook of all that was found; absent where it is too much
  record Ways(
      boolean later,
      String first,
      String cleared,
      @Nullable String next,
      @Nullable String extract) {}

  @CheckedTemplate(basePath = "page/published")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance search(
        PageFrame frame, Found found, List<Choice> devices, List<LinkField> links);
  }

  @GET
  @TakesLinks
  public Response search(String baseline, @BeanParam Asked asked, @Context UriInfo uri) {
    Baseline found = frames.named(baseline, uri);
    PublishedQuery query = query(asked, links(uri, found));
    Optional<RecordHead> exact = exact(found, query);
    if (exact.isPresent()) {
      RecordLines lines =
          new RecordLines(published.schema(found), PageFrames.at(found), found.dated());
      return Html.seeOther(new PageAddress(lines.href(exact.get())));
    }
    PageFrame frame = frame(found, query);
    Devices devices = new Devices(published.schema(found));
    String device = query.filter().devices().stream().findFirst().orElse("");
    return PublicHtml.ok(
        Templates.search(
            frame,
            found(found, query),
            DevicePages.choices(devices, "Any device", device),
            fields(found, query.filter())));
  }

  /// The same question in other baselines, where its references may be those of other records.
  private PageFrame frame(Baseline baseline, PublishedQuery query) {
    String here = address("/search", query).toString();
    String there = address("/search", byKeys(baseline, query)).toString();
    return frames.of(
        baseline, "search", other -> other.number() == baseline.number() ? here : there);
  }

  private PublishedQuery byKeys(Baseline baseline, PublishedQuery query) {
    UnaryOperator<String> key =
        name -> records.meant(baseline, name).one().map(head -> head.key().toString()).orElse(name);
    CatalogueSchema schema = published.schema(baseline);
    PublishedFilter filter =
        query.filter().naming(key, LinkField.naming(schema, query.filter().attributes(), key));
    return new PublishedQuery(filter, query.words(), query.order(), null, query.limit());
  }

  private List<LinkField> fields(Baseline baseline, PublishedFilter filter) {
    CatalogueSchema schema = published.schema(baseline);
    List<LinkField> fields = new ArrayList<>(LinkField.all(schema, filter.links()));
    fields.addAll(
        LinkField.named(
            schema,
            filter.attributes(),
            name -> records.meant(baseline, name).one().map(RecordHead::called).orElse(name)));
    return fields;
  }

  private List<LinkFilter> links(UriInfo asked, Baseline baseline) {
    return LinkFilter.named(
        asked.getQueryParameters(),
        published.schema(baseline).links().stream().map(LinkRule::name).toList());
  }

  private static PublishedQuery query(Asked asked, List<LinkFilter> links) {
    PublishedFilter filter =
        new PublishedFilter(
            given(asked.type),
            Html.given(asked.section),
            given(asked.stage),
            given(asked.attribute).stream().map(PublishedQuery.Wanted::of).toList(),
            List.of(),
            Stream.ofNullable(Html.given(asked.device)).toList(),
            links,
            Html.given(asked.late));
    return new PublishedQuery(filter, Html.given(asked.q), null, Html.given(asked.cursor), LIMIT);
  }

  private static List<String> given(@Nullable List<String> values) {
    return values == null ? List.of() : values.stream().filter(v -> !v.isBlank()).toList();
  }

  private static boolean isFiltered(PublishedQuery query) {
    return !query.filter().isNone();
  }

  /// The record that the text names, when nothing else is asked for.
  private Optional<RecordHead> exact(Baseline baseline, PublishedQuery query) {
    String text = query.words();
    if (text == null || isFiltered(query)) {
      return Optional.empty();
    }
    return records
        .find(baseline, text.toUpperCase(Locale.ROOT))
        .or(() -> records.find(baseline, text))
        .map(record -> record.head());
  }

  private Found found(Baseline baseline, PublishedQuery query) {
    return switch (search.page(baseline, query)) {
      case PublishedPage.Page page -> found(baseline, query, page);
      case PublishedPage.Refused(List<Finding> findings) ->
          new Found(
              text(query.words()),
              text(query.filter().section()),
              "Nothing found",
              List.of(),
              List.of(),
              findings.stream().map(FindingLine::sentence).toList(),
              isFiltered(query),
              ways(baseline, query, null));
    };
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }

  private Found found(Baseline baseline, PublishedQuery query, PublishedPage.Page page) {
    RecordLines lines =
        new RecordLines(published.schema(baseline), PageFrames.at(baseline), baseline.dated());
    return new Found(
        text(query.words()),
        text(query.filter().section()),
        totalText(page.total()),
        page.records().stream()
            .map(
                record ->
                    new Hit(
                        lines.withWords(record.head(), record.attributes()),
                        page.excerpts().getOrDefault(record.key().toString(), List.of())))
            .toList(),
        facets(baseline, query),
        List.of(),
        isFiltered(query),
        ways(baseline, query, page));
  }

  private static Ways ways(
      Baseline baseline, PublishedQuery query, PublishedPage.@Nullable Page page) {
    PageAddress first = address(PageFrames.at(baseline) + "/search", query);
    String next = page == null ? null : page.next();
    return new Ways(
        page != null && query.cursor() != null,
        first.toString(),
        cleared(baseline, query),
        next == null ? null : first.with("cursor", next).toString(),
        page == null ? null : extract(baseline, query, page));
  }

  /// Where the records that were found can be taken away.
  private static @Nullable String extract(
      Baseline baseline, PublishedQuery query, PublishedPage.Page page) {
    Question question = new Question(query.filter(), query.words());
    return Extracts.isAnswer(question, page.total())
        ? address("/api/v1" + PageFrames.at(baseline) + "/extract.xlsx", query).toString()
        : null;
  }

  private static String totalText(PublishedPage.Total total) {
    String count =
        total.count() == 1 ? "1 record" : String.format(Locale.UK, "%,d records", total.count());
    return total.exact() ? count : "At least " + count;
  }

  private List<FacetBox> facets(Baseline baseline, PublishedQuery query) {
    return switch (search.facets(baseline, query)) {
      case PublishedFacets.Counted counted ->
          FacetBox.all(counted, query, !Lateness.watched(published.schema(baseline)).isEmpty());
      case PublishedFacets.Refused _ -> List.of();
    };
  }

  private static String cleared(Baseline baseline, PublishedQuery query) {
    return new PageAddress(PageFrames.at(baseline) + "/search").with("q", query.words()).toString();
  }

  private static PageAddress address(String path, PublishedQuery query) {
    PageAddress address =
        new PageAddress(path)
            .with("q", query.words())
            .with("section", query.filter().section())
            .with("late", query.filter().late());
    for (String device : query.filter().devices()) {
      address = address.with("device", device);
    }
    for (String type : query.filter().types()) {
      address = address.with("type", type);
    }
    for (String stage : query.filter().stages()) {
      address = address.with("stage", stage);
    }
    for (PublishedQuery.Wanted wanted : query.filter().attributes()) {
      address = address.with("attribute", wanted.text());
    }
    for (LinkFilter link : query.filter().links()) {
      address = address.with(link.type(), link.target());
    }
    return address;
  }
}
