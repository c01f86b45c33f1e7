package org.seccatalogue.document;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

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

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  public TitlePage {
    control = List.copyOf(control);
    revisions = List.copyOf(revisions);
    statement = List.copyOf(statement);
  }

  /// The same page without some lines of document control.
  public TitlePage without(List<String> labels) {
    return new TitlePage(
        programme,
        subtitle,
        control.stream().filter(row -> !labels.contains(row.label())).toList(),
        revisions,
        statement);
  }

  /// A date as documents write it, such as "1 November 2011".
  public static String longDate(LocalDate date) {
    return DATE.format(date);
  }

  /// One line of document control, such as "Stage" and "DCG review".
  public record ControlRow(String label, String value) {}

  /// One line of the revision history.
  public record RevisionRow(String version, String date, String author, String change) {}
}
