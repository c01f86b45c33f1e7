package org.seccatalogue.page;

import org.seccatalogue.finding.FindingCode;

/// What stands against a baseline, in the words of people who freeze.
final class GateWords {

  private GateWords() {}

  static String heading(FindingCode code) {
    return switch (code) {
      case SUSPECT_LINK -> "Suspect links";
      case BROKEN_LINK -> "Links to withdrawn records";
      case LINK_OUTSIDE -> "Links and references that are left out";
      case NAMES_OUTSIDE -> "Texts that name records which are not published";
      case BELOW_STAGE -> "Requirements below the wanted stage";
      case NO_SOURCE -> "Requirements that derive from nothing";
      case PROVISIONAL -> "Provisional headings and clauses";
      case MARKED -> "Records with a protective marking";
      case EMPTY -> "Nothing is selected";
      case MISSING_VALUE -> "Records that lack a value";
      default -> "Records with a value that does not fit";
    };
  }

  static String advice(FindingCode code) {
    return switch (code) {
      case SUSPECT_LINK -> "Confirm each link at its record, or change the record.";
      case BROKEN_LINK -> "Point each link at another record, or take it out.";
      case LINK_OUTSIDE ->
          "Their targets are not in this baseline. Nothing is to be done if that is as it should be.";
      case NAMES_OUTSIDE ->
          "Readers would learn of a record that they cannot see. Reword the text.";
      case BELOW_STAGE -> "Move them on, or select the stages that may be published.";
      case NO_SOURCE -> "Link each to the clause or requirement from which it derives.";
      case PROVISIONAL -> "They stand in square brackets in the agreed structure.";
      case MARKED -> "They are published in full if this is waived.";
      case EMPTY -> "Choose other sections, types or stages.";
      case MISSING_VALUE -> "Fill in what is missing at each record.";
      default -> "Correct the value at each record.";
    };
  }
}
