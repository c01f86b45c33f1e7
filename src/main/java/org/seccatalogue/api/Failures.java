package org.seccatalogue.api;

import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.revision.writing.Refusal;
import org.seccatalogue.sql.Outage;
import org.seccatalogue.sql.OutageLog;

/// Answers failures that no resource expects: bodies that cannot be read, which are mistakes of
/// whoever sent them, and writes that the database refused because somebody else was faster.
class Failures {

  private static final System.Logger LOG = System.getLogger(Failures.class.getName());

  @ServerExceptionMapper
  Response unreadable(UnreadableBody body) {
    return Problems.badRequest(body.findings());
  }

  /// A form that ends before its last boundary; the library throws what any failing file throws.
  @ServerExceptionMapper
  Response failed(IOException failure) {
    if (Stream.of(failure.getStackTrace()).limit(1).noneMatch(Failures::readsForms)) {
      return failure(failure);
    }
    return Problems.badRequest(
        List.of(
            Finding.error(
                FindingCode.UNREADABLE_FILE, new Place.Pointer(""), null, "a complete form")));
  }

  /// Statements fail at once, deferred checks when the transaction ends, and what is away shows in
  /// whatever it breaks. For pages the answer becomes a page.
  @ServerExceptionMapper({
    PersistenceException.class,
    RollbackException.class,
    QuarkusTransactionException.class,
    ArcUndeclaredThrowableException.class,
    RuntimeException.class,
    SQLException.class
  })
  Response refused(Exception failure) {
    return Refusal.of(failure)
        .map(finding -> Problems.conflict("Somebody else was faster", List.of(finding)))
        .orElseGet(() -> failure(failure));
  }

  private static Response failure(Exception failure) {
    return Outage.of(failure)
        .map(outage -> away(outage, failure))
        .orElseGet(() -> unexpected(failure));
  }

  /// Nobody did anything wrong, and it passes.
  private static Response away(Outage outage, Exception failure) {
    OutageLog.tell(outage, failure);
    return Problems.later(outage.sentence(), "Ask again soon.", outage.seconds());
  }

  private static Response unexpected(Exception failure) {
    LOG.log(System.Logger.Level.ERROR, "A request failed", failure);
    return Problems.of(500, "The catalogue could not answer", null, List.of());
  }

  private static boolean readsForms(StackTraceElement place) {
    return place.getClassName().contains(".multipart.");
  }
}
