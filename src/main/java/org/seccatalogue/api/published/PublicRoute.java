package org.seccatalogue.api.published;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.api.PublicAddress;
import org.seccatalogue.api.PublicAddress.Keeping;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;

/// Stands before all that is public: counts requests, lets other sites read data, gives `latest`
/// the name that it has now, and answers from memory what it has answered before.
@ApplicationScoped
class PublicRoute {

  /// Under what the address that was asked for stands in the context of a request.
  static final String ADDRESS = PublicAddress.class.getName();

  private static final int PRIORITY = 50;
  private static final String LATEST = "/baselines/latest/";
  private static final String READABLE =
      "ETag, Link, Content-Range, RateLimit, RateLimit-Policy, Retry-After";

  private final RateLimit limit;
  private final AnswerMemory memory;
  private final Published published;
  private final List<String> hosts;

  PublicRoute(
      RateLimit limit,
      AnswerMemory memory,
      Published published,
      @ConfigProperty(name = "catalogue.hosts", defaultValue = "localhost,127.0.0.1,[::1]")
          List<String> hosts) {
    this.limit = limit;
    this.memory = memory;
    this.published = published;
    this.hosts = List.copyOf(hosts);
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, PRIORITY);
  }

  private void handle(RoutingContext context) {
    PublicAddress known = context.get(ADDRESS);
    if (known != null) {
      answer(context, known);
      return;
    }
    Optional<PublicAddress> address = address(context.request());
    if (address.isEmpty()) {
      context.next();
      return;
    }
    context.put(ADDRESS, address.get());
    if (address.get().data()) {
      allowOtherSites(context.response());
    }
    if (isPreflight(context.request()) && address.get().data()) {
      preflight(context.response());
    } else if (mayAsk(context, address.get())) {
      named(context, address.get());
    } else if (!context.response().ended()) {
      context.next();
    }
  }

  private static Optional<PublicAddress> address(HttpServerRequest request) {
    String query = request.query() == null ? "" : request.query();
    return PublicAddress.of(request.method().name(), request.path(), query);
  }

  private static void allowOtherSites(HttpServerResponse response) {
    response.putHeader("Access-Control-Allow-Origin", "*");
    response.putHeader("Access-Control-Expose-Headers", READABLE);
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
  private boolean mayAsk(RoutingContext context, PublicAddress address) {
    if (!limit.isOn()) {
      return true;
    }
    RateLimit.Verdict verdict = limit.take(context.request().remoteAddress().hostAddress());
    HttpServerResponse response = context.response();
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
      String advice = "Ask again in " + seconds + " seconds.";
      response.putHeader("Content-Type", ProblemDetails.TYPE);
      end(
          response,
          Buffer.buffer(ProblemDetails.body(429, "Too many requests", advice).toString()));
    }
  }

  /// Goes on to the named baseline when `latest` is asked for, so that no answer is put together
  /// from two of them.
  private void named(RoutingContext context, PublicAddress address) {
    String uri = context.request().uri();
    int at = uri.indexOf(LATEST);
    if (at != 0 && at != "/api/v1".length()) {
      answer(context, address);
      return;
    }
    var _ =
        context
            .vertx()
            .executeBlocking(() -> published.find(Published.LATEST).map(Baseline::id), false)
            .onFailure(context::fail)
            .onSuccess(id -> goOn(context, id, uri.substring(0, at), uri.substring(end(at))));
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

  private void answer(RoutingContext context, PublicAddress address) {
    Optional<Kept> kept = kept(context.request());
    if (kept.isEmpty()) {
      context.next();
    } else {
      send(context, address, kept.get());
    }
  }

  private Optional<Kept> kept(HttpServerRequest request) {
    boolean reading =
        request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    if (!reading
        || request.authority() == null
        || !hosts.contains(request.authority().host())
        || request.getHeader("Range") != null) {
      return Optional.empty();
    }
    Coding coding = Coding.accepted(request.getHeader("Accept-Encoding"));
    return memory.find(request.uri(), coding);
  }

  private static void send(RoutingContext context, PublicAddress address, Kept kept) {
    HttpServerResponse response = context.response();
    kept.headers().forEach(response::putHeader);
    response.putHeader("Cache-Control", PublicAnswers.cacheControl(address.keeping()));
    HttpServerRequest request = context.request();
    if (Kept.isHad(request.getHeader("If-None-Match"), kept.tag())) {
      response.setStatusCode(304);
      end(response, null);
    } else if (request.method().equals(HttpMethod.HEAD)) {
      response.putHeader("Content-Length", String.valueOf(kept.bytes().length));
      end(response, null);
    } else {
      end(response, Buffer.buffer(kept.bytes()));
    }
  }

  /// The address under which the answer to a request is kept in memory, if it never changes.
  static Optional<String> fixed(RoutingContext context) {
    HttpServerRequest request = context.request();
    return address(request)
        .filter(address -> address.keeping() == Keeping.FOREVER)
        .map(_ -> request.uri());
  }
}
