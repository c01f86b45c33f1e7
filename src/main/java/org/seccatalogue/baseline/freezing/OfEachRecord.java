package org.seccatalogue.baseline.freezing;

import java.util.List;

/// What is published of each record besides its attributes, whatever its type, in words. It is what
/// [FrozenRecord] has.
public final class OfEachRecord {

  private static final List<String> OUT =
      List.of(
          "Key",
          "Record type",
          "Section and place in it",
          "Stage that the words reached",
          "Number of the revision",
          "Links to records of the baseline, with the revision that each is to");
  private static final List<String> INSIDE =
      List.of("Names of drafters", "Dates of changes", "Reasons of changes", "Earlier revisions");

  private OfEachRecord() {}

  public static List<String> out() {
    return OUT;
  }

  /// What the draft knows of each record and no choice publishes.
  public static List<String> inside() {
    return INSIDE;
  }
}
