package org.seccatalogue.baseline;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The address under which everybody finds what is published, if it was given one. What a client
/// calls the catalogue does not count: all are to have the same bytes.
@Startup
@ApplicationScoped
public class CatalogueAddress {

  private static final String NAME = "catalogue.public.address";

  private final Optional<String> base;

  CatalogueAddress(@ConfigProperty(name = NAME) Optional<String> address) {
    base = address.map(CatalogueAddress::checked);
  }

  private static String checked(String address) {
    URI uri = URI.create(address.strip());
    boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    if (!web || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException(
          NAME + " is “" + address + "”; it should be such as https://catalogue.example.org");
    }
    return uri.toString().replaceFirst("/+$", "");
  }

  /// The address, without a slash at its end.
  public Optional<String> base() {
    return base;
  }

  /// The address of what stands at a path: without an address of the catalogue, the path alone.
  public String of(String path) {
    return base.orElse("") + path;
  }
}
