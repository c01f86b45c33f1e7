package org.seccatalogue.finding;

/// How serious a finding is.
public enum Severity {
  /// Stops what was asked: nothing is changed.
  ERROR,
  /// Is shown, and stops nothing.
  WARNING
}
