package org.seccatalogue.page.records;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.map.draft.DraftMaps;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.shown.ShownMap;

/// The map of the working draft, as a picture and as a list.
@Path("/map")
@HtmlPage
@Blocking
class DraftMapPages {

  private final DraftMaps maps;

  DraftMapPages(DraftMaps maps) {
    this.maps = maps;
  }

  @CheckedTemplate(basePath = "page")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance map(ShownMap map);
  }

  @GET
  public Response map(@RestQuery @Nullable String focus, @RestQuery List<String> without) {
    String about = Objects.requireNonNullElse(Html.given(focus), "");
    ShownMap.Asked asked = ShownMap.Asked.about(about, without);
    return maps.map(asked.of())
        .map(graph -> ShownMap.of(graph, "", asked))
        .map(map -> Html.ok(Templates.map(map)))
        .orElseGet(() -> unknown(about));
  }

  private Response unknown(String about) {
    ShownMap.Asked nothing = ShownMap.Asked.about("", List.of());
    ShownMap whole = ShownMap.of(maps.map(nothing.of()).orElseThrow(), "", nothing);
    return Html.with(400, Templates.map(whole.butAsked(about)));
  }
}
