package org.seccatalogue.workbook;

import java.util.BitSet;
import java.util.List;

/// How a sheet shows its cells, as far as that tells what they mean.
///
/// @param hiddenColumns counted from 0
/// @param merged in the order of their first rows; no two have a cell in common
public record SheetLayout(BitSet hiddenColumns, List<MergedRegion> merged) {
  public static final SheetLayout PLAIN = new SheetLayout(new BitSet(), List.of());
}
