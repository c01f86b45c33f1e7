package org.seccatalogue.record.words;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.RecordType;

/// Whether what a record waits for is late: it was promised by an earlier day, and its state says
/// that it is still awaited.
public final class Lateness {

  private Lateness() {}

  /// Whether it was late on a day.
  ///
  /// @param day on which it is asked
  public static boolean isLate(RecordType type, Attributes attributes, LocalDate day) {
    return attributes
            .text(type, AttributeRole.DUE)
            .filter(due -> LocalDate.parse(due).isBefore(day))
            .isPresent()
        && type.playing(AttributeRole.PROGRESS)
            .filter(
                state -> isOpen(state, attributes.text(type, AttributeRole.PROGRESS).orElse("")))
            .isPresent();
  }

  /// What tells of the records of a type whether they are late.
  ///
  /// @param due name of the attribute with the day by which something was promised
  /// @param progress name of the attribute that says whether it is still awaited
  /// @param open the codes of it that say so
  public record Watched(String type, String due, String progress, List<String> open) {
    public Watched {
      open = List.copyOf(open);
    }
  }

  /// The types whose records can be late.
  public static List<Watched> watched(CatalogueSchema schema) {
    return schema.types().stream().flatMap(type -> watched(type).stream()).toList();
  }

  private static Optional<Watched> watched(RecordType type) {
    return type.playing(AttributeRole.DUE)
        .flatMap(
            due ->
                type.playing(AttributeRole.PROGRESS)
                    .map(
                        state ->
                            new Watched(type.name(), due.name(), state.name(), openCodes(state))));
  }

  private static List<String> openCodes(Attribute state) {
    return state.type() instanceof AttributeType.Code(CodeList codes)
        ? codes.codes().stream().filter(codes::isOpen).toList()
        : List.of();
  }

  /// The same where records of the type can be late; nothing where they cannot.
  public static Optional<Boolean> of(RecordType type, Attributes attributes, LocalDate day) {
    boolean told =
        type.playing(AttributeRole.DUE).isPresent()
            && type.playing(AttributeRole.PROGRESS).isPresent();
    return told ? Optional.of(isLate(type, attributes, day)) : Optional.empty();
  }

  private static boolean isOpen(Attribute state, String code) {
    return state.type() instanceof AttributeType.Code(CodeList codes) && codes.isOpen(code);
  }
}
