package org.seccatalogue.baseline;

/// What is done with a baseline, and so what it is.
public enum PublicationAction {
  /// It counts.
  PUBLISHED,
  /// Another one has taken its place; its addresses keep answering and say so.
  SUPERSEDED,
  /// It should not have been published; its addresses keep answering and say so.
  WITHDRAWN
}
