package org.seccatalogue.rules;

import java.util.Comparator;
import java.util.List;
import org.seccatalogue.finding.Finding;

/// The order in which a draft is read: its type and stage, its place, its values, its links.
final class FindingOrder {

  private static final List<String> PARTS =
      List.of(
          "type", "key", "stage", "editorial", "note", "replacedBy", "parent", "before", "after");
  private static final String LINKS = "links";

  static final Comparator<Finding> READING =
      Comparator.<Finding>comparingInt(finding -> part(segments(finding)))
          .thenComparingInt(finding -> link(segments(finding)));

  private FindingOrder() {}

  private static String[] segments(Finding finding) {
    return finding.place().text().split("/", -1);
  }

  private static int part(String[] segments) {
    String first = segments.length > 1 ? segments[1] : "";
    if (first.equals(LINKS)) {
      return PARTS.size() + 1;
    }
    int part = PARTS.indexOf(first);
    return part < 0 ? PARTS.size() : part;
  }

  private static int link(String[] segments) {
    return segments.length > 2 && segments[1].equals(LINKS) && segments[2].matches("[0-9]{1,9}")
        ? Integer.parseInt(segments[2])
        : 0;
  }
}
