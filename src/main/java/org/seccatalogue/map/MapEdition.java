package org.seccatalogue.map;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a map is of.
///
/// @param name of the baseline, or what is said instead of one
/// @param digest of its content, 64 hexadecimal digits
/// @param since the name of the edition with which it is compared; absent where it stands alone
public record MapEdition(String name, LocalDate dated, String digest, @Nullable String since) {

  private static final int SHORT = 12;

  public MapEdition(String name, LocalDate dated, String digest) {
    this(name, dated, digest, null);
  }

  MapEdition comparedWith(MapEdition older) {
    return new MapEdition(name, dated, digest, older.name);
  }

  public boolean isCompared() {
    return since != null;
  }

  /// So much of the digest as tells one from another on a wall.
  public String shortDigest() {
    return digest.substring(0, SHORT);
  }
}
