package org.seccatalogue.page.published;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.PageHeaders;

/// Shows people who follow a link to a file that it is not there yet. The browser asks again by
/// itself, and stays on the page when the file comes.
@Provider
@Priority(UnfinishedFilePage.BEHIND_ALL)
class UnfinishedFilePage implements ContainerResponseFilter {

  static final int BEHIND_ALL = -1000;

  private static final int STATUS = 202;
  private static final Pattern FILES =
      Pattern.compile("/?api/v1/baselines/[^/]+/(?:.+/)?[^/]+\\.(?:zip|xlsx|docx|html|json)");

  @CheckedTemplate(basePath = "page/published")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance file(PageFrame frame);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == STATUS
        && FILES.matcher(request.getUriInfo().getPath()).matches()
        && wantsHtml(request)) {
      Object seconds = response.getHeaders().getFirst("Retry-After");
      response.setEntity(
          Templates.file(PageFrame.none("")).render(),
          null,
          MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
      response.getHeaders().putSingle("Content-Type", "text/html;charset=UTF-8");
      if (seconds != null) {
        response.getHeaders().putSingle("Refresh", seconds);
      }
      PageHeaders.addTo(response.getHeaders());
    }
  }

  private static boolean wantsHtml(ContainerRequestContext request) {
    return Html.accepted(request).stream()
        .anyMatch(type -> !type.isWildcardType() && type.isCompatible(MediaType.TEXT_HTML_TYPE));
  }
}
