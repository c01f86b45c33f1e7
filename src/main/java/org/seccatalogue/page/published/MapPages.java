package org.seccatalogue.page.published;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.map.MapGraph;
import org.seccatalogue.map.published.BaselineMaps;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.shown.ShownMap;
import org.seccatalogue.record.words.Meant;

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

  /// What is asked for.
  @NullUnmarked
  static class Asked {
    @RestQuery String focus;
    @RestQuery String since;
    @RestQuery List<String> without;
  }

  @GET
  public Response map(
      @RestPath String baseline, @BeanParam Asked wanted, @Context UriInfo address) {
    Baseline found = frames.named(baseline, address);
    PageFrame frame = frames.of(found, "map", "/map");
    String about = Objects.requireNonNullElse(Html.given(wanted.focus), "");
    String since = Objects.requireNonNullElse(Html.given(wanted.since), "");
    ShownMap.Asked asked =
        new ShownMap.Asked(about, since, wanted.without, others(found, since), "");
    Optional<Baseline> older = published.find(since);
    if (!since.isEmpty() && older.isEmpty()) {
      return told(found, frame, whole -> whole.butAsked(since, Optional.empty()), asked);
    }
    return map(found, older.orElse(null), frame, asked);
  }

  private Response map(
      Baseline baseline, @Nullable Baseline older, PageFrame frame, ShownMap.Asked wanted) {
    String about = wanted.about();
    Meant meant = about.isEmpty() ? new Meant.Nobody() : maps.meant(baseline, older, about);
    Optional<ShownMap.Asked> there =
        about.isEmpty()
            ? Optional.of(wanted)
            : meant
                .one()
                .map(head -> wanted.about(head.name()))
                .or(() -> maps.party(baseline, older, about).map(wanted::about));
    return there
        .map(asked -> drawn(baseline, older, frame, asked))
        .orElseGet(() -> unknown(baseline, frame, wanted, meant));
  }

  private Response drawn(
      Baseline baseline, @Nullable Baseline older, PageFrame frame, ShownMap.Asked asked) {
    String about = asked.about();
    List<Finding> findings = maps.asked(baseline, older, asked.of(), about).findings();
    if (!findings.isEmpty()) {
      return told(baseline, frame, whole -> whole.butFound(findings.getFirst(), about), asked);
    }
    return graph(baseline, older, asked)
        .map(graph -> ShownMap.of(graph, frame.at(), asked))
        .map(map -> PublicHtml.ok(Templates.map(frame, map)))
        .orElseGet(() -> unknown(baseline, frame, asked, new Meant.Nobody()));
  }

  private Optional<MapGraph> graph(
      Baseline baseline, @Nullable Baseline older, ShownMap.Asked asked) {
    return older == null
        ? maps.map(baseline, asked.of())
        : maps.changes(older, baseline, asked.of());
  }

  private List<ShownMap.Other> others(Baseline baseline, String chosen) {
    return published.baselines().stream()
        .filter(other -> other.number() != baseline.number())
        .map(other -> new ShownMap.Other(other.id(), other.name(), other.id().equals(chosen)))
        .toList();
  }

  private Response unknown(Baseline baseline, PageFrame frame, ShownMap.Asked asked, Meant meant) {
    return told(baseline, frame, map -> map.butAsked(asked.about(), meant.question()), asked);
  }

  /// The map of the whole code, which says what is wrong with what was asked.
  private Response told(
      Baseline baseline, PageFrame frame, UnaryOperator<ShownMap> words, ShownMap.Asked asked) {
    ShownMap.Asked nothing = new ShownMap.Asked("", "", List.of(), asked.others(), "");
    ShownMap whole =
        ShownMap.of(maps.map(baseline, nothing.of()).orElseThrow(), frame.at(), nothing);
    return Html.with(400, Templates.map(frame, words.apply(whole)));
  }
}
