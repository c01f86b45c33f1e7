package org.seccatalogue.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;

/// What was found in one draft.
final class Findings {

  private static final List<String> PARTS =
      List.of(
          "type", "key", "stage", "editorial", "note", "replacedBy", "parent", "before", "after");
  private static final String LINKS = "links";

  /// The order in which a draft is read: its type and stage, its place, its values, its links.
  static final Comparator<Finding> READING =
      Comparator.<Finding>comparingInt(finding -> part(segments(finding)))
          .thenComparingInt(finding -> link(segments(finding)));

  private final List<Finding> all = new ArrayList<>();

  void add(FindingCode code, String pointer, @Nullable String found, String expected) {
    all.add(of(code, pointer, found, expected));
  }

  void add(Finding finding) {
    all.add(finding);
  }

  void addAll(Findings others) {
    all.addAll(others.all);
  }

  static Finding of(FindingCode code, String pointer, @Nullable String found, String expected) {
    return Finding.error(code, new Place.Pointer(pointer), found, expected);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  List<Finding> all() {
    return all.stream().sorted(READING).toList();
  }

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
