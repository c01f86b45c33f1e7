package org.seccatalogue.api;

import java.util.List;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;

/// A body that cannot be read at all, with what is wrong with it.
final class UnreadableBody extends RuntimeException {

  private final transient List<Finding> findings;

  UnreadableBody(List<Finding> findings) {
    super("the body cannot be read");
    this.findings = findings;
  }

  static UnreadableBody because(FindingCode code, String expected) {
    return new UnreadableBody(List.of(Finding.error(code, new Place.Pointer(""), null, expected)));
  }

  List<Finding> findings() {
    return findings;
  }
}
