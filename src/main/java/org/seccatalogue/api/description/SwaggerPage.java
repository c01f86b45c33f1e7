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

/// The contract to read and to try, in Swagger UI.
/// Its class stands at the root: a class at `/api` would take all addresses below for itself.
@Path("/")
class SwaggerPage {

  private final String page;

  SwaggerPage() {
    page =
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>API - SEC Part C catalogue</title>
          <link rel="stylesheet" href="%1$s/swagger-ui.css">
        </head>
        <body>
          <p><a href="/">SEC Part C catalogue</a></p>
          <div id="swagger-ui"></div>
          <script src="%1$s/swagger-ui-bundle.js"></script>
          <script src="/api/start.js"></script>
          <noscript><p>The contract is at <a href="/openapi.yaml">openapi.yaml</a>.</p></noscript>
        </body>
        </html>
        """
            .formatted("/webjars/swagger-ui/" + version());
  }

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
    return Response.ok(page)
        .header(
            "Content-Security-Policy",
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:")
        .build();
  }

  @GET
  @Path("api/start.js")
  @Produces("text/javascript")
  public String start() {
    return "SwaggerUIBundle({url: '/openapi.json', dom_id: '#swagger-ui'});\n";
  }
}
