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
import java.util.List;
import java.util.Optional;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedOutline;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.page.HtmlPage;

/// The records of baselines.
@Path("/baselines/{baseline}/records")
@HtmlPage
@Blocking
class PublishedRecordPages {

  private final Published published;
  private final PublishedRecords records;
  private final PublishedOutline outline;
  private final PublishedRecordViews views;
  private final PageFrames frames;

  PublishedRecordPages(
      Published published,
      PublishedRecords records,
      PublishedOutline outline,
      PublishedRecordViews views,
      PageFrames frames) {
    this.published = published;
    this.records = records;
    this.outline = outline;
    this.views = views;
    this.frames = frames;
  }

  @CheckedTemplate(basePath = "page/published")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance record(PageFrame frame, PublishedRecordView view);
  }

  @GET
  @Path("{key}")
  public Response record(String baseline, String key, @Context UriInfo asked) {
    Baseline found = frames.named(baseline, asked);
    PublishedRecord record = records.find(found, key).orElseThrow(NotFoundException::new);
    List<PublishedOutline.Held> held = outline.held(record.key());
    String path = "/records/" + record.key();
    PageFrame frame =
        frames.of(
            found,
            "",
            other ->
                held.stream().anyMatch(one -> one.baseline().equals(other.id()))
                    ? Optional.of(path)
                    : Optional.empty());
    return PublicHtml.ok(
        Templates.record(frame, views.of(found, record, held)),
        published.schema(found).glossary(),
        frame);
  }
}
