package org.seccatalogue.baseline.search;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a page of published records ends: the sort key of its last record. Nothing in it depends
/// on the baseline being as it was, because it never changes.
///
/// @param rank millionths; 0 unless the order is by rank
/// @param text the path in the outline, or by key the natural order
/// @param key by key the key, else empty
record PageKey(PublishedOrder order, int rank, String text, String key) {

  private static final Pattern FORM =
      Pattern.compile(
          "(OUTLINE|RANK) ([0-9]{1,10}) ([0-9a-f]{8}(?:\\.[0-9a-f]{8})*) ()"
              + "|(KEY) (0) ([^\0]{1,2000}) ([A-Z]{3}-[0-9]{4,9})");

  /// As a cursor carries it.
  String position() {
    return order + " " + rank + " " + text + " " + key;
  }

  /// What a position says; nothing when it is none, or of another order.
  static Optional<PageKey> of(String position, PublishedOrder order) {
    Matcher matcher = FORM.matcher(position);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int first = matcher.group(1) == null ? 5 : 1;
    long rank = Long.parseLong(matcher.group(first + 1));
    return PublishedOrder.valueOf(matcher.group(first)) == order && rank <= Integer.MAX_VALUE
        ? Optional.of(
            new PageKey(order, (int) rank, matcher.group(first + 2), matcher.group(first + 3)))
        : Optional.empty();
  }
}
