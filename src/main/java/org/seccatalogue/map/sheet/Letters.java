package org.seccatalogue.map.sheet;

import java.util.ArrayList;
import java.util.List;

/// How wide words are in the letters of the map, the same on every machine: in Helvetica, and in
/// the typefaces that are as wide. What these do not have is taken to be as wide as anything is.
public final class Letters {

  /// The size of a point in mm.
  public static final double POINT = 25.4 / 72;

  private static final int FIRST = ' ';
  private static final double THOUSAND = 1000;
  private static final int[] WIDTHS = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
  };
  private static final int OTHER = 700;
  private static final int WIDE = 1000;
  private static final int FIRST_WIDE = 0x2e80;
  private static final double BOLD = 1.1;

  private Letters() {}

  /// The width of a line of text in mm.
  ///
  /// @param size in points
  public static double width(String text, double size) {
    return text.codePoints().mapToLong(Letters::width).sum() / THOUSAND * size * POINT;
  }

  public static double bold(String text, double size) {
    return width(text, size) * BOLD;
  }

  private static long width(int codePoint) {
    int place = codePoint - FIRST;
    if (place >= 0 && place < WIDTHS.length) {
      return WIDTHS[place];
    }
    return codePoint >= FIRST_WIDE ? WIDE : OTHER;
  }

  /// The text in lines that are no wider than this. A word that is wider is broken.
  public static List<String> wrapped(String text, double width, double size) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : words(text, width, size)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (line.isEmpty() || width(longer, size) <= width) {
        line = longer;
      } else {
        lines.add(line);
        line = word;
      }
    }
    lines.add(line);
    return lines;
  }

  private static List<String> words(String text, double width, double size) {
    List<String> words = new ArrayList<>();
    for (String word : text.strip().split("\\s+", 0)) {
      String rest = word;
      while (width(rest, size) > width && rest.length() > 1) {
        int end = rest.length() - 1;
        while (end > 1 && width(rest.substring(0, end), size) > width) {
          end = Character.isLowSurrogate(rest.charAt(end - 1)) ? end - 2 : end - 1;
        }
        words.add(rest.substring(0, end));
        rest = rest.substring(end);
      }
      words.add(rest);
    }
    return words;
  }
}
