package org.seccatalogue.record;

import org.jspecify.annotations.Nullable;

/// Where among its siblings somebody wants a record to stand: first, before one or after one. At
/// most one of them may be said.
///
/// @param before key or reference of the sibling before which it is to stand
/// @param after key or reference of the sibling after which it is to stand
public record PlaceWish(boolean first, @Nullable String before, @Nullable String after) {

  /// Nothing is said: last for a new record or in another section, else where it is.
  public static final PlaceWish NONE = new PlaceWish(false, null, null);

  /// The first of its siblings.
  public static final PlaceWish FIRST = new PlaceWish(true, null, null);

  public static PlaceWish before(String sibling) {
    return new PlaceWish(false, sibling, null);
  }

  public static PlaceWish after(String sibling) {
    return new PlaceWish(false, null, sibling);
  }
}
