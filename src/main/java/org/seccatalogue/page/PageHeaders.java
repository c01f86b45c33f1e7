package org.seccatalogue.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;

/// What a browser may do with a page: load nothing from elsewhere, run no script and no style that
/// stands in the page, not be framed.
@Provider
@HtmlPage
public class PageHeaders implements ContainerResponseFilter {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /// The headers of every page.
  static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy",
          POLICY,
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "same-origin",
          "Cache-Control",
          "no-cache");

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    addTo(response.getHeaders());
  }

  /// The headers of every page by name, for answers that no resource gives.
  public static Map<String, String> all() {
    return ALL;
  }

  public static void addTo(MultivaluedMap<String, Object> headers) {
    ALL.forEach((name, value) -> headers.putIfAbsent(name, List.of(value)));
  }
}
