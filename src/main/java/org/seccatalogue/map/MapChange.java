package org.seccatalogue.map;

/// What became of something since an earlier edition. Where a map is of one edition, all is as it
/// was.
public enum MapChange {
  SAME(""),
  ADDED("added"),
  REMOVED("removed");

  private final String word;

  MapChange(String word) {
    this.word = word;
  }

  /// Empty where nothing became of it.
  public String word() {
    return word;
  }
}
