package org.seccatalogue.document.word;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// The name that an anchor has in Word: at most 40 letters, digits and underscores, first a letter,
/// and upper case the same as lower case.
final class BookmarkName {

  private static final int LONGEST = 40;
  private static final int CHECKSUM = 9;
  private static final Pattern FORBIDDEN = Pattern.compile("[^A-Za-z0-9_]");

  private BookmarkName() {}

  /// The readable part of the anchor, and a checksum of all of it, so that anchors that differ in a
  /// forbidden character only stay apart.
  static String of(String anchor) {
    CRC32 checksum = new CRC32();
    checksum.update(anchor.getBytes(StandardCharsets.UTF_8));
    String readable = "a_" + FORBIDDEN.matcher(anchor).replaceAll("_");
    return "%s_%08x"
        .formatted(
            readable.substring(0, Math.min(readable.length(), LONGEST - CHECKSUM)),
            checksum.getValue());
  }
}
