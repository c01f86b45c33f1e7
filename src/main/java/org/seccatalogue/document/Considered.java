package org.seccatalogue.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.schema.AttributeRole;

/// When somebody considered what a section means for existing codes and agreements.
///
/// @param with that it was considered with, where it was not considered by itself
/// @param isAhead whether that day comes after the edition that is read
/// @param ahead a day that the section itself or something nearer to it says, and that comes after
///     the edition
record Considered(
    LocalDate day, @Nullable RecordHead with, boolean isAhead, @Nullable Considered ahead) {

  /// The day that a section says.
  static Optional<Considered> alone(SpecifiedRecord section) {
    return of(section).map(day -> new Considered(day, null, false, null));
  }

  /// The day that a section says, or else the nearest above it that says one. What comes after the
  /// edition counts only where nothing came before.
  ///
  /// @param above what it stands below, the nearest first
  /// @param edition the day of the edition
  static Optional<Considered> around(
      SpecifiedRecord section, List<SpecifiedRecord> above, LocalDate edition) {
    List<Considered> all =
        Stream.concat(
                said(section, null, edition),
                above.stream().flatMap(one -> said(one, one.head(), edition)))
            .toList();
    Optional<Considered> past = all.stream().filter(one -> !one.isAhead()).findFirst();
    Optional<Considered> first = all.stream().findFirst();
    return past.isPresent() ? past.map(one -> one.with(first.orElse(one))) : first;
  }

  private static Stream<Considered> said(
      SpecifiedRecord section, @Nullable RecordHead with, LocalDate edition) {
    return of(section).stream().map(day -> new Considered(day, with, day.isAfter(edition), null));
  }

  private static Optional<LocalDate> of(SpecifiedRecord section) {
    return section
        .attributes()
        .text(section.type(), AttributeRole.CONSIDERED)
        .map(LocalDate::parse);
  }

  private Considered with(Considered first) {
    return first.isAhead() ? new Considered(day, with, isAhead, first) : this;
  }

  /// Of one that is ahead a whole sentence, of others the beginning of one.
  String words() {
    return isAhead
        ? "Not considered by the date of this edition: " + given() + "."
        : "Considered on " + TitlePage.longDate(day) + (with == null ? "" : " with " + whole(with));
  }

  /// What else is to be said, in a sentence with a space before it; empty where nothing is.
  String more() {
    return ahead == null ? "" : " " + ahead.later();
  }

  private String later() {
    return "After the date of this edition: " + given() + ".";
  }

  private String given() {
    String what = with == null ? "" : " for " + with.called();
    return "the day given" + what + " is " + TitlePage.longDate(day);
  }

  private static String whole(RecordHead what) {
    return what.called() + " as a whole";
  }
}
