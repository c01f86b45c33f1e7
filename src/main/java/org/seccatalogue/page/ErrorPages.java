package org.seccatalogue.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns every failure outside the API into a page with a fixed text: what a failure says of itself
/// is for the log, not for the reader.
@Provider
class ErrorPages implements ContainerResponseFilter {

  private static final List<String> NOT_PAGES =
      List.of("api/", "feeds/", "q/", "openapi", "webjars/", ".well-known/");

  @CheckedTemplate(basePath = "page")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance error(String heading, String advice);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String path = request.getUriInfo().getPath().replaceFirst("^/", "");
    if (isPage(path)
        && !wantsData(path, request)
        && response.getStatus() >= 400
        && !isHtml(response.getMediaType())) {
      response.setEntity(
          page(response.getStatus()), null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
      response.getHeaders().putSingle("Content-Type", "text/html;charset=UTF-8");
      PageHeaders.addTo(response.getHeaders());
    }
  }

  /// Whether people, not programs, ask for what stands at a path.
  static boolean isPage(String path) {
    return NOT_PAGES.stream().noneMatch(path::startsWith) && !path.equals("api");
  }

  /// Permanent addresses are for people and for programs.
  private static boolean wantsData(String path, ContainerRequestContext request) {
    return path.startsWith("id/")
        && Html.accepted(request).stream().noneMatch(type -> type.getSubtype().equals("html"));
  }

  static String page(int status) {
    ErrorText text = ErrorText.of(status);
    return Templates.error(text.heading(), text.advice()).render();
  }

  private static boolean isHtml(@Nullable MediaType type) {
    return type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType();
  }
}
