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
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.baseline.standing.RecordStanding;
import org.seccatalogue.baseline.standing.Standings;
import org.seccatalogue.document.html.RecordAddresses;
import org.seccatalogue.document.published.SectionPart;
import org.seccatalogue.document.published.SectionParts;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.page.shown.RecordLine;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.words.Meant;
import org.seccatalogue.schema.CatalogueSchema;

/// Sections and clauses of baselines as documents to read.
@Path("/baselines/{baseline}/sections")
@HtmlPage
@Blocking
class PublishedSectionPages {

  private final Published published;
  private final PublishedRecords records;
  private final SectionParts parts;
  private final Standings standings;
  private final StandingViews views;
  private final DerivedViews derived;
  private final PageFrames frames;

  PublishedSectionPages(
      Published published,
      PublishedRecords records,
      SectionParts parts,
      Standings standings,
      StandingViews views,
      DerivedViews derived,
      PageFrames frames) {
    this.published = published;
    this.records = records;
    this.parts = parts;
    this.standings = standings;
    this.views = views;
    this.derived = derived;
    this.frames = frames;
  }

  /// A section, or a part of it.
  record View(
      RecordLine line,
      List<RecordLine> above,
      StandingView standing,
      StandingViews.Numbers numbers,
      List<DerivedViews.Derived> derived,
      SectionPart part,
      List<SubSection> elsewhere) {

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

    static native TemplateInstance which(
        PageFrame frame, String number, boolean former, List<RecordLine> lines);
  }

  @GET
  @Path("{reference}")
  public Response section(
      String reference,
      String baseline,
      @RestQuery @DefaultValue("1") int part,
      @Context UriInfo asked) {
    Baseline found = frames.named(baseline, asked);
    Optional<PublishedRecord> record = records.find(found, reference);
    if (record.isEmpty()) {
      return elsewhere(found, reference);
    }
    PublishedRecord section = record.get();
    return switch (section.type().kind()) {
      case HEADING, CLAUSE -> section(found, section, part);
      case REQUIREMENT,
          AGREEMENT,
          DEPENDENCY,
          OPTIONS,
          NOTE,
          INTERACTION,
          ASSESSMENT,
          DOCUMENT,
          PARTY ->
          Html.seeOther(new PageAddress(PageFrames.at(found) + "/records/" + section.key()));
    };
  }

  /// What nothing here is called: several may end with it, one may have had it before.
  private Response elsewhere(Baseline baseline, String reference) {
    return switch (records.meant(baseline, reference)) {
      case Meant.One(RecordHead head) -> there(baseline, head);
      case Meant.OneOf(List<RecordHead> heads, _) when heads.size() == 1 ->
          there(baseline, heads.getFirst());
      case Meant.OneOf several -> which(baseline, reference, several);
      case Meant.Nobody _ -> later(baseline, reference);
    };
  }

  private Response there(Baseline baseline, RecordHead head) {
    return Html.seeOther(new PageAddress(lines(baseline).href(head)));
  }

  private RecordLines lines(Baseline baseline) {
    return new RecordLines(published.schema(baseline), PageFrames.at(baseline), baseline.dated());
  }

  /// What other baselines call so: it may have another reference here, or be no more.
  private Response later(Baseline baseline, String reference) {
    RecordKey key = standings.key(reference).orElseThrow(NotFoundException::new);
    String path =
        records
            .find(baseline, key.toString())
            .map(
                here ->
                    new RecordLines(published.schema(baseline), "", baseline.dated())
                        .href(here.head()))
            .orElse("/records/" + key);
    return Html.seeOther(new PageAddress(PageFrames.at(baseline) + path));
  }

  private Response which(Baseline baseline, String number, Meant.OneOf several) {
    PageFrame frame = frames.of(baseline, "", "");
    boolean former =
        switch (several.why()) {
          case FORMER -> true;
          case LAST_NUMBER -> false;
        };
    return PublicHtml.ok(
        Templates.which(frame, number, former, lines(baseline).of(several.heads())),
        published.schema(baseline).glossary(),
        frame);
  }

  private Response section(Baseline baseline, PublishedRecord section, int number) {
    CatalogueSchema schema = published.schema(baseline);
    RecordLines lines = lines(baseline);
    SectionPart part =
        parts
            .find(baseline, section, number, addresses(baseline))
            .orElseThrow(NotFoundException::new);
    RecordStanding standing = standings.of(baseline, section.key()).orElseThrow();
    View view =
        new View(
            lines.of(section.head()),
            lines.of(records.above(baseline, section.head())),
            views.of(standing),
            views.numbers(baseline, section.head()),
            derived.of(baseline, section.head()),
            part,
            part.elsewhere().stream()
                .map(sub -> new SubSection(lines.of(sub.head()), sub.records()))
                .toList());
    PageFrame frame = frames.of(baseline, "contents", views.sections(section.key()));
    return PublicHtml.ok(Templates.section(frame, view), schema.glossary(), frame);
  }

  private static RecordAddresses addresses(Baseline baseline) {
    return name -> PageFrames.at(baseline) + RecordLines.named(name);
  }
}
