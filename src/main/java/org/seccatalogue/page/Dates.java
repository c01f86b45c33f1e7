package org.seccatalogue.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/// Days and times as people in Great Britain write them.
public final class Dates {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK)
          .withZone(ZoneId.of("Europe/London"));

  private Dates() {}

  public static String time(Instant instant) {
    return TIME.format(instant);
  }

  /// A day of ISO 8601 in words; any other text as it is.
  public static String day(String iso) {
    try {
      return DAY.format(LocalDate.parse(iso));
    } catch (DateTimeParseException e) {
      return iso;
    }
  }
}
