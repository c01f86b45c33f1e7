package org.seccatalogue.page.freezing;

import java.util.Map;
import org.seccatalogue.finding.FindingCode;

/// An issue to resolve before a baseline is frozen, in the words of people who freeze.
record GateWords(String heading, String advice) {

  private static final Map<FindingCode, GateWords> WORDS =
      Map.ofEntries(
          entry(
              FindingCode.SUSPECT_LINK,
              "Suspect links",
              "Confirm each link on the page of its record, or change the record."),
          entry(
              FindingCode.BROKEN_LINK,
              "Links to withdrawn records",
              "Change the target of each link, or remove the link."),
          entry(
              FindingCode.LINK_OUTSIDE,
              "Links and references that are left out",
              "Their targets are not in this baseline. If that is intended, do nothing."),
          entry(
              FindingCode.NAMES_OUTSIDE,
              "Texts that name records which are not published",
              "Readers would learn of a record that they cannot see. Reword the text."),
          entry(
              FindingCode.BAD_PLACE,
              "Records in a section that is withdrawn",
              "The section is left out. Move each record to another section, withdraw it too, or"
                  + " bring the section back."),
          entry(
              FindingCode.BELOW_STAGE,
              "Requirements below the required stage",
              "Move them on, or select the stages that may be published."),
          entry(
              FindingCode.STAGE_NOT_REACHED,
              "Stages that the present wording did not reach",
              "The wording was changed at that stage. Until it is reviewed again, the record is"
                  + " published at the stage to which new wording returns."),
          entry(
              FindingCode.NO_SOURCE,
              "Requirements that derive from nothing",
              "Link each to the clause or requirement from which it derives."),
          entry(
              FindingCode.PROVISIONAL,
              "Words that are not agreed",
              "Their titles or binding words have square brackets or a question mark."),
          entry(
              FindingCode.MARKED,
              "Records with a protective marking",
              "If this is accepted, they are published in full."),
          entry(
              FindingCode.EMPTY, "Nothing is selected", "Select other sections, types or stages."),
          entry(
              FindingCode.MISSING_VALUE,
              "Records with a missing value",
              "Enter the missing value in each record."));

  /// Whatever else a record does not meet of its type.
  private static final GateWords INVALID =
      new GateWords("Records with an invalid value", "Correct the value in each record.");

  static GateWords of(FindingCode code) {
    return WORDS.getOrDefault(code, INVALID);
  }

  private static Map.Entry<FindingCode, GateWords> entry(
      FindingCode code, String heading, String advice) {
    return Map.entry(code, new GateWords(heading, advice));
  }
}
