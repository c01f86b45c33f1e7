package org.seccatalogue.testkit;

/// The ways by which a change reaches the catalogue. A test sends every bad draft through each of
/// them, and another test knows which classes of the program belong to which: a new way in has to
/// be added here.
public enum Door {
  API,
  FORM,
  WORKBOOK,
  UNDO,
  RENUMBERING
}
