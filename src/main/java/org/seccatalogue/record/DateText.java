package org.seccatalogue.record;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Days as people write them. What can be read in one way only is read; 03/04/2011 cannot.
final class DateText {

  private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern NUMBERS =
      Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})");
  private static final Pattern MIDNIGHT = Pattern.compile("[T ]00:00(:00(\\.0+)?)?Z?$");
  private static final int MONTHS = 12;
  private static final List<DateTimeFormatter> FORMS =
      Stream.of(
              "uuuu/M/d", "d MMM uuuu", "d-MMM-uuuu", "d MMMM uuuu", "MMM d, uuuu", "MMMM d, uuuu")
          .map(DateText::form)
          .toList();

  private DateText() {}

  private static DateTimeFormatter form(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.UK)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /// The day as ISO 8601 writes it, or the text as it is.
  static String iso(String text) {
    String day = MIDNIGHT.matcher(text).replaceFirst("");
    if (ISO.matcher(day).matches()) {
      return day;
    }
    Matcher numbers = NUMBERS.matcher(day);
    if (numbers.matches()) {
      return iso(
          day,
          Integer.parseInt(numbers.group(1)),
          Integer.parseInt(numbers.group(2)),
          Integer.parseInt(numbers.group(3)));
    }
    for (DateTimeFormatter form : FORMS) {
      try {
        return LocalDate.parse(day, form).toString();
      } catch (DateTimeParseException e) {
        // Another form may fit.
      }
    }
    return day;
  }

  /// The day must tell itself from the month: by being above twelve, or the same.
  private static String iso(String text, int first, int second, int year) {
    boolean dayFirst = first > MONTHS || first == second;
    boolean known = dayFirst || second > MONTHS;
    int day = dayFirst ? first : second;
    int month = dayFirst ? second : first;
    boolean exists = month >= 1 && month <= MONTHS && day >= 1 && day <= 31;
    if (!known || !exists || day > LocalDate.of(year, month, 1).lengthOfMonth()) {
      return text;
    }
    return LocalDate.of(year, month, day).toString();
  }

  /// What was expected instead of a text that is no day.
  static String expected(String text) {
    return NUMBERS.matcher(text).matches()
        ? "a date such as 2011-11-30; which of the first two numbers is the month cannot be told"
        : "a date such as 2011-11-30";
  }
}
