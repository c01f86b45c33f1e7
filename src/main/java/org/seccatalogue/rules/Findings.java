package org.seccatalogue.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;

/// What was found in one draft.
final class Findings {

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
    return all.stream().sorted(FindingOrder.READING).toList();
  }
}
