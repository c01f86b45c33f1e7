package org.seccatalogue.map.drawing;

import org.seccatalogue.map.sheet.Lettering;

/// The colours of what is not a line.
final class Ink {

  static final String INK = Lettering.INK;
  static final String GREY = "#505a5f";
  static final String ACCENT = "#1d4f5c";
  static final String GROUND = "#f1f4f5";
  static final String PAPER = "#ffffff";

  private Ink() {}
}
