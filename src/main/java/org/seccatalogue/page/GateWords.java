package org.seccatalogue.page;

import org.seccatalogue.finding.FindingCode;

/// What stands against a baseline, in the words of people who freeze.
record GateWords(String heading, String advice) {

  static GateWords of(FindingCode code) {
    return switch (code) {
      case SUSPECT_LINK ->
          new GateWords("Suspect links", "Confirm each link at its record, or change the record.");
      case BROKEN_LINK ->
          new GateWords(
              "Links to withdrawn records", "Point each link at another record, or take it out.");
      case LINK_OUTSIDE ->
          new GateWords(
              "Links and references that are left out",
              "Their targets are not in this baseline. Nothing is to be done if that is as it"
                  + " should be.");
      case NAMES_OUTSIDE ->
          new GateWords(
              "Texts that name records which are not published",
              "Readers would learn of a record that they cannot see. Reword the text.");
      case BELOW_STAGE ->
          new GateWords(
              "Requirements below the wanted stage",
              "Move them on, or select the stages that may be published.");
      case STAGE_OF_OTHER_WORDS ->
          new GateWords(
              "Records at a stage that other words reached",
              "Their words have changed since. Put each through the review again.");
      case NO_SOURCE ->
          new GateWords(
              "Requirements that derive from nothing",
              "Link each to the clause or requirement from which it derives.");
      case PROVISIONAL ->
          new GateWords(
              "Provisional headings and clauses",
              "They stand in square brackets in the agreed structure.");
      case MARKED ->
          new GateWords(
              "Records with a protective marking", "They are published in full if this is waived.");
      case EMPTY -> new GateWords("Nothing is selected", "Choose other sections, types or stages.");
      case MISSING_VALUE ->
          new GateWords("Records that lack a value", "Fill in what is missing at each record.");
      case INVALID_SCHEMA,
          INVALID_PROFILE,
          UNREADABLE_FILE,
          TOO_LARGE,
          HIDDEN,
          NOT_READ,
          CELL_ERROR,
          FORMULA_WITHOUT_VALUE,
          DATE_OUTSIDE_SYSTEM,
          DAMAGED_VALUE,
          UNKNOWN_SHEET,
          UNKNOWN_COLUMN,
          DUPLICATE_COLUMN,
          MISSING_COLUMN,
          UNKNOWN_TYPE,
          UNKNOWN_ATTRIBUTE,
          UNKNOWN_FIELD,
          BAD_VALUE,
          SHORTENED,
          UNKNOWN_CODE,
          UNKNOWN_RECORD,
          WRONG_TYPE,
          DUPLICATE,
          AMBIGUOUS,
          BAD_LINK,
          BAD_PLACE,
          BAD_STAGE,
          MOVED,
          WRONG_BASE,
          WITHDRAWN,
          SIMILAR,
          UNDECIDED,
          LEFT_OUT,
          BUILT_ON ->
          new GateWords(
              "Records with a value that does not fit", "Correct the value at each record.");
    };
  }
}
