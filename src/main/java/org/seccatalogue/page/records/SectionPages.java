package org.seccatalogue.page.records;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.document.draft.Specifications;
import org.seccatalogue.page.Choice;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.page.shown.RecordLine;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.words.Meant;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.CatalogueSchema;

/// Sections of Part C and clauses of Parts A and B, with what stands below them.
@Path("/sections")
@HtmlPage
@Blocking
class SectionPages {

  private static final int MULTIPLE_CHOICES = 300;

  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private static final String READING_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private final CatalogueSchema schema;
  private final Revisions revisions;
  private final SectionContents contents;
  private final SectionViews views;
  private final RecordLines lines;
  private final Specifications specifications;
  private final FormerSections former;

  SectionPages(
      CatalogueSchema schema,
      Revisions revisions,
      SectionContents contents,
      SectionViews views,
      RecordLines lines,
      Specifications specifications,
      FormerSections former) {
    this.former = former;
    this.schema = schema;
    this.revisions = revisions;
    this.contents = contents;
    this.views = views;
    this.lines = lines;
    this.specifications = specifications;
  }

  /// The table of records and its filters.
  record Table(
      List<RecordLine> lines,
      List<Choice> types,
      List<Choice> stages,
      boolean filtered,
      boolean later,
      @Nullable String next,
      String workbook) {}

  @CheckedTemplate(basePath = "page")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance section(
        SectionView section, Table table, List<FormerLine> former, List<FormerName> names);

    static native TemplateInstance which(
        String number, List<RecordLine> lines, List<FormerLine> former);
  }

  @GET
  @Path("{reference}")
  public Response section(
      String reference,
      @RestQuery @Nullable String type,
      @RestQuery @Nullable String stage,
      @RestQuery @Nullable String cursor) {
    return switch (former.meant(reference)) {
      case Meant.One(RecordHead head) ->
          section(
              reference,
              revisions.find(head.key()).orElseThrow(),
              new Asked(Html.given(type), Html.given(stage), Html.given(cursor)));
      case Meant.OneOf(List<RecordHead> heads, _) when heads.size() == 1 ->
          Html.seeOther(new PageAddress(lines.href(heads.getFirst())));
      case Meant.OneOf several -> Html.with(MULTIPLE_CHOICES, which(reference, several));
      case Meant.Nobody _ -> throw new NotFoundException();
    };
  }

  private TemplateInstance which(String reference, Meant.OneOf several) {
    return switch (several.why()) {
      case LAST_NUMBER ->
          Templates.which(reference, several.heads().stream().map(lines::of).toList(), List.of());
      case FORMER -> Templates.which(reference, List.of(), former.lines(reference));
    };
  }

  /// Which of its records are wanted, and from where on.
  private record Asked(@Nullable String type, @Nullable String stage, @Nullable String cursor) {}

  private Response section(String reference, StoredRecord section, Asked asked) {
    String href = lines.href(section.head());
    if (!href.equals(RecordLines.section(reference))) {
      return Response.seeOther(new PageAddress(href).uri()).build();
    }
    return Html.ok(
        Templates.section(
            views.of(section),
            table(section, asked),
            former.lines(reference),
            former.names(section.key())));
  }

  /// Leads to the file of the section that had a reference; where several had it, to the page that
  /// asks which is meant.
  private Response moved(String reference, String ending) {
    String address =
        switch (former.meant(reference)) {
          case Meant.One(RecordHead head) -> lines.href(head) + ending;
          case Meant.OneOf(List<RecordHead> heads, _) when heads.size() == 1 ->
              lines.href(heads.getFirst()) + ending;
          case Meant.OneOf _ -> RecordLines.section(reference);
          case Meant.Nobody _ -> throw new NotFoundException();
        };
    return Response.seeOther(new PageAddress(address).uri()).build();
  }

  private Table table(StoredRecord section, Asked asked) {
    String type = asked.type();
    String stage = asked.stage();
    String cursor = asked.cursor();
    SectionContents.Listing listing = contents.records(section.key(), type, stage, cursor);
    PageAddress here =
        new PageAddress(lines.href(section.head())).with("type", type).with("stage", stage);
    return new Table(
        listing.records().stream().map(r -> lines.withWords(r.head(), r.attributes())).toList(),
        Choice.ofTypes(schema, type),
        Choice.ofStages(schema, stage),
        type != null || stage != null,
        cursor != null,
        listing.next() == null ? null : here.with("cursor", listing.next()).toString(),
        ExportPages.workbook()
            .with("section", section.head().name())
            .with("type", type)
            .with("stage", stage)
            .toString());
  }

  /// The specification of a section, as a Word document.
  @GET
  @Path("{reference}.docx")
  public Response word(String reference) {
    Optional<Specifications.Specification> found = specifications.word(reference);
    if (found.isEmpty()) {
      return moved(reference, ".docx");
    }
    Specifications.Specification specification = found.get();
    StreamingOutput body = specification.writer()::write;
    return Response.ok(body, WORD)
        .header("Content-Disposition", Html.attachment(specification.fileName()))
        .build();
  }

  /// The same as one page, to be read and printed. Its style stands in it, because it is also a
  /// file that people keep; nothing else may be loaded or run.
  @GET
  @Path("{reference}.html")
  public Response reading(String reference) {
    Optional<Specifications.Specification> found = specifications.html(reference);
    if (found.isEmpty()) {
      return moved(reference, ".html");
    }
    StreamingOutput body = found.get().writer()::write;
    return Response.ok(body, Html.TYPE).header("Content-Security-Policy", READING_POLICY).build();
  }
}
