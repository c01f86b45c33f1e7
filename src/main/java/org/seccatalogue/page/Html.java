package org.seccatalogue.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers that carry a page, and parameters as forms send them.
public final class Html {

  public static final MediaType TYPE = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

  private Html() {}

  public static Response ok(TemplateInstance page) {
    return with(200, page);
  }

  public static Response with(int status, TemplateInstance page) {
    return Response.status(status).entity(page.render()).type(TYPE).build();
  }

  /// Answers a form: the browser goes on to another page, and reloading it repeats nothing.
  public static Response seeOther(PageAddress address) {
    return Response.seeOther(address.uri()).build();
  }

  /// A parameter that is not blank; a field that was left empty is as if it were not there.
  public static @Nullable String given(@Nullable String parameter) {
    String text = parameter == null ? "" : parameter.replace('\0', ' ').strip();
    return text.isEmpty() ? null : text;
  }

  /// The header that offers a file for download under its name.
  public static String attachment(String fileName) {
    return "attachment; filename=\"" + fileName.replaceAll("[^A-Za-z0-9._ -]", "_") + "\"";
  }

  /// What a client accepts; what is no list of media types asks for nothing in particular.
  public static List<MediaType> accepted(ContainerRequestContext request) {
    try {
      return request.getAcceptableMediaTypes();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }
}
