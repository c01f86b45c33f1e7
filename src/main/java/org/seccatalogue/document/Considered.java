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
record Considered(LocalDate day, @Nullable RecordHead with, boolean isAhead) {

  /// The day that a section says.
  static Optional<Considered> alone(SpecifiedRecord section) {
    return of(section).map(day -> new Considered(day, null, false));
  }

  /// The day that a section says, or else the nearest above it that says one. What comes after the
  /// edition counts only where nothing came before.
  ///
  /// @param above what it stands below, the nearest first
  /// @param edition the day of the edition
  static Optional<Considered> around(
      SpecifiedRecord section, Stream<SpecifiedRecord> above, LocalDate edition) {
    List<Considered> all =
        Stream.concat(
                of(section).map(day -> new Considered(day, null, day.isAfter(edition))).stream(),
                above.flatMap(
                    one ->
                        of(one)
                            .map(day -> new Considered(day, one.head(), day.isAfter(edition)))
                            .stream()))
            .toList();
    return all.stream()
        .filter(one -> !one.isAhead())
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  private static Optional<LocalDate> of(SpecifiedRecord section) {
    return section
        .attributes()
        .text(section.type(), AttributeRole.CONSIDERED)
        .map(LocalDate::parse);
  }

  /// Of one that is ahead a whole sentence, of others the beginning of one.
  String words() {
    String date = TitlePage.longDate(day);
    if (isAhead) {
      return "Not considered by the date of this edition: the day given"
          + with(" for ")
          + " is "
          + date
          + ".";
    }
    return "Considered on " + date + with(" with ");
  }

  private String with(String word) {
    return with == null ? "" : word + with.called() + (isAhead ? "" : " as a whole");
  }
}
