package org.seccatalogue.testkit;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Holds every answer of the application against its contract, whoever asked: a test, a browser, a
/// generated client or a bare socket. What departs fails the test that caused it.
@Singleton
class ContractWatch {

  private static final int BEFORE_ALL = 1_000_000;

  /// Absent until the first test class begins.
  private static volatile @Nullable ContractCheck check;

  private @Nullable Router router;

  /// Reads the contracts that the application at an address serves.
  static void begin(String address) {
    if (check == null) {
      try (HttpClient client = HttpClient.newHttpClient()) {
        List<String> contracts = new ArrayList<>();
        for (String path : ContractCheck.CONTRACTS) {
          HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
          contracts.add(client.send(request, BodyHandlers.ofString()).body());
        }
        check = new ContractCheck(contracts);
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException("The contract cannot be read", e);
      }
    }
  }

  void routes(@Observes Router routes) {
    router = routes;
  }

  void watch(@Observes Filters filters) {
    filters.register(this::answer, BEFORE_ALL);
  }

  /// Sends a request through the routes again, with a response that is read along.
  private void answer(RoutingContext context) {
    ContractCheck contract = check;
    HttpServerRequest request = context.request();
    if (contract == null
        || WatchedResponse.isWatched(request.response())
        || !contract.knows(request.path())) {
      context.next();
    } else {
      Objects.requireNonNull(router).handle(new Watched(request, contract));
    }
  }

  /// A request that is answered before our eyes.
  private static final class Watched extends HttpServerRequestWrapper {

    private final HttpServerResponse response;

    Watched(HttpServerRequest request, ContractCheck contract) {
      super((HttpServerRequestInternal) request);
      response = WatchedResponse.of(request, contract);
    }

    @Override
    public HttpServerResponse response() {
      return response;
    }
  }
}
