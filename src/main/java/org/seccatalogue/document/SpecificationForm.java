package org.seccatalogue.document;

/// How a specification is put together. What was published in a form stays as it is.
public enum SpecificationForm {
  /// Each section has a box of the interactions that stand in it; a heading is provisional as a
  /// whole.
  FIRST,
  /// Each chapter has a box of all that its records say of existing codes and agreements; of words,
  /// those are provisional that are in brackets or asked about; a title that says its number stands
  /// once.
  SECOND
}
