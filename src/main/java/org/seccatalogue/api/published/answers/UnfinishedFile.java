package org.seccatalogue.api.published.answers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.api.PublicAddress.Keeping;

/// Answers in place of a file that is not there yet. Nobody keeps them; the file will be at the
/// same address.
final class UnfinishedFile {

  private static final int SOON = 2;
  private static final int LATER = 10;

  private UnfinishedFile() {}

  static void underWay(int waiting, ContainerResponseContext response) {
    replace(
        202,
        SOON,
        MediaType.APPLICATION_JSON,
        JsonNodeFactory.instance
            .objectNode()
            .put("message", "The file is being written. Ask for it again at the same address.")
            .put("waiting", waiting)
            .toString(),
        response);
  }

  static void refused(boolean ofClient, ContainerResponseContext response) {
    int status = ofClient ? 429 : 503;
    String title = ofClient ? "Too many files at once" : "Too many files are being written";
    String advice =
        ofClient
            ? "Wait until some of the files that you asked for are there."
            : "Ask for the file again in a while.";
    replace(
        status, LATER, ProblemDetails.TYPE, ProblemDetails.text(status, title, advice), response);
  }

  private static void replace(
      int status, int seconds, String type, String body, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.remove("Content-Disposition");
    headers.putSingle("Cache-Control", Keeping.NOT.cacheControl());
    headers.putSingle("Retry-After", seconds);
    headers.putSingle("Content-Type", type);
    response.setStatus(status);
    response.setEntity(body, null, MediaType.valueOf(type));
  }
}
