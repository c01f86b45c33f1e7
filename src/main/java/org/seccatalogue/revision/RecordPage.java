package org.seccatalogue.revision;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;

/// What came of a query.
public sealed interface RecordPage {

  /// Of the outline.
  Pattern PATH = Pattern.compile("[0-9a-f]{8}(\\.[0-9a-f]{8})*");

  /// Records in the order of the outline, and the cursor of the next page if there is one.
  record Page(List<StoredRecord> records, @Nullable String next) implements RecordPage {}

  /// The query is wrong at all these places.
  record Refused(List<Finding> findings) implements RecordPage {}

  /// The cursor of the page behind the record that stands at a path of the outline.
  static String cursor(String path) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(path.getBytes(StandardCharsets.US_ASCII));
  }

  /// The path behind which the page of a cursor begins; nothing where no page gave the cursor.
  static Optional<String> behind(String cursor) {
    try {
      String path = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      return Optional.of(path).filter(PATH.asMatchPredicate());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
