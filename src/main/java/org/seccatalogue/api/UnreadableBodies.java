package org.seccatalogue.api;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;

/// Answers bodies that cannot be read: they are mistakes of whoever sent them.
class UnreadableBodies {

  private static final System.Logger LOG = System.getLogger(UnreadableBodies.class.getName());

  @ServerExceptionMapper
  Response unreadable(UnreadableBody body) {
    return Problems.badRequest(body.findings());
  }

  /// A form that ends before its last boundary; the library throws what any failing file throws.
  @ServerExceptionMapper
  Response failed(IOException failure) {
    if (Stream.of(failure.getStackTrace()).limit(1).noneMatch(UnreadableBodies::readsForms)) {
      LOG.log(System.Logger.Level.ERROR, "A request failed", failure);
      return Problems.of(500, "The catalogue could not answer", null, List.of());
    }
    return Problems.badRequest(
        List.of(
            Finding.error(
                FindingCode.UNREADABLE_FILE, new Place.Pointer(""), null, "a complete form")));
  }

  private static boolean readsForms(StackTraceElement place) {
    return place.getClassName().contains(".multipart.");
  }
}
