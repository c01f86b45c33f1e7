package org.seccatalogue.api.published.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.seccatalogue.api.published.answers.RateLimit.Verdict;

class RateLimitTest {

  /// A clock that is moved by hand.
  private static final class Moved extends Clock {
    private Instant now = Instant.parse("2011-11-30T12:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private final Moved clock = new Moved();
  private final RateLimit limit = new RateLimit(4, Duration.ofSeconds(60), clock);

  @Test
  void fillsUpEvenly() {
    for (int i = 0; i < 4; i++) {
      assertThat(limit.take("192.0.2.1")).isEqualTo(new Verdict(3 - i, 15L * (i + 1), 0));
    }
    assertThat(limit.take("192.0.2.1")).isEqualTo(new Verdict(0, 60, 15));
    clock.now = clock.now.plusSeconds(10);
    assertThat(limit.take("192.0.2.1")).isEqualTo(new Verdict(0, 50, 5));
    clock.now = clock.now.plusSeconds(5);
    assertThat(limit.take("192.0.2.1")).isEqualTo(new Verdict(0, 60, 0));
    clock.now = clock.now.plusSeconds(3600);
    assertThat(limit.take("192.0.2.1")).isEqualTo(new Verdict(3, 15, 0));
  }

  @Test
  void countsEachClientOnItsOwn() {
    for (int i = 0; i < 4; i++) {
      assertThat(limit.take("192.0.2.1").allowed()).isTrue();
    }
    assertThat(limit.take("192.0.2.1").allowed()).isFalse();
    assertThat(limit.take("192.0.2.2").allowed()).isTrue();
  }
}
