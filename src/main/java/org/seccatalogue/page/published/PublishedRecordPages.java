package org.seccatalogue.page.published;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.baseline.standing.RecordStanding;
import org.seccatalogue.baseline.standing.Standings;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.page.shown.NamedBy;

/// The records of baselines.
@Path("/baselines/{baseline}/records")
@HtmlPage
@Blocking
class PublishedRecordPages {

  private final Published published;
  private final PublishedRecords records;
  private final Standings standings;
  private final PublishedRecordViews views;
  private final PublishedNaming naming;
  private final PageFrames frames;

  PublishedRecordPages(
      Published published,
      PublishedRecords records,
      Standings standings,
      PublishedRecordViews views,
      PublishedNaming naming,
      PageFrames frames) {
    this.naming = naming;
    this.published = published;
    this.records = records;
    this.standings = standings;
    this.views = views;
    this.frames = frames;
  }

  /// A record that other baselines have, and this one does not.
  record Absent(
      String key, String type, String title, StandingView standing, StandingViews.Past past) {}

  @CheckedTemplate(basePath = "page/published")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance record(PageFrame frame, PublishedRecordView view, NamedBy named);

    static native TemplateInstance absent(PageFrame frame, Absent view);
  }

  @GET
  @Path("{key}")
  public Response record(String baseline, String key, @Context UriInfo asked) {
    Baseline found = frames.named(baseline, asked);
    Optional<PublishedRecord> record = records.find(found, key);
    RecordStanding standing =
        record
            .map(PublishedRecord::key)
            .or(() -> standings.key(key))
            .flatMap(one -> standings.of(found, one))
            .orElseThrow(NotFoundException::new);
    PageFrame frame = frames.of(found, "", "/records/" + standing.key());
    if (record.isPresent()) {
      return PublicHtml.ok(
          Templates.record(
              frame,
              views.of(found, record.get(), standing),
              naming.of(found, record.get().head())),
          published.schema(found).glossary(),
          frame);
    }
    return standing.held().isPresent()
        ? Html.seeOther(new PageAddress(StandingView.page(found, standing)))
        : PublicHtml.ok(Templates.absent(frame, views.absent(standing)));
  }
}
