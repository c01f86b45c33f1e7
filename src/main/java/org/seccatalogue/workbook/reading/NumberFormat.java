package org.seccatalogue.workbook.reading;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.CellKind;

/// How cells of a style show their numbers, as far as it tells what they mean: as days and times,
/// as per cent, or with zeros that belong to an identifier or version.
///
/// @param digits least digits before the point that are shown
/// @param decimals digits after the point that are shown
public record NumberFormat(Shown shown, int digits, int decimals, boolean from1904) {

  /// As what a number is shown.
  enum Shown {
    NUMBER,
    PER_CENT,
    DATE,
    TIME,
    DURATION
  }

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.");
  private static final Pattern ELAPSED = Pattern.compile("\\[(h+|m+|s+)\\]");
  private static final Pattern ZEROS = Pattern.compile("(0+)(?:\\.(0+))?");
  private static final Pattern SHORT = Pattern.compile("-?(?:0|[1-9][0-9]{0,14})");
  private static final double LAST_DAY = 2_958_466;
  private static final int FALSE_LEAP_DAY = 60;
  private static final int MOST_ZEROS = 30;

  /// No program writes a longer one.
  private static final int LONGEST = 255;

  public static NumberFormat of(int builtin, @Nullable String code, boolean from1904) {
    String given = code == null ? BuiltinFormats.getBuiltinFormat(Math.max(0, builtin)) : code;
    return of(given == null || given.length() > LONGEST ? "General" : given, from1904);
  }

  public static NumberFormat of(String code, boolean from1904) {
    String lower = code.toLowerCase(Locale.ROOT);
    if (ELAPSED.matcher(lower).find()) {
      return new NumberFormat(Shown.DURATION, 1, 0, from1904);
    }
    String bare = QUOTED.matcher(lower).replaceAll("");
    if (DateUtil.isADateFormat(-1, code)) {
      boolean day = bare.contains("d") || bare.contains("y") || !bare.matches("(?s).*[hs].*");
      return new NumberFormat(day ? Shown.DATE : Shown.TIME, 1, 0, from1904);
    }
    if (bare.contains("%")) {
      return new NumberFormat(Shown.PER_CENT, 1, 0, from1904);
    }
    Matcher zeros = ZEROS.matcher(bare.split(";", 2)[0]);
    return zeros.matches() && zeros.group().length() < MOST_ZEROS
        ? new NumberFormat(
            Shown.NUMBER,
            zeros.group(1).length(),
            zeros.group(2) == null ? 0 : zeros.group(2).length(),
            from1904)
        : new NumberFormat(Shown.NUMBER, 1, 0, from1904);
  }

  /// Gives the text of a number, and the kind of its cell.
  public void read(String raw, BiConsumer<String, CellKind> cell) {
    if (shown == Shown.NUMBER && digits == 1 && decimals == 0 && SHORT.matcher(raw).matches()) {
      cell.accept(raw, CellKind.NUMBER);
      return;
    }
    try {
      read(Double.parseDouble(raw), raw, cell);
    } catch (NumberFormatException e) {
      cell.accept(raw, CellKind.ERROR);
    }
  }

  private void read(double value, String raw, BiConsumer<String, CellKind> cell) {
    if (!Double.isFinite(value)) {
      cell.accept(raw, CellKind.ERROR);
      return;
    }
    switch (shown) {
      case NUMBER -> cell.accept(number(value), CellKind.NUMBER);
      case PER_CENT -> cell.accept(perCent(value), CellKind.NUMBER);
      case DURATION -> cell.accept(duration(value), CellKind.DATE);
      case DATE -> date(value, cell);
      case TIME -> time(value, cell);
    }
  }

  /// The number as a spreadsheet shows it: 0.1, where the file says 0.10000000000000001.
  private static BigDecimal shortest(double value) {
    BigDecimal stripped = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private String number(double value) {
    BigDecimal number = shortest(value);
    String text =
        number.scale() < decimals
            ? number.setScale(decimals).toPlainString()
            : number.toPlainString();
    int point = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
    boolean whole = number.scale() <= decimals && number.signum() >= 0;
    return whole && point < digits ? "0".repeat(digits - point) + text : text;
  }

  /// A number that is written with all its digits or as a power of ten, in plain digits.
  public static String general(String raw) {
    return shortest(Double.parseDouble(raw)).toPlainString();
  }

  public static String perCent(String raw) {
    try {
      return perCent(Double.parseDouble(raw));
    } catch (NumberFormatException e) {
      return raw;
    }
  }

  private static String perCent(double value) {
    return shortest(shortest(value).movePointRight(2).doubleValue()).toPlainString() + "%";
  }

  private static String duration(double days) {
    Duration duration = Duration.ofSeconds(Math.round(days * Duration.ofDays(1).toSeconds()));
    String text = "%d:%02d".formatted(duration.toHours(), Math.abs(duration.toMinutesPart()));
    return duration.toSecondsPart() == 0
        ? text
        : text + ":%02d".formatted(Math.abs(duration.toSecondsPart()));
  }

  private void time(double value, BiConsumer<String, CellKind> cell) {
    if (value >= 0 && value < 1) {
      LocalDateTime moment = DateUtil.getLocalDateTime(value, from1904, true);
      cell.accept(moment.toLocalTime().toString(), CellKind.DATE);
    } else {
      date(value, cell);
    }
  }

  private void date(double value, BiConsumer<String, CellKind> cell) {
    int day = (int) Math.floor(value);
    boolean known = from1904 ? day >= 0 : day >= 1 && day != FALSE_LEAP_DAY;
    if (!known || value >= LAST_DAY) {
      cell.accept(number(value), CellKind.DATE_OUTSIDE_SYSTEM);
      return;
    }
    String text = DateUtil.getLocalDateTime(value, from1904, true).toString();
    cell.accept(day(text), CellKind.DATE);
  }

  /// A day, where the time is midnight.
  public static String day(String moment) {
    return moment.replaceFirst("T00:00(:00)?(\\.0+)?$", "");
  }
}
