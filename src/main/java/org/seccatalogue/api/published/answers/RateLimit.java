package org.seccatalogue.api.published.answers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// How many requests a client may still make: a bucket for each, which fills up evenly.
@ApplicationScoped
class RateLimit {

  /// Clients that are remembered; of more, those that asked longest ago are forgotten.
  private static final int CLIENTS = 100_000;

  private final int requests;
  private final Duration window;
  private final Clock clock;
  private final Cache<String, Bucket> buckets = Caffeine.newBuilder().maximumSize(CLIENTS).build();

  /// @param requests most of a window; 0: no limit
  RateLimit(
      @ConfigProperty(name = "catalogue.public.requests", defaultValue = "3000") int requests,
      @ConfigProperty(name = "catalogue.public.window", defaultValue = "1M") Duration window,
      Clock clock) {
    this.requests = requests;
    this.window = window;
    this.clock = clock;
  }

  /// What was left at a time in milliseconds, in parts of which the window's milliseconds are one
  /// request, so that no rounding adds up.
  private record Bucket(long left, long at) {}

  /// @param left requests that may follow at once
  /// @param full seconds until all may
  /// @param retry seconds until the next may; 0 when this one may
  record Verdict(long left, long full, long retry) {
    boolean allowed() {
      return retry == 0;
    }
  }

  boolean isOn() {
    return requests > 0;
  }

  /// The limit, in the words of `RateLimit-Policy`.
  String policy() {
    return "\"client\";q=" + requests + ";w=" + window.toSeconds();
  }

  Verdict take(String client) {
    long now = clock.millis();
    long one = window.toMillis();
    long[] left = new long[1];
    buckets
        .asMap()
        .compute(
            client,
            (_, bucket) -> {
              left[0] = bucket == null ? requests * one : filled(bucket, now);
              return new Bucket(left[0] >= one ? left[0] - one : left[0], now);
            });
    boolean allowed = left[0] >= one;
    long rest = allowed ? left[0] - one : left[0];
    return new Verdict(
        rest / one, seconds(requests * one - rest), allowed ? 0 : Math.max(1, seconds(one - rest)));
  }

  private long filled(Bucket bucket, long now) {
    long since = Math.clamp(now - bucket.at(), 0, window.toMillis());
    return Math.min(requests * window.toMillis(), bucket.left() + requests * since);
  }

  /// In how many seconds so many parts come back.
  private long seconds(long missing) {
    return Math.ceilDiv(missing, requests * 1000L);
  }
}
