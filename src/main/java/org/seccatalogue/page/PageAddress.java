package org.seccatalogue.page;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// An address of our own with its parameters, written safely.
public record PageAddress(String text) {

  /// Of the page of an import.
  public static PageAddress ofImport(long id) {
    return new PageAddress("/imports/" + id);
  }

  /// The same address with one more parameter; without it when there is no value.
  public PageAddress with(String name, @Nullable Object value) {
    if (value == null || value.toString().isEmpty()) {
      return this;
    }
    String encoded = URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    return new PageAddress(text + (text.contains("?") ? "&" : "?") + name + "=" + encoded);
  }

  public URI uri() {
    return URI.create(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
