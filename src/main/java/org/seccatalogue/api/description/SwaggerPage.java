package org.seccatalogue.api.description;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/// The contracts to read and to try, in Swagger UI: the public one, and that of the draft at an
/// address of its own. The class stands at the root: a class at `/api` would take all addresses
/// below for itself.
@Path("/")
class SwaggerPage {

  private final String shown = "/webjars/swagger-ui/" + version();

  /// The version of the web jar, which is part of its address.
  private static String version() {
    Properties properties = new Properties();
    try (InputStream file =
        Thread.currentThread()
            .getContextClassLoader()
            .getResourceAsStream("META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
      properties.load(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  @GET
  @Path("api")
  @Produces("text/html;charset=UTF-8")
  public Response page() {
    return page("API", "start", Side.PUBLIC);
  }

  @GET
  @Path("api/start.js")
  @Produces("text/javascript")
  public String start() {
    return start(Side.PUBLIC);
  }

  @GET
  @Path("api/drafting")
  @Produces("text/html;charset=UTF-8")
  public Response drafting() {
    return page("API of the draft", "drafting", Side.DRAFTING);
  }

  @GET
  @Path("api/drafting.js")
  @Produces("text/javascript")
  public String startDrafting() {
    return start(Side.DRAFTING);
  }

  private Response page(String title, String script, Side side) {
    String page =
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>%2$s - SEC Part C catalogue</title>
          <link rel="stylesheet" href="%1$s/swagger-ui.css">
        </head>
        <body>
          <p><a href="/">SEC Part C catalogue</a></p>
          <div id="swagger-ui"></div>
          <script src="%1$s/swagger-ui-bundle.js"></script>
          <script src="/api/%3$s.js"></script>
          <noscript><p>The contract is at <a href="/%4$s.yaml">%4$s.yaml</a>.</p></noscript>
        </body>
        </html>
        """
            .formatted(shown, title, script, side.file());
    return Response.ok(page)
        .header(
            "Content-Security-Policy",
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:")
        .build();
  }

  private static String start(Side side) {
    return "SwaggerUIBundle({url: '/%s.json', dom_id: '#swagger-ui'});\n".formatted(side.file());
  }
}
