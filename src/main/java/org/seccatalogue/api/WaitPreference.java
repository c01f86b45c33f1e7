package org.seccatalogue.api;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How long a request prefers to wait (RFC 7240).
public final class WaitPreference {

  private static final Pattern WAIT =
      Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?([0-9]{1,6})", Pattern.CASE_INSENSITIVE);
  private static final Pattern ASYNC =
      Pattern.compile("(?:^|[,;\\s])respond-async(?:$|[,;\\s])", Pattern.CASE_INSENSITIVE);

  private WaitPreference() {}

  /// Reads the header; absent where it does not say.
  ///
  /// @param prefer the header; a preference that is not understood is as if it were not there
  public static @Nullable Duration of(@Nullable String prefer) {
    if (prefer == null) {
      return null;
    }
    Matcher wait = WAIT.matcher(prefer);
    if (wait.find()) {
      return Duration.ofSeconds(Long.parseLong(wait.group(1)));
    }
    return ASYNC.matcher(prefer).find() ? Duration.ZERO : null;
  }
}
