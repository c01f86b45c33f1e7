package org.seccatalogue.api.published.answers;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.api.PublicAddress;
import org.seccatalogue.api.PublicAddress.Keeping;
import org.seccatalogue.api.door.Clients;
import org.seccatalogue.api.door.Turns;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.queue.Queue;

/// Stands before all that is public: counts requests, lets other sites read data, and gives
/// `latest` the name that it has now.
@ApplicationScoped
class PublicRoute {

  /// Under what the address that was asked for stands in the context of a request.
  static final String ADDRESS = PublicAddress.class.getName();

  private static final int PRIORITY = 50;
  private static final String LATEST = "/baselines/latest/";
  private static final CharSequence ALLOW_ORIGIN =
      HttpHeaders.createOptimized("Access-Control-Allow-Origin");
  private static final CharSequence ANY = HttpHeaders.createOptimized("*");
  private static final CharSequence EXPOSE =
      HttpHeaders.createOptimized("Access-Control-Expose-Headers");
  private static final CharSequence READABLE =
      HttpHeaders.createOptimized(
          "ETag, Link, Content-Range, RateLimit, RateLimit-Policy, Retry-After");

  private final RateLimit limit;
  private final Published published;
  private final Clients clients;
  private final Turns turns;

  PublicRoute(RateLimit limit, Published published, Clients clients, Turns turns) {
    this.limit = limit;
    this.published = published;
    this.clients = clients;
    this.turns = turns;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, PRIORITY);
  }

  private void handle(RoutingContext context) {
    Optional<PublicAddress> address =
        context.get(ADDRESS) == null ? address(context) : Optional.empty();
    if (address.isEmpty()) {
      context.next();
    } else if (isPreflight(context.request()) && address.get().data()) {
      allowOtherSites(context.response());
      preflight(context.response());
    } else if (mayAsk(context.request(), context.response(), address.get())) {
      context.put(ADDRESS, address.get());
      named(context);
    } else if (!context.response().ended()) {
      context.next();
    }
  }

  /// Lets a request pass, with the headers that every answer has; or answers it, because its client
  /// has asked too often.
  boolean mayAsk(HttpServerRequest request, HttpServerResponse response, PublicAddress address) {
    if (address.data()) {
      allowOtherSites(response);
    }
    return !limit.isOn() || isAllowed(request, response, address);
  }

  /// By the path as the application will see it.
  private static Optional<PublicAddress> address(RoutingContext context) {
    HttpServerRequest request = context.request();
    String query = request.query() == null ? "" : request.query();
    return PublicAddress.of(request.method().name(), context.normalizedPath(), query);
  }

  private static void allowOtherSites(HttpServerResponse response) {
    response.headers().add(ALLOW_ORIGIN, ANY).add(EXPOSE, READABLE);
  }

  private static boolean isPreflight(HttpServerRequest request) {
    return request.method().equals(HttpMethod.OPTIONS)
        && request.getHeader("Access-Control-Request-Method") != null;
  }

  private static void preflight(HttpServerResponse response) {
    response.putHeader("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS, POST");
    response.putHeader(
        "Access-Control-Allow-Headers", "Accept, Content-Type, If-None-Match, If-Range, Range");
    response.putHeader("Access-Control-Max-Age", "86400");
    response.setStatusCode(204);
    end(response, null);
  }

  /// What becomes of the connection is for the server to see to.
  private static void end(HttpServerResponse response, @Nullable Buffer body) {
    var _ = body == null ? response.end() : response.end(body);
  }

  /// Answers those who have asked too often.
  private boolean isAllowed(
      HttpServerRequest request, HttpServerResponse response, PublicAddress address) {
    RateLimit.Verdict verdict = limit.take(clients.of(request));
    response.putHeader("RateLimit-Policy", limit.policy());
    response.putHeader("RateLimit", "\"client\";r=" + verdict.left() + ";t=" + verdict.full());
    if (!verdict.allowed()) {
      refuse(response, address, verdict.retry());
    }
    return verdict.allowed();
  }

  /// The page that says so to people is for those to write that write pages: they come next.
  private static void refuse(HttpServerResponse response, PublicAddress address, long seconds) {
    response.setStatusCode(429);
    response.putHeader("Retry-After", String.valueOf(seconds));
    response.putHeader("Cache-Control", "no-store");
    if (address.data()) {
      String advice = "Try again in " + seconds + " seconds.";
      response.putHeader("Content-Type", ProblemDetails.TYPE);
      end(response, Buffer.buffer(ProblemDetails.text(429, "Too many requests", advice)));
    }
  }

  /// Goes on to the named baseline when `latest` is asked for, so that no answer is put together
  /// from two of them.
  private void named(RoutingContext context) {
    String uri = context.request().uri();
    int at = uri.indexOf(LATEST);
    if (at != 0 && at != "/api/v1".length()) {
      context.next();
      return;
    }
    ContextInternal own = (ContextInternal) context.vertx().getOrCreateContext();
    turns.take(
        context,
        Queue.READING,
        () -> {
          try {
            Optional<String> id = published.find(Published.LATEST).map(Baseline::id);
            own.runOnContext(_ -> goOn(context, id, uri.substring(0, at), uri.substring(end(at))));
          } catch (RuntimeException e) {
            own.runOnContext(_ -> context.fail(e));
          }
        });
  }

  private static int end(int at) {
    return at + LATEST.length();
  }

  private static void goOn(
      RoutingContext context, Optional<String> id, String before, String behind) {
    if (id.isEmpty()) {
      context.next();
    } else {
      context.reroute(before + "/baselines/" + id.get() + "/" + behind);
    }
  }

  /// The address under which the answer to a request is kept in memory, if it never changes.
  static Optional<String> fixed(RoutingContext context) {
    return address(context)
        .filter(address -> address.keeping() == Keeping.FOREVER)
        .map(_ -> context.request().uri());
  }
}
