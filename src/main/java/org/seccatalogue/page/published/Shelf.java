package org.seccatalogue.page.published;

import org.jspecify.annotations.Nullable;

/// What the frame of every page for readers needs.
///
/// @param at the address below which the pages of the baseline stand
/// @param nav the entry of the navigation that the page belongs to
/// @param edition the baseline, if the page shows one
public record Shelf(String at, String nav, @Nullable Edition edition) {

  private static final String LATEST = "/baselines/latest";

  /// The frame of a page that is of no baseline: it leads to the newest.
  public static Shelf none(String nav) {
    return new Shelf(LATEST, nav, null);
  }
}
