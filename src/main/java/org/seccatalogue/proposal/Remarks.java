package org.seccatalogue.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.Place;

/// What cells tell besides their values.
public final class Remarks {

  private Remarks() {}

  /// Puts the remarks on the cells of a batch to the findings on what they say, so that each cell
  /// is told of once where both mean the same.
  public static List<Finding> joined(List<Finding> findings, List<Proposal> batch) {
    Map<Place, Finding> remarks = new HashMap<>();
    batch.forEach(row -> row.remarks().forEach(remark -> remarks.put(remark.place(), remark)));
    if (remarks.isEmpty()) {
      return findings;
    }
    List<Finding> joined = new ArrayList<>();
    for (Finding finding : findings) {
      Finding remark = remarks.get(finding.place());
      if (remark == null || !isOfValue(finding)) {
        joined.add(finding);
      } else if (!remark.isError()) {
        remarks.remove(finding.place());
        joined.add(
            Finding.error(
                finding.code(),
                finding.place(),
                finding.found(),
                finding.expected() + "; or " + remark.expected()));
      }
    }
    batch.stream()
        .flatMap(row -> row.remarks().stream())
        .filter(remark -> remarks.containsKey(remark.place()))
        .forEach(joined::add);
    return joined;
  }

  private static boolean isOfValue(Finding finding) {
    return switch (finding.code()) {
      case BAD_VALUE, UNKNOWN_CODE, UNKNOWN_RECORD, MISSING_VALUE, BAD_LINK -> finding.isError();
      default -> false;
    };
  }
}
