package org.seccatalogue.spreadsheet;

/// How a source of workbooks writes what we call otherwise.
///
/// @param name of its file in `import/`, without ending
public record Profile(String name, String label) {}
