package org.seccatalogue.page.records;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.page.Choice;
import org.seccatalogue.page.FindingLine;
import org.seccatalogue.page.FormErrors;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.page.TakesLinks;
import org.seccatalogue.page.shown.NamedBy;
import org.seccatalogue.page.shown.RecordLine;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.RecordPage;
import org.seccatalogue.revision.RecordQuery;
import org.seccatalogue.revision.RecordSearch;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.numbering.MeantRecords;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.trace.LinkFilter;

/// Finds records by key, by words and by filters.
@Path("/search")
@HtmlPage
@Blocking
class SearchPages {

  private static final int LIMIT = 25;
  private static final int MOST_COUNTED = 1000;
  private static final String TRUE = "true";

  private final CatalogueSchema schema;
  private final RecordSearch search;
  private final Revisions revisions;
  private final RecordLines lines;
  private final MeantRecords meant;
  private final Clock clock;

  SearchPages(
      CatalogueSchema schema,
      RecordSearch search,
      Revisions revisions,
      RecordLines lines,
      MeantRecords meant,
      Clock clock) {
    this.clock = clock;
    this.meant = meant;
    this.schema = schema;
    this.search = search;
    this.revisions = revisions;
    this.lines = lines;
  }

  /// What is asked for.
  @NullUnmarked
  static class Asked {
    @RestQuery String q;
    @RestQuery String type;
    @RestQuery String section;
    @RestQuery String stage;
    @RestQuery String late;
    @RestQuery List<String> attribute;
    @RestQuery String cursor;

    @HeaderParam("HX-Request")
    String enhanced;
  }

  /// What was found.
  ///
  /// @param asked whether anything was asked for
  /// @param counted how many records are shown, and of how many
  record Found(
      String text,
      String section,
      List<Choice> types,
      List<Choice> stages,
      boolean asked,
      List<RecordLine> lines,
      String counted,
      List<FormErrors.Entry> errors,
      @Nullable String next,
      String workbook) {}

  /// A value that an attribute must have.
  ///
  /// @param value what people call the record that it names, or the value itself
  /// @param text as an address has it
  record NamedAs(String label, String value, String text) {}

  @CheckedTemplate(basePath = "page")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance search(
        Found found, List<LinkFilter> links, List<NamedAs> named, List<Choice> late);
  }

  @GET
  @TakesLinks
  public Response search(@BeanParam Asked asked, @Context UriInfo address) {
    RecordQuery query =
        new RecordQuery(
            Html.given(asked.type),
            Html.given(asked.section),
            Html.given(asked.stage),
            Html.given(asked.q),
            new RecordQuery.Having(
                RecordQuery.AttributeFilter.read(asked.attribute),
                LinkFilter.named(
                    address.getQueryParameters(),
                    schema.links().stream().map(LinkRule::name).toList()),
                late(asked.late)),
            Html.given(asked.cursor),
            LIMIT);
    Optional<RecordHead> exact = asked.enhanced == null ? exact(query) : Optional.empty();
    if (exact.isPresent()) {
      return Html.seeOther(new PageAddress(lines.href(exact.get())));
    }
    return Html.ok(Templates.search(found(query), query.links(), named(query), lateness(query)));
  }

  private List<NamedAs> named(RecordQuery query) {
    return query.attributes().stream()
        .map(
            one ->
                new NamedAs(
                    NamedBy.label(schema, one.name()),
                    meant.of(one.value()).one().map(RecordHead::called).orElse(one.value()),
                    one.text()))
        .toList();
  }

  private RecordQuery.@Nullable Late late(@Nullable String asked) {
    return TRUE.equals(asked) ? new RecordQuery.Late(true, LocalDate.now(clock)) : null;
  }

  private static List<Choice> lateness(RecordQuery query) {
    return List.of(
        new Choice("", "Late or not", query.late() == null),
        new Choice(TRUE, "Late", query.late() != null));
  }

  /// Whether anything is asked for but words.
  private static boolean isFiltered(RecordQuery query) {
    return query.type() != null
        || query.section() != null
        || query.stage() != null
        || query.late() != null
        || !query.attributes().isEmpty()
        || !query.links().isEmpty();
  }

  /// The record that the text names, when nothing else is asked for.
  private Optional<RecordHead> exact(RecordQuery query) {
    String text = query.text();
    if (text == null || isFiltered(query)) {
      return Optional.empty();
    }
    return RecordKey.parse(text.toUpperCase(Locale.ROOT))
        .flatMap(revisions::find)
        .map(StoredRecord::head)
        .or(() -> meant.of(text).one());
  }

  private Found found(RecordQuery query) {
    boolean asked = query.text() != null || isFiltered(query);
    return switch (asked ? search.find(query) : new RecordPage.Page(List.of(), null)) {
      case RecordPage.Page(List<StoredRecord> records, String next) ->
          found(
              query,
              asked,
              records.stream().map(r -> lines.withWords(r.head(), r.attributes())).toList(),
              List.of(),
              next);
      case RecordPage.Refused(List<Finding> findings) ->
          found(query, asked, List.of(), findings, null);
    };
  }

  private String counted(RecordQuery query, int shown, @Nullable String next) {
    if (next == null && query.after() == null) {
      return shown == 1 ? "1 record" : shown + " records";
    }
    int all = search.count(query, MOST_COUNTED + 1);
    String of = all > MOST_COUNTED ? "more than " : "";
    return String.format(
        Locale.UK,
        "%d of %s%,d records%s",
        shown,
        of,
        Math.min(all, MOST_COUNTED),
        query.after() == null ? "" : ", continued");
  }

  private Found found(
      RecordQuery query,
      boolean asked,
      List<RecordLine> found,
      List<Finding> findings,
      @Nullable String next) {
    PageAddress more =
        linked(query, new PageAddress("/search").with("q", query.text())).with("cursor", next);
    return new Found(
        query.text() == null ? "" : query.text(),
        query.section() == null ? "" : query.section(),
        Choice.ofTypes(schema, query.type()),
        Choice.ofStages(schema, query.stage()),
        asked,
        found,
        counted(query, found.size(), next),
        findings.stream()
            .map(f -> new FormErrors.Entry("#section", FindingLine.sentence(f)))
            .toList(),
        next == null ? null : more.toString(),
        linked(query, ExportPages.workbook().with("text", query.text())).toString());
  }

  private static PageAddress linked(RecordQuery query, PageAddress address) {
    PageAddress all =
        address
            .with("type", query.type())
            .with("section", query.section())
            .with("stage", query.stage())
            .with("late", query.late() == null ? null : TRUE);
    for (RecordQuery.AttributeFilter attribute : query.attributes()) {
      all = all.with("attribute", attribute.text());
    }
    for (LinkFilter link : query.links()) {
      all = all.with(link.type(), link.target());
    }
    return all;
  }
}
