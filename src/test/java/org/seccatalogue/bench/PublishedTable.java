package org.seccatalogue.bench;

import java.util.Locale;

/// What is published, beside its floors, as a table for people that is also Markdown. Each row is
/// shown as it comes.
final class PublishedTable {

  private static final String HEADER =
      """
      | work | records | ours | floor | ratio | aim | heap (MB) |
      |---|---:|---:|---:|---:|---:|---:|
      """;

  private final StringBuilder rows = new StringBuilder(HEADER);

  /// @param ours answers in a second, seconds or milliseconds, as `work` says
  /// @param heap megabytes that were in use after a garbage collection
  void add(String work, int size, double ours, double floor, String aim, long heap) {
    String row =
        String.format(
            Locale.UK,
            "| %s | %,d | %,.2f | %,.2f | %.2f | %s | %d |%n",
            work,
            size,
            ours,
            floor,
            ours / floor,
            aim,
            heap);
    System.out.print(row);
    rows.append(row);
  }

  String text() {
    return rows.toString();
  }
}
