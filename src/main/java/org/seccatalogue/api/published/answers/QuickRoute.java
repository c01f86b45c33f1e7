package org.seccatalogue.api.published.answers;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.netty.util.AsciiString;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.PublicAddress;
import org.seccatalogue.api.PublicAddress.Keeping;

/// Answers from memory what has been answered before, ahead of everything else: only what is about
/// a named baseline and never changes is kept there, and so is public.
@ApplicationScoped
class QuickRoute {

  private static final int BEFORE_ALL = 2000;
  private static final PublicAddress FIXED = new PublicAddress(true, Keeping.FOREVER);
  private static final CharSequence CACHE_CONTROL = AsciiString.cached("Cache-Control");
  private static final CharSequence RANGE = AsciiString.cached("Range");
  private static final int LONGEST_REMEMBERED = 200;

  private final AnswerMemory memory;
  private final PublicRoute route;
  private final List<String> hosts;
  private volatile @Nullable String lastHost;
  private final LoadingCache<String, Coding> codings =
      Caffeine.newBuilder().maximumSize(1000).build(Coding::accepted);

  QuickRoute(
      AnswerMemory memory,
      PublicRoute route,
      @ConfigProperty(name = "catalogue.hosts", defaultValue = "localhost,127.0.0.1,[::1]")
          List<String> hosts) {
    this.memory = memory;
    this.route = route;
    this.hosts = List.copyOf(hosts);
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, BEFORE_ALL);
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    PublicAddress known = context.get(PublicRoute.ADDRESS);
    CachedAnswer cached = cached(request);
    if (cached == null) {
      context.next();
    } else if (known != null) {
      send(request, context.response(), known.keeping(), cached);
    } else if (route.mayAsk(request, context.response(), FIXED)) {
      send(request, context.response(), Keeping.FOREVER, cached);
    }
  }

  private @Nullable CachedAnswer cached(HttpServerRequest request) {
    HttpMethod method = request.method();
    MultiMap headers = request.headers();
    return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
            && isOurs(request, headers.get(HttpHeaders.HOST))
            && !headers.contains(RANGE)
        ? memory.find(request.uri(), coding(headers.get(HttpHeaders.ACCEPT_ENCODING)))
        : null;
  }

  /// Whether a request is for this host, which most name as the one before did.
  private boolean isOurs(HttpServerRequest request, @Nullable String host) {
    if (host != null && host.equals(lastHost)) {
      return true;
    }
    HostAndPort authority = request.authority();
    boolean ours = authority != null && hosts.contains(authority.host());
    if (ours && host != null) {
      lastHost = host;
    }
    return ours;
  }

  /// Clients send few different lists of codings, over and over.
  private Coding coding(@Nullable String accepted) {
    return accepted == null || accepted.length() > LONGEST_REMEMBERED
        ? Coding.accepted(accepted)
        : codings.get(accepted);
  }

  private static void send(
      HttpServerRequest request,
      HttpServerResponse response,
      Keeping keeping,
      CachedAnswer cached) {
    MultiMap headers = response.headers();
    for (CachedAnswer.Header header : cached.headers()) {
      headers.add(header.name(), header.value());
    }
    headers.add(CACHE_CONTROL, keeping.cacheControl());
    if (CachedAnswer.isHad(request.headers().get(HttpHeaders.IF_NONE_MATCH), cached.tag())) {
      headers.remove(HttpHeaders.CONTENT_TYPE);
      response.setStatusCode(304);
      var _ = response.end();
    } else if (request.method().equals(HttpMethod.HEAD)) {
      headers.set(HttpHeaders.CONTENT_LENGTH, cached.length());
      var _ = response.end();
    } else {
      var _ = response.end(cached.body());
    }
  }
}
