package org.seccatalogue.map;

import java.time.LocalDate;

/// What a map is of.
///
/// @param name of the baseline, or what is said instead of one
/// @param digest of its content, 64 hexadecimal digits
public record MapEdition(String name, LocalDate dated, String digest) {

  private static final int SHORT = 12;

  /// So much of the digest as tells one from another on a wall.
  public String shortDigest() {
    return digest.substring(0, SHORT);
  }
}
