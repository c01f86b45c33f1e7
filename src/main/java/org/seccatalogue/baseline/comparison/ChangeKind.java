package org.seccatalogue.baseline.comparison;

/// What became of a record between two baselines. One that says something else and stands
/// elsewhere counts as changed.
public enum ChangeKind {
  /// Only the newer one has it.
  ADDED("Added"),
  /// Only the older one has it.
  REMOVED("Removed"),
  /// It says something else, or has come to another stage.
  CHANGED("Changed"),
  /// It says the same at another place: below another record, or in another order.
  MOVED("Moved");

  private final String label;

  ChangeKind(String label) {
    this.label = label;
  }

  /// The word for people.
  public String label() {
    return label;
  }
}
