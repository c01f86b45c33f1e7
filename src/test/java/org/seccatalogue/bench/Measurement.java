package org.seccatalogue.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What one kind of work took, beside what it takes at least.
///
/// @param heap the most megabytes in use after a garbage collection during our work
record Measurement(String work, int size, double ours, double floor, double aim, long heap) {

  private static final String HEADER =
      """
      | work | size | ours (s) | floor (s) | ratio | aim | heap (MB) |
      |---|---:|---:|---:|---:|---:|---:|
      """;

  /// A table for people, which is also Markdown.
  static String table(List<Measurement> measurements) {
    return HEADER + measurements.stream().map(Measurement::row).collect(Collectors.joining());
  }

  String row() {
    return String.format(
        Locale.UK,
        "| %s | %,d | %.2f | %.2f | %.1f | %.1f | %d |%n",
        work,
        size,
        ours,
        floor,
        ours / floor,
        aim,
        heap);
  }
}
