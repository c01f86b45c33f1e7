package org.seccatalogue.sql;

import java.nio.file.FileSystemException;
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
  ///
  /// @param failure in which it showed
  public static synchronized void tell(Outage outage, Throwable failure) {
    long now = System.nanoTime();
    Long last = TOLD.get(outage);
    if (last == null || now - last > QUIET) {
      TOLD.put(outage, now);
      LOG.log(
          System.Logger.Level.WARNING,
          "{0}{1}; what needs it is refused until it is back",
          outage.sentence(),
          place(failure));
    }
  }

  /// Which file it is about, if one.
  private static String place(Throwable failure) {
    return Causes.of(failure)
        .filter(FileSystemException.class::isInstance)
        .findFirst()
        .map(file -> " (" + file.getMessage() + ")")
        .orElse("");
  }
}
