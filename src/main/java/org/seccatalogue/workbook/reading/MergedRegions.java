package org.seccatalogue.workbook.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.seccatalogue.finding.Place;
import org.seccatalogue.workbook.MergedRegion;
import org.seccatalogue.workbook.NotAWorkbook;
import org.seccatalogue.workbook.Workbook;

/// Collects the merged regions of a sheet. Of two that overlap, which no spreadsheet program
/// writes, the later one does not count.
public final class MergedRegions {

  private final String sheet;
  private final Workbook.Limits limits;
  private final List<MergedRegion> found = new ArrayList<>();

  public MergedRegions(String sheet, Workbook.Limits limits) {
    this.sheet = sheet;
    this.limits = limits;
  }

  public void add(MergedRegion region) {
    if (!region.isTall() && !region.isWide()) {
      return;
    }
    if (found.size() == limits.mergedRegions()) {
      throw NotAWorkbook.tooLarge(
          new Place.Sheet(sheet),
          "more merged regions",
          "at most " + limits.mergedRegions() + " (catalogue.import.merged-regions)");
    }
    found.add(region);
  }

  public List<MergedRegion> inOrder() {
    found.sort(
        Comparator.comparingInt(MergedRegion::firstRow)
            .thenComparingInt(MergedRegion::firstColumn));
    List<MergedRegion> kept = new ArrayList<>();
    TreeMap<Integer, MergedRegion> current = new TreeMap<>();
    for (MergedRegion region : found) {
      if (isFree(current, region)) {
        current.put(region.firstColumn(), region);
        kept.add(region);
      }
    }
    return List.copyOf(kept);
  }

  /// Whether no earlier region reaches into this one; those that ended are forgotten.
  private static boolean isFree(NavigableMap<Integer, MergedRegion> current, MergedRegion region) {
    Integer before = current.floorKey(region.lastColumn());
    while (before != null) {
      MergedRegion other = java.util.Objects.requireNonNull(current.get(before));
      if (other.lastRow() < region.firstRow()) {
        current.remove(before);
      } else if (other.lastColumn() >= region.firstColumn()) {
        return false;
      } else {
        return true;
      }
      before = current.lowerKey(before);
    }
    return true;
  }
}
