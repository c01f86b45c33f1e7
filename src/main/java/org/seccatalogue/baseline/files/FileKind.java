package org.seccatalogue.baseline.files;

/// Which files are made from baselines.
public enum FileKind {
  BUNDLE("The bundle", "zip"),
  WORKBOOK("The workbook", "xlsx"),
  /// Those records of a baseline that answer a question.
  EXTRACT("The workbook", "xlsx"),
  /// What touches what in a baseline, drawn.
  MAP("The map", "svg"),
  MAP_PDF("The map", "pdf"),
  MAP_PNG("The map", "png"),
  WORD("The Word specification", "docx"),
  HTML("The HTML specification", "html"),
  CHANGES_WORD("The Word document", "docx"),
  CHANGES_WORKBOOK("The workbook", "xlsx"),
  CHANGES_JSON("The JSON file", "json");

  private final String label;
  private final String extension;

  FileKind(String label, String extension) {
    this.label = label;
    this.extension = extension;
  }

  /// Whether it is a map, in whatever it is written as.
  public boolean isMap() {
    return this == MAP || this == MAP_PDF || this == MAP_PNG;
  }

  /// What people call one of them.
  public String label() {
    return label;
  }

  public String extension() {
    return extension;
  }
}
