package org.seccatalogue.page.published;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.document.html.RecordAddresses;
import org.seccatalogue.document.published.SectionPart;
import org.seccatalogue.document.published.SectionParts;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.page.shown.RecordLine;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.CatalogueSchema;

/// Sections and clauses of baselines as documents to read.
@Path("/baselines/{baseline}/sections")
@HtmlPage
@Blocking
class PublishedSectionPages {

  private final Published published;
  private final PublishedRecords records;
  private final SectionParts parts;
  private final PageFrames frames;

  PublishedSectionPages(
      Published published, PublishedRecords records, SectionParts parts, PageFrames frames) {
    this.published = published;
    this.records = records;
    this.parts = parts;
    this.frames = frames;
  }

  /// A section, or a part of it.
  record View(
      RecordLine line, List<RecordLine> above, SectionPart part, List<SubSection> elsewhere) {

    /// The address of another part.
    public String part(int number) {
      return new PageAddress(line.href()).with("part", number == 1 ? null : number).toString();
    }
  }

  /// A section that has a page of its own.
  record SubSection(RecordLine line, int records) {}

  @CheckedTemplate(basePath = "page/published")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance section(PageFrame frame, View view);
  }

  @GET
  @Path("{reference}")
  public Response section(
      String reference,
      String baseline,
      @RestQuery @DefaultValue("1") int part,
      @Context UriInfo asked) {
    Baseline found = frames.named(baseline, asked);
    PublishedRecord section = records.find(found, reference).orElseThrow(NotFoundException::new);
    return switch (section.type().kind()) {
      case HEADING, CLAUSE -> section(found, section, part);
      case REQUIREMENT, AGREEMENT, DEPENDENCY, OPTIONS, NOTE, INTERACTION ->
          Html.seeOther(new PageAddress(PageFrames.at(found) + "/records/" + section.key()));
    };
  }

  private Response section(Baseline baseline, PublishedRecord section, int number) {
    CatalogueSchema schema = published.schema(baseline);
    RecordLines lines = new RecordLines(schema, PageFrames.at(baseline));
    SectionPart part =
        parts
            .find(baseline, section, number, addresses(baseline))
            .orElseThrow(NotFoundException::new);
    View view =
        new View(
            lines.of(section.head()),
            lines.of(records.above(baseline, section.head())),
            part,
            part.elsewhere().stream()
                .map(sub -> new SubSection(lines.of(sub.head()), sub.records()))
                .toList());
    PageFrame frame = frame(baseline, section, view.line());
    return PublicHtml.ok(Templates.section(frame, view), schema.glossary(), frame);
  }

  private PageFrame frame(Baseline baseline, PublishedRecord section, RecordLine line) {
    String path = line.href().substring(PageFrames.at(baseline).length());
    return frames.of(
        baseline,
        "contents",
        other -> records.find(other, section.key().toString()).map(_ -> path));
  }

  /// A reference is more often that of a section, and its page knows about others.
  private static RecordAddresses addresses(Baseline baseline) {
    return name ->
        PageFrames.at(baseline)
            + (RecordKey.parse(name).isPresent() ? "/records/" + name : RecordLines.section(name));
  }
}
