package org.seccatalogue.page.published;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.PageHeaders;

/// Turns a failure of a page for readers into a page of theirs, before the drafting side can.
@Provider
@Priority(Priorities.USER + 1000)
public class PublishedErrors implements ContainerResponseFilter {

  private static final List<String> PUBLIC =
      List.of("baselines", "publications", "developers", "verify");

  @CheckedTemplate(basePath = "page/published")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance error(PageFrame frame, int status);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String first = request.getUriInfo().getPath().replaceFirst("^/", "").split("/", -1)[0];
    boolean page = PUBLIC.contains(first) || (first.equals("id") && wantsHtml(request));
    if (response.getStatus() >= 400 && page && !isHtml(response)) {
      response.setEntity(
          page(response.getStatus()), null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
      response.getHeaders().putSingle("Content-Type", "text/html;charset=UTF-8");
      PageHeaders.addTo(response.getHeaders());
    }
  }

  /// The page for a status.
  public static String page(int status) {
    return Templates.error(PageFrame.none(""), status).render();
  }

  private static boolean wantsHtml(ContainerRequestContext request) {
    return Html.accepted(request).stream()
        .anyMatch(type -> !type.isWildcardType() && type.isCompatible(MediaType.TEXT_HTML_TYPE));
  }

  private static boolean isHtml(ContainerResponseContext response) {
    MediaType type = response.getMediaType();
    return type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType();
  }
}
