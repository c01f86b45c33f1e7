package org.seccatalogue.sql;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// Says once that something is away, however many ask for it meanwhile.
public final class OutageLog {

  private static final System.Logger LOG = System.getLogger(OutageLog.class.getName());
  private static final long QUIET = Duration.ofMinutes(1).toNanos();

  private static final Map<Outage, Long> TOLD = new EnumMap<>(Outage.class);

  private OutageLog() {}

  /// Writes one line, unless the last of that kind is not a minute old.
  public static synchronized void tell(Outage outage) {
    long now = System.nanoTime();
    Long last = TOLD.get(outage);
    if (last == null || now - last > QUIET) {
      TOLD.put(outage, now);
      LOG.log(
          System.Logger.Level.WARNING,
          "{0}; what needs it is refused until it is back",
          outage.sentence());
    }
  }
}
