package org.seccatalogue.bundle.shown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How words look, as far as that decides whether they are read. What is absent is as around them.
///
/// @param color six hexadecimal digits, or a word
/// @param size in half points
/// @param ground the colour behind the words
/// @param squeezed whether they are moved or pressed together so that they cannot be read
record Look(
    @Nullable Boolean hidden,
    @Nullable Boolean struck,
    @Nullable String color,
    @Nullable Integer size,
    @Nullable String font,
    @Nullable String ground,
    @Nullable Boolean squeezed) {

  static final Look AS_AROUND = new Look(null, null, null, null, null, null, null);

  private static final String WHITE = "FFFFFF";
  private static final double FLARE = 0.05;
  private static final int SMALLEST = 9;
  private static final int LARGEST = 144;

  /// How many times brighter the ground of words must be at least, or they than it: dark grey on
  /// white is 7 times, a grey that is hardly seen 2 times, and white on white once.
  private static final double FAINTEST = 2;

  private static final List<String> OTHER_ALPHABETS =
      List.of("wingdings", "webdings", "symbol", "zapf dingbats", "marlett", "mt extra");

  /// This look, and that one where it says nothing.
  Look over(Look below) {
    return new Look(
        hidden == null ? below.hidden : hidden,
        struck == null ? below.struck : struck,
        color == null ? below.color : color,
        size == null ? below.size : size,
        font == null ? below.font : font,
        ground == null ? below.ground : ground,
        squeezed == null ? below.squeezed : squeezed);
  }

  boolean isHidden() {
    return Boolean.TRUE.equals(hidden);
  }

  /// What hides or strikes out, and nothing else.
  Look marks() {
    return new Look(
        isHidden() ? true : null,
        Boolean.TRUE.equals(struck) ? true : null,
        null,
        null,
        null,
        null,
        null);
  }

  /// What keeps people from reading words that look so.
  List<String> signs() {
    List<String> signs = new ArrayList<>();
    if (isHidden()) {
      signs.add("Hidden words");
    }
    if (Boolean.TRUE.equals(struck)) {
      signs.add("Words struck through");
    }
    if (size != null && size < SMALLEST) {
      signs.add("Words too small to read");
    }
    if (size != null && size > LARGEST) {
      signs.add("Words too large to read");
    }
    if (Boolean.TRUE.equals(squeezed)) {
      signs.add("Words pressed together or moved away");
    }
    if (isFaint()) {
      signs.add("Words in a colour that is hardly seen");
    }
    if (font != null
        && OTHER_ALPHABETS.stream().anyMatch(font.toLowerCase(Locale.ROOT)::startsWith)) {
      signs.add("Words in a font of symbols");
    }
    return signs;
  }

  /// As WCAG measures it. Words without a colour are as dark as their ground is light.
  private boolean isFaint() {
    if (color == null || !isColor(color)) {
      return false;
    }
    double one = brightness(color) + FLARE;
    double other = brightness(ground != null && isColor(ground) ? ground : WHITE) + FLARE;
    return Math.max(one, other) / Math.min(one, other) < FAINTEST;
  }

  private static boolean isColor(String color) {
    return color.matches("[0-9A-Fa-f]{6}");
  }

  private static double brightness(String color) {
    return 0.2126 * channel(color, 0) + 0.7152 * channel(color, 2) + 0.0722 * channel(color, 4);
  }

  private static double channel(String color, int at) {
    double channel = Integer.parseInt(color.substring(at, at + 2), 16) / 255.0;
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
