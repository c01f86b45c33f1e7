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
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.page.HtmlPage;

/// The page for developers: calls that work as they are.
@Path("/developers")
@HtmlPage
@Blocking
class DeveloperPages {

  private final Published published;

  DeveloperPages(Published published) {
    this.published = published;
  }

  /// @param calls none before anything was published
  record View(
      String base, String example, String weight, String plural, List<FirstCalls.Call> calls) {}

  @CheckedTemplate(basePath = "page/published")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance developers(Shelf shelf, View view);
  }

  @GET
  public Response developers(@Context UriInfo asked) {
    String base = asked.getBaseUri().toString().replaceFirst("/$", "");
    Baseline latest = published.find(Published.LATEST).orElse(null);
    return PublicHtml.ok(Templates.developers(Shelf.none("developers"), view(base, latest)));
  }

  private View view(String base, @Nullable Baseline latest) {
    String id = latest == null ? "" : latest.id();
    return java.util.Optional.ofNullable(latest)
        .flatMap(baseline -> FirstCalls.of(base, published.schema(baseline)))
        .map(first -> new View(base, id, first.weight(), first.plural(), first.calls()))
        .orElseGet(() -> new View(base, id, "", "", List.of()));
  }
}
