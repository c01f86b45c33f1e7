package org.seccatalogue.page;

import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.Place;

/// One finding: where, what was found, what was expected.
public record FindingLine(boolean error, String sheet, String cell, String found, String expected) {

  public static FindingLine of(Finding finding) {
    String found = finding.found() == null ? "" : finding.found();
    return switch (finding.place()) {
      case Place.Cell cell ->
          new FindingLine(
              finding.isError(), cell.sheet(), cell.address(), found, finding.expected());
      case Place.Sheet(String sheet) ->
          new FindingLine(finding.isError(), sheet, "", found, finding.expected());
      case Place.Pointer _, Place.Parameter _, Place.InFile _, Place.OfRecord _ ->
          new FindingLine(finding.isError(), finding.place().text(), "", found, finding.expected());
    };
  }

  /// A finding as a sentence; that of a whole file needs no place beside the field of the file.
  public static String sentence(Finding finding) {
    return finding.place() instanceof Place.Parameter
        ? finding.message()
        : finding.place().text() + ": " + finding.message();
  }
}
