package org.seccatalogue.page.records;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
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
  public Response map(@RestQuery @Nullable String focus) {
    String about = Html.given(focus);
    return maps.map(about)
        .map(graph -> ShownMap.of(graph, "", ShownMap.Asked.about(about == null ? "" : about)))
        .map(map -> Html.ok(Templates.map(map)))
        .orElseGet(() -> unknown(about == null ? "" : about));
  }

  private Response unknown(String about) {
    ShownMap whole = ShownMap.of(maps.map(null).orElseThrow(), "", ShownMap.Asked.about(""));
    return Html.with(400, Templates.map(whole.butAsked(about)));
  }
}
