package org.seccatalogue.document;

import org.seccatalogue.map.MapFocus;
import org.seccatalogue.map.sheet.PngFile;

/// How a specification is put together. What was published in a form stays as it is.
public enum SpecificationForm {
  /// Each section has a box of the interactions that stand in it; a heading is provisional as a
  /// whole.
  FIRST,
  /// Each chapter has a box of all that its records say of existing codes and agreements; of words,
  /// those are provisional that are in brackets or asked about; a title that says its number stands
  /// once.
  SECOND,
  /// As before; a box says nothing that nobody looked at, has what is stated elsewhere of its
  /// chapter, tells what is withdrawn, and stands for what a part itself holds, too; what waits
  /// counts as the stage that it left.
  THIRD,
  /// As before, with the map of a part or a chapter as a figure; what is late is told, and records
  /// that attributes refer to are called as people call them.
  FOURTH,
  /// As before; the map of a part gathers parties and documents as that of the whole code does, and
  /// its points are packed more quickly.
  FIFTH,
  /// As before; what was considered with its chapter counts as considered, what is to be considered
  /// after the day of the edition does not, and an answer about more than a chapter says so; the
  /// figure gathers what has no relation, and its letters always have seven points.
  SIXTH;

  /// What is written now.
  public static final SpecificationForm NEWEST = SIXTH;

  /// How the figure of a part or a chapter is made.
  public MapFocus.Manner manner() {
    return switch (this) {
      case FIRST, SECOND, THIRD, FOURTH -> MapFocus.Manner.EACH;
      case FIFTH -> MapFocus.Manner.GATHERED;
      case SIXTH -> MapFocus.Manner.READABLE;
    };
  }

  PngFile.Packing packing() {
    return switch (this) {
      case FIRST, SECOND, THIRD, FOURTH -> PngFile.Packing.TIGHT;
      case FIFTH, SIXTH -> PngFile.Packing.QUICK;
    };
  }

  /// Whether attributes say what people call records, and not their keys.
  boolean saysNames() {
    return tellsLateness();
  }

  /// Whether what was still awaited after its day is told.
  boolean tellsLateness() {
    return switch (this) {
      case FIRST, SECOND, THIRD -> false;
      case FOURTH, FIFTH, SIXTH -> true;
    };
  }

  /// Whether boxes gather all that there is, and say nothing that nobody looked at.
  boolean isCareful() {
    return switch (this) {
      case FIRST, SECOND -> false;
      case THIRD, FOURTH, FIFTH, SIXTH -> true;
    };
  }

  /// Whether boxes look at what was considered with more than the section, and when.
  boolean looksAround() {
    return switch (this) {
      case FIRST, SECOND, THIRD, FOURTH, FIFTH -> false;
      case SIXTH -> true;
    };
  }
}
