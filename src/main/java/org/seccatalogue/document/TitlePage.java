package org.seccatalogue.document;

import java.util.List;

/// The first page: who publishes the document, what it is, and how it is controlled.
///
/// @param programme the publisher, above the title
/// @param statement what the reader may and may not do with the document
public record TitlePage(
    String programme,
    String subtitle,
    List<ControlRow> control,
    List<RevisionRow> revisions,
    List<Run> statement) {

  public TitlePage {
    control = List.copyOf(control);
    revisions = List.copyOf(revisions);
    statement = List.copyOf(statement);
  }

  /// One line of document control, such as "Stage" and "DCG review".
  public record ControlRow(String label, String value) {}

  /// One line of the revision history.
  public record RevisionRow(String version, String date, String author, String change) {}
}
