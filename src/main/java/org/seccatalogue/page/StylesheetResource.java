package org.seccatalogue.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/// Serves the stylesheet.
@Path("/styles")
class StylesheetResource {

  private final Stylesheet stylesheet;

  StylesheetResource(Stylesheet stylesheet) {
    this.stylesheet = stylesheet;
  }

  @GET
  @Path("{digest}.css")
  @Produces("text/css;charset=UTF-8")
  public Response css(String digest) {
    if (!digest.equals(stylesheet.digest())) {
      throw new NotFoundException();
    }
    return Response.ok(stylesheet.text())
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
