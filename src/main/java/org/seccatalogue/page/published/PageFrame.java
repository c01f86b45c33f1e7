package org.seccatalogue.page.published;

import org.jspecify.annotations.Nullable;

/// What the frame of every page for readers needs.
///
/// @param at the address below which the pages of the baseline stand
/// @param nav the entry of the navigation that the page belongs to
/// @param baseline the baseline, if the page shows one
public record PageFrame(String at, String nav, @Nullable ShownBaseline baseline) {

  private static final String LATEST = "/baselines/latest";

  /// The frame of a page that is of no baseline: it leads to the newest.
  public static PageFrame none(String nav) {
    return new PageFrame(LATEST, nav, null);
  }
}
