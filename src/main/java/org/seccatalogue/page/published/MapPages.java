package org.seccatalogue.page.published;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.map.published.BaselineMaps;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.shown.ShownMap;

/// The maps of baselines, as pictures and as lists.
@Path("/baselines/{baseline}/map")
@HtmlPage
@Blocking
class MapPages {

  private final BaselineMaps maps;
  private final PageFrames frames;

  MapPages(BaselineMaps maps, PageFrames frames) {
    this.maps = maps;
    this.frames = frames;
  }

  @CheckedTemplate(basePath = "page/published")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance map(PageFrame frame, ShownMap map);
  }

  @GET
  public Response map(
      @RestPath String baseline, @RestQuery @Nullable String focus, @Context UriInfo asked) {
    Baseline found = frames.named(baseline, asked);
    PageFrame frame = frames.of(found, "map", "/map");
    String about = Html.given(focus);
    return maps.map(found, about)
        .map(graph -> ShownMap.of(graph, frame.at(), about == null ? "" : about))
        .map(map -> PublicHtml.ok(Templates.map(frame, map)))
        .orElseGet(() -> unknown(found, frame, about == null ? "" : about));
  }

  private Response unknown(Baseline baseline, PageFrame frame, String about) {
    ShownMap whole = ShownMap.of(maps.map(baseline, null).orElseThrow(), frame.at(), "");
    return Html.with(400, Templates.map(frame, whole.butAsked(about)));
  }
}
