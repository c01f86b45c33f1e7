package org.seccatalogue.document.word;

import java.util.Arrays;
import java.util.List;

/// Divides the width of a page among the columns of a table.
final class ColumnWidths {

  /// Longer words are broken: nobody can have a column for each of them.
  private static final int LONGEST_WORD = 18;

  private static final int LONGEST_TEXT = 80;
  private static final int MARGIN = 2;

  private ColumnWidths() {}

  /// Divides by given shares.
  static int[] shares(int total, int... shares) {
    return divide(total, Arrays.stream(shares).asDoubleStream().toArray());
  }

  /// Divides by content: every column has room for its longest word, and what is left goes to those
  /// with more text.
  static int[] fitting(int total, List<String> header, List<List<String>> rows) {
    double[] weights = new double[header.size()];
    for (int column = 0; column < weights.length; column++) {
      weights[column] = weight(column, header, rows);
    }
    return divide(total, weights);
  }

  private static double weight(int column, List<String> header, List<List<String>> rows) {
    int word = longestWord(header.get(column));
    int text = header.get(column).length();
    for (List<String> row : rows) {
      if (column < row.size()) {
        word = Math.max(word, longestWord(row.get(column)));
        text = Math.max(text, row.get(column).length());
      }
    }
    int least = Math.min(word, LONGEST_WORD) + MARGIN;
    return least + Math.sqrt(Math.min(text, LONGEST_TEXT));
  }

  private static int longestWord(String text) {
    int longest = 0;
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || Character.isWhitespace(text.charAt(at))) {
        longest = Math.max(longest, at - start);
        start = at + 1;
      }
    }
    return longest;
  }

  /// The last column takes what rounding leaves, so that the sum is exact.
  private static int[] divide(int total, double[] weights) {
    double sum = Arrays.stream(weights).sum();
    int[] widths = new int[weights.length];
    int used = 0;
    for (int i = 0; i < widths.length - 1; i++) {
      widths[i] = (int) (total * weights[i] / sum);
      used += widths[i];
    }
    widths[widths.length - 1] = total - used;
    return widths;
  }
}
