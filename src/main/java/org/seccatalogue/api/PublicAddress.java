package org.seccatalogue.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address that anybody may read, and how answers from there are kept.
///
/// @param data whether other sites may read it: data is for them, pages are not
public record PublicAddress(boolean data, Keeping keeping) {

  /// How long an answer stays what it is.
  public enum Keeping {
    /// For ever: it is about a named baseline and says nothing of what became of that.
    FOREVER("public, max-age=31536000, immutable"),
    /// Until something is published, superseded or withdrawn.
    SHORT("public, max-age=60"),
    /// Not at all.
    NOT("no-store");

    private final String cacheControl;

    Keeping(String cacheControl) {
      this.cacheControl = cacheControl;
    }

    /// What others are told of keeping an answer.
    public String cacheControl() {
      return cacheControl;
    }
  }

  private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");
  private static final Pattern PAGES =
      Pattern.compile("/(?:baselines(?:/.*)?|publications|verify|developers)");
  private static final Pattern DATA =
      Pattern.compile(
          "/(?:api/v1/(?:baselines|publications)(?:/.*)?|api/v1/verifications/?"
              + "|\\.well-known/jwks\\.json|id/[^/]+/?|feeds/.*|openapi\\.(?:json|yaml))");
  private static final Pattern NAMED =
      Pattern.compile(
          "/api/v1/baselines/(?!latest/)[^/]+/(?!files\\.jws$|records/[^/]+/standing$).+");
  private static final Pattern VERIFICATIONS = Pattern.compile("/api/v1/verifications/?");

  /// What a request asks for, if that is public.
  ///
  /// @param query what stands behind the question mark, empty if there is none
  public static Optional<PublicAddress> of(String method, String path, String query) {
    if (method.equals("POST")) {
      return Optional.of(path)
          .filter(VERIFICATIONS.asMatchPredicate())
          .map(_ -> new PublicAddress(true, Keeping.NOT));
    }
    if (!READING.contains(method)) {
      return Optional.empty();
    }
    if (DATA.matcher(path).matches()) {
      boolean fixed = NAMED.matcher(path).matches() && !namesLatest(query);
      return Optional.of(new PublicAddress(true, fixed ? Keeping.FOREVER : Keeping.SHORT));
    }
    return Optional.of(path)
        .filter(PAGES.asMatchPredicate())
        .map(_ -> new PublicAddress(false, Keeping.SHORT));
  }

  private static boolean namesLatest(String query) {
    try {
      return URLDecoder.decode(query, StandardCharsets.UTF_8).contains("latest");
    } catch (IllegalArgumentException e) {
      return true;
    }
  }
}
