package org.seccatalogue.baseline.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The orders in which published records are listed.
enum PublishedOrder {
  OUTLINE,
  KEY,
  RANK;

  /// The word that readers use.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<PublishedOrder> of(String word) {
    return Arrays.stream(values()).filter(order -> order.word().equals(word)).findFirst();
  }
}
