package org.seccatalogue.page;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Lets no other site act for the person at this machine: pages answer only under names of this
/// machine, and forms only when a page of ours sent them.
@Provider
@HtmlPage
class SameSite implements ContainerRequestFilter {

  private final List<String> hosts;

  SameSite(
      @ConfigProperty(name = "catalogue.hosts", defaultValue = "localhost,127.0.0.1,[::1]")
          List<String> hosts) {
    this.hosts = List.copyOf(hosts);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    URI address = request.getUriInfo().getRequestUri();
    if (!hosts.contains(address.getHost())) {
      throw new ForbiddenException();
    }
    if (!List.of("GET", "HEAD", "OPTIONS").contains(request.getMethod())) {
      requireOwnForm(request, address);
    }
  }

  /// A client that is not a browser sends neither header, and cannot be led astray by a page.
  private static void requireOwnForm(ContainerRequestContext request, URI address) {
    String fetchSite = request.getHeaderString("Sec-Fetch-Site");
    boolean elsewhere =
        fetchSite != null && !fetchSite.equals("same-origin") && !fetchSite.equals("none");
    String origin = request.getHeaderString("Origin");
    if (elsewhere || (origin != null && !isOrigin(origin, address))) {
      throw new ForbiddenException();
    }
  }

  private static boolean isOrigin(@Nullable String origin, URI address) {
    return (address.getScheme() + "://" + address.getAuthority()).equals(origin);
  }
}
