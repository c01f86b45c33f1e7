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

  private static final int SMALLEST = 9;
  private static final int FAINTEST = 0xC8;
  private static final List<String> OTHER_ALPHABETS =
      List.of("wingdings", "webdings", "symbol", "zapf dingbats", "marlett");

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
    if (Boolean.TRUE.equals(squeezed)) {
      signs.add("Words pressed together or moved away");
    }
    if (isFaint()) {
      signs.add("Words in a colour that is hardly seen");
    }
    if (font != null && OTHER_ALPHABETS.contains(font.toLowerCase(Locale.ROOT))) {
      signs.add("Words in a font of symbols");
    }
    return signs;
  }

  /// Light on light, or on a ground of its own colour.
  private boolean isFaint() {
    if (color == null || !color.matches("[0-9A-Fa-f]{6}")) {
      return false;
    }
    boolean light = channels(color).stream().allMatch(channel -> channel >= FAINTEST);
    return light || color.equalsIgnoreCase(String.valueOf(ground));
  }

  private static List<Integer> channels(String color) {
    return List.of(0, 2, 4).stream()
        .map(at -> Integer.parseInt(color.substring(at, at + 2), 16))
        .toList();
  }
}
