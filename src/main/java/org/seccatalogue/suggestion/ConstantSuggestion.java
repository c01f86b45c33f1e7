package org.seccatalogue.suggestion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.mapping.ColumnSample;
import org.seccatalogue.mapping.HeaderText;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.RecordType;

/// Values for attributes that records must have and that no column gives. A code is never guessed:
/// it is left to be chosen.
final class ConstantSuggestion {

  static final String OPEN = "To be specified";
  private static final int LONGEST_IDENTIFIER = 60;

  private final RecordType type;
  private final List<ColumnSample> columns;
  private final String source;

  ConstantSuggestion(RecordType type, List<ColumnSample> columns, String source) {
    this.type = type;
    this.columns = columns;
    this.source = source;
  }

  /// @param given the columns of the attributes that have one
  Map<String, String> of(Map<String, ColumnSample> given) {
    Map<String, String> constants = new LinkedHashMap<>();
    for (Attribute attribute : type.attributes()) {
      if (attribute.has(AttributeRole.TITLE)) {
        title(given.get(attribute.name()), given)
            .ifPresent(text -> constants.put(attribute.name(), text));
      } else if (attribute.required()
          && attribute.initial() == null
          && !given.containsKey(attribute.name())) {
        open(attribute.type()).ifPresent(text -> constants.put(attribute.name(), text));
      }
    }
    return constants;
  }

  /// Titles tell records apart: where those of a column do not, an identifier goes before them.
  private Optional<String> title(@Nullable ColumnSample titles, Map<String, ColumnSample> given) {
    if (titles != null && (titles.isDistinct() || titles.repeated())) {
      return Optional.empty();
    }
    Optional<String> identifier =
        columns.stream()
            .filter(column -> column.isDistinct() && !column.repeated())
            .filter(column -> column.longest() <= LONGEST_IDENTIFIER)
            .filter(column -> !given.containsValue(column))
            .findFirst()
            .map(column -> "{" + column.header() + "}");
    return titles == null
        ? identifier.map(text -> type.label() + " " + text)
        : identifier.map(text -> text + " {" + titles.header() + "}");
  }

  /// Whether a title that is put together is longer than titles may be.
  boolean isTitleTooLong(Map<String, String> constants) {
    Optional<Attribute> title = type.playing(AttributeRole.TITLE);
    if (title.isEmpty() || !constants.containsKey(title.get().name())) {
      return false;
    }
    String text = String.valueOf(constants.get(title.get().name()));
    int longest = text.length();
    for (String header : HeaderText.headersIn(text).toList()) {
      longest +=
          columns.stream()
              .filter(column -> column.header().equals(header))
              .mapToInt(column -> column.longest() - header.length() - 2)
              .findFirst()
              .orElse(0);
    }
    return longest > title.get().type().longest();
  }

  private Optional<String> open(AttributeType kind) {
    return switch (kind) {
      case AttributeType.Line line when line.pattern() == null -> Optional.of(OPEN);
      case AttributeType.Line _ -> Optional.empty();
      case AttributeType.Text _ -> Optional.of(OPEN);
      case AttributeType.ListOf(AttributeType.Line _) -> Optional.of(OPEN);
      case AttributeType.ListOf _ -> Optional.empty();
      case AttributeType.Table table ->
          table.columns().stream().filter(Attribute::required).count() == 1
                  && table.columns().getFirst().required()
                  && table.columns().getFirst().type() instanceof AttributeType.Line
              ? Optional.of(source)
              : Optional.empty();
      case AttributeType.Code _,
          AttributeType.Numeric _,
          AttributeType.Flag _,
          AttributeType.Date _,
          AttributeType.Measure _,
          AttributeType.Reference _,
          AttributeType.CodeMap _ ->
          Optional.empty();
    };
  }
}
