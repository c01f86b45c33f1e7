package org.seccatalogue.map.sheet;

/// What can be drawn on a sheet.
@FunctionalInterface
public interface Drawing {

  void on(Sheet sheet);
}
