package org.seccatalogue.baseline.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which of several siblings changed places. As many as can be are taken to have stayed: those of a
/// longest run that is still in its old order. Numbers that only shifted, because another record
/// came or went, move nobody.
final class Reordered {

  private Reordered() {}

  /// Finds those that do not belong to the run.
  ///
  /// @param ranks where each stands now, in the order in which they stood; no two are the same
  /// @return their indices, in order
  static List<Integer> of(int[] ranks) {
    int[] ends = new int[ranks.length];
    int[] before = new int[ranks.length];
    int longest = 0;
    for (int i = 0; i < ranks.length; i++) {
      int length = lengthBelow(ranks, ends, longest, ranks[i]);
      before[i] = length == 0 ? -1 : ends[length - 1];
      ends[length] = i;
      longest = Math.max(longest, length + 1);
    }
    Set<Integer> stayed = new HashSet<>();
    for (int i = longest == 0 ? -1 : ends[longest - 1]; i >= 0; i = before[i]) {
      stayed.add(i);
    }
    List<Integer> moved = new ArrayList<>();
    for (int i = 0; i < ranks.length; i++) {
      if (!stayed.contains(i)) {
        moved.add(i);
      }
    }
    return Collections.unmodifiableList(moved);
  }

  /// The length of the longest run that a rank can follow. The last ranks of the runs of each
  /// length
  /// are in order.
  private static int lengthBelow(int[] ranks, int[] ends, int longest, int rank) {
    int low = 0;
    int high = longest;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ranks[ends[middle]] < rank) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
