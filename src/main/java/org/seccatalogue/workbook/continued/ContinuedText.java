package org.seccatalogue.workbook.continued;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a text that is too long for a cell stands in cells of several rows. Each cell but the last
/// ends with a line that says which part it is and of how many; the first cell of each row but the
/// first says the same beside the key of the record.
public final class ContinuedText {

  /// Spreadsheet programs have no cell of more characters (UTF-16, as everywhere).
  public static final int LONGEST_CELL = 32_767;

  /// Characters of a part, which leave room to write more into its cell.
  private static final int PART = 30_000;

  /// LibreOffice breaks a longer line of a cell that has several lines.
  private static final int LONGEST_LINE = 16_000;

  /// How far before that a part may end, so that no word is cut.
  private static final int NEAR = 1_000;

  private static final String PART_OF = "(part ";
  private static final String GOES_ON = ", continues in the row below)";
  private static final String END = ")";
  private static final Pattern NUMBERS = Pattern.compile("([1-9][0-9]{0,4}) of ([1-9][0-9]{0,4})");

  private ContinuedText() {}

  /// Where a text stands.
  public enum Room {
    /// In a cell of a workbook.
    CELL,
    /// In a field of a file of comma-separated values, which has room for any text.
    FIELD
  }

  /// A cell that holds a part which others follow.
  ///
  /// @param text of the part
  /// @param number of the part, counted from 1
  /// @param of how many parts there are
  record Part(String text, int number, int of) {}

  /// The first cell of a row that goes on with the one above it.
  ///
  /// @param key of the record; empty where it has none yet
  public record Label(String key, int number, int of) {}

  /// Whether a text cannot stand in one cell as it is. One that ends as a part does could not be
  /// told from a part.
  public static boolean isNeeded(String text, Room room) {
    return (room == Room.CELL && isTooLong(text, 0, text.length()))
        || (text.endsWith(END) && part(text).isPresent());
  }

  /// Whether what a text says between two places is too long for a cell; what does not end the text
  /// has a mark behind it, on a line of its own.
  private static boolean isTooLong(String text, int from, int stop) {
    int length = stop - from;
    boolean marked = stop < text.length();
    if (length > (marked ? PART : LONGEST_CELL)) {
      return true;
    }
    return length > LONGEST_LINE
        && (marked || text.indexOf('\n', from) >= 0)
        && lineEnd(text, from, stop) < stop;
  }

  /// Where the first line ends that is too long, after as much of it as is not; `stop` if there is
  /// none.
  private static int lineEnd(String text, int from, int stop) {
    int start = from;
    while (start < stop) {
      int line = text.indexOf('\n', start);
      int end = line < 0 ? stop : Math.min(line, stop);
      if (end - start > LONGEST_LINE) {
        return start + LONGEST_LINE;
      }
      start = end + 1;
    }
    return stop;
  }

  /// What stands in the cells for a text that [#isNeeded] is true of.
  public static List<String> cells(String text, Room room) {
    List<String> parts = parts(text, room);
    List<String> cells = new ArrayList<>(parts.size());
    for (int i = 1; i < parts.size(); i++) {
      cells.add(parts.get(i - 1) + "\n" + mark(i, parts.size()));
    }
    cells.add(parts.getLast());
    return cells;
  }

  static String mark(int number, int of) {
    return PART_OF + number + " of " + of + GOES_ON;
  }

  /// What stands in the first cell of a row that goes on with the one above it.
  public static String label(String key, int number, int of) {
    return (key + " " + PART_OF + number + " of " + of + END).strip();
  }

  private static List<String> parts(String text, Room room) {
    int stop = part(text).isPresent() ? text.lastIndexOf(PART_OF) + 1 : text.length();
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (room == Room.CELL && isTooLong(text, from, stop)) {
      int to = end(text, from, stop);
      parts.add(text.substring(from, to));
      from = to;
    }
    parts.add(text.substring(from, stop));
    if (stop < text.length()) {
      parts.add(text.substring(stop));
    }
    return parts;
  }

  /// After the last space that is near, so that spaces stand before the mark, where no program
  /// takes them away; else anywhere but within a character of two.
  private static int end(String text, int from, int stop) {
    int most = Math.min(from + PART, lineEnd(text, from, stop));
    for (int to = most; to > most - NEAR; to--) {
      if (isSpace(text.charAt(to - 1)) && !isSpace(text.charAt(to))) {
        return to;
      }
    }
    return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n';
  }

  /// The part that a cell holds, if others follow it.
  static Optional<Part> part(String cell) {
    String text = cell.stripTrailing();
    if (!text.endsWith(GOES_ON)) {
      return Optional.empty();
    }
    int start = text.lastIndexOf(PART_OF);
    return numbers(text, start, GOES_ON)
        .map(found -> new Part(before(text, start), number(found, 1), number(found, 2)));
  }

  /// The text before a mark, without the line break that was put there.
  private static String before(String cell, int mark) {
    int end = mark;
    if (end > 0 && cell.charAt(end - 1) == '\n') {
      end--;
    }
    return cell.substring(0, end);
  }

  /// What the first cell of a row says, if it goes on with the one above it.
  public static Optional<Label> labelled(String cell) {
    String text = cell.strip();
    if (!text.endsWith(END)) {
      return Optional.empty();
    }
    int start = text.lastIndexOf(PART_OF);
    return numbers(text, start, END)
        .map(
            found ->
                new Label(text.substring(0, start).strip(), number(found, 1), number(found, 2)));
  }

  private static Optional<Matcher> numbers(String text, int start, String end) {
    if (start < 0) {
      return Optional.empty();
    }
    Matcher matcher =
        NUMBERS.matcher(text.substring(start + PART_OF.length(), text.length() - end.length()));
    return Optional.of(matcher).filter(Matcher::matches);
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }
}
