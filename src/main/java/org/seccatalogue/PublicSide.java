package org.seccatalogue;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.api.PublicAddress;
import org.seccatalogue.page.PageHeaders;
import org.seccatalogue.page.published.PublishedErrors;

/// What readers see, and how it runs alone: on the published store or a read-only replica of it,
/// as the role of readers, with nothing of the draft.
@ApplicationScoped
class PublicSide {

  /// The setting, and its value for the public side alone.
  static final String SIDE = "catalogue.side";

  static final String PUBLIC = "public";

  private static final String PUBLISHED = "quarkus.datasource.published.";
  private static final List<String> LOOKS = List.of("/assets", "/styles", "/webjars");
  private static final List<String> CONTRACT =
      List.of("/openapi.json", "/openapi.yaml", "/api", "/api/start.js");
  private static final String HEALTH = "/q/health";
  private static final int EARLY = -1000;

  private final boolean alone;

  PublicSide(@ConfigProperty(name = SIDE, defaultValue = "both") String side) {
    alone = side.equals(PUBLIC);
  }

  static boolean isAlone(Config config) {
    return config.getOptionalValue(SIDE, String.class).filter(PUBLIC::equals).isPresent();
  }

  /// The settings with which the whole program is a reader: even code that asks for the draft would
  /// ask as a role that cannot see it.
  static Map<String, String> settings(Config config) {
    return Map.of(
        "quarkus.datasource.jdbc.url",
        config.getValue(PUBLISHED + "jdbc.url", String.class),
        "quarkus.datasource.username",
        config.getValue(PUBLISHED + "username", String.class),
        "quarkus.datasource.password",
        config.getValue(PUBLISHED + "password", String.class),
        "quarkus.flyway.migrate-at-start",
        "false",
        "quarkus.scheduler.enabled",
        "false",
        "catalogue.example",
        "false");
  }

  /// What is missing before the public side can start alone.
  static Optional<String> refusal(Config config) {
    boolean given =
        List.of("jdbc.url", "username", "password").stream()
            .map(name -> config.getConfigValue(PUBLISHED + name))
            .allMatch(value -> value.getValue() != null && !value.getValue().isBlank());
    return given
        ? Optional.empty()
        : Optional.of(
            "The public side alone reads a database that is there: configure"
                + " quarkus.datasource.published.jdbc.url, .username and .password.");
  }

  /// Whether readers may ask for that.
  static boolean isPublic(String method, String path) {
    return PublicAddress.of(method, path, "").isPresent()
        || (method.equals("POST") && path.equals("/verify"))
        || (List.of("GET", "HEAD", "OPTIONS").contains(method) && isAround(path));
  }

  /// What pages and the contract need to be looked at.
  private static boolean isAround(String path) {
    return path.equals("/")
        || path.equals(HEALTH)
        || path.startsWith(HEALTH + "/")
        || CONTRACT.contains(path)
        || LOOKS.stream().anyMatch(root -> path.startsWith(root + "/"));
  }

  void guard(@Observes Router router) {
    if (alone) {
      router.route().order(EARLY).handler(PublicSide::pass);
    }
  }

  /// The path as the application will see it: normalised, so that nothing hides in it.
  private static void pass(RoutingContext context) {
    String path = context.normalizedPath();
    if (!isPublic(context.request().method().name(), path)) {
      refuse(context);
    } else if (path.equals("/")) {
      context.redirect("/baselines");
    } else {
      context.next();
    }
  }

  /// What the draft has at this path is not there, for people and for programs.
  private static void refuse(RoutingContext context) {
    boolean page = String.valueOf(context.request().getHeader("Accept")).contains("text/html");
    String body =
        page
            ? PublishedErrors.page(404)
            : ProblemDetails.text(404, "Not found", "The public side has no such address.");
    if (page) {
      PageHeaders.all().forEach((name, value) -> context.response().putHeader(name, value));
    }
    context.response().setStatusCode(404).putHeader("Cache-Control", "no-store");
    context
        .response()
        .putHeader("Content-Type", page ? "text/html;charset=UTF-8" : ProblemDetails.TYPE);
    var _ = context.response().end(body);
  }
}
