package org.seccatalogue.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;

/// What is wrong with values, and where.
///
/// @param all where each is added
record ValueFindings(List<Finding> all) {

  @Nullable JsonNode wrong(String pointer, String found, String expected) {
    add(FindingCode.BAD_VALUE, pointer, found, expected);
    return null;
  }

  void add(FindingCode code, String pointer, @Nullable String found, String expected) {
    all.add(Finding.error(code, new Place.Pointer(pointer), found, expected));
  }
}
