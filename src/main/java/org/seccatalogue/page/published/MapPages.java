package org.seccatalogue.page.published;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.map.MapGraph;
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
  private final Published published;
  private final PageFrames frames;

  MapPages(BaselineMaps maps, Published published, PageFrames frames) {
    this.published = published;
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
      @RestPath String baseline,
      @RestQuery @Nullable String focus,
      @RestQuery @Nullable String since,
      @Context UriInfo asked) {
    Baseline found = frames.named(baseline, asked);
    PageFrame frame = frames.of(found, "map", "/map");
    String about = Objects.requireNonNullElse(Html.given(focus), "");
    String other = Objects.requireNonNullElse(Html.given(since), "");
    ShownMap.Asked question = new ShownMap.Asked(about, other, others(found, other), "");
    return graph(found, question)
        .map(graph -> ShownMap.of(graph, frame.at(), question))
        .map(map -> PublicHtml.ok(Templates.map(frame, map)))
        .orElseGet(() -> unknown(found, frame, question));
  }

  private Optional<MapGraph> graph(Baseline baseline, ShownMap.Asked asked) {
    String about = Html.given(asked.about());
    return asked.since().isEmpty()
        ? maps.map(baseline, about)
        : published.find(asked.since()).flatMap(older -> maps.changes(older, baseline, about));
  }

  private List<ShownMap.Other> others(Baseline baseline, String chosen) {
    return published.baselines().stream()
        .filter(other -> other.number() != baseline.number())
        .map(other -> new ShownMap.Other(other.id(), other.name(), other.id().equals(chosen)))
        .toList();
  }

  private Response unknown(Baseline baseline, PageFrame frame, ShownMap.Asked asked) {
    boolean noBaseline = !asked.since().isEmpty() && published.find(asked.since()).isEmpty();
    ShownMap whole =
        ShownMap.of(
            maps.map(baseline, null).orElseThrow(),
            frame.at(),
            new ShownMap.Asked("", "", asked.others(), ""));
    ShownMap told = whole.butAsked(noBaseline ? asked.since() : asked.about());
    return Html.with(400, Templates.map(frame, told));
  }
}
