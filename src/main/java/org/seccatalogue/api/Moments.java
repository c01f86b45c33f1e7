package org.seccatalogue.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Moments as the contract writes them: with the offset of UTC.
public final class Moments {

  private Moments() {}

  public static @Nullable OffsetDateTime of(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }
}
