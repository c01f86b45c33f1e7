package org.seccatalogue.suggestion;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.mapping.ColumnTarget;
import org.seccatalogue.mapping.RowMapper;
import org.seccatalogue.mapping.Separators;
import org.seccatalogue.record.RawValue;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.RecordType;

/// The codes that the cells of a column may be translated to, and the cells that need it.
final class ValueChoices {

  private static final double ALIKE = 0.75;

  /// Of more different values none is a word for a code.
  private static final int MOST_TRANSLATED = 500;

  private final List<MappingPreview.Code> codes;
  private final boolean several;
  private final Predicate<String> known;

  private ValueChoices(List<MappingPreview.Code> codes, boolean several, Predicate<String> known) {
    this.codes = codes;
    this.several = several;
    this.known = known;
  }

  /// The choices of a column that holds codes; nothing for any other.
  static Optional<ValueChoices> of(ColumnTarget target, RecordType type, CatalogueSchema schema) {
    return switch (target) {
      case ColumnTarget.Of(String name) -> type.attribute(name).flatMap(ValueChoices::of);
      case ColumnTarget.Stage() ->
          Optional.of(
              new ValueChoices(
                  schema.workflow().stages().stream()
                      .map(stage -> new MappingPreview.Code(stage.code(), stage.label()))
                      .toList(),
                  false,
                  value -> ColumnSuggestion.stageNamed(schema, value) != null));
      case ColumnTarget.Links _,
          ColumnTarget.Key _,
          ColumnTarget.Section _,
          ColumnTarget.Place _,
          ColumnTarget.Nothing _ ->
          Optional.empty();
    };
  }

  private static Optional<ValueChoices> of(Attribute attribute) {
    boolean several = attribute.type() instanceof AttributeType.ListOf;
    if (attribute.type() instanceof AttributeType.Flag) {
      List<MappingPreview.Code> answers =
          List.of(new MappingPreview.Code("Y", "Yes"), new MappingPreview.Code("N", "No"));
      return Optional.of(new ValueChoices(answers, several, value -> isFlag(attribute, value)));
    }
    return ColumnSuggestion.codes(attribute.type())
        .map(list -> new ValueChoices(codes(list), several, v -> list.find(v).isPresent()));
  }

  private static boolean isFlag(Attribute attribute, String value) {
    return RawValue.of(attribute.type(), value, RawValue.Separators.IN_CELL).isBoolean();
  }

  private static List<MappingPreview.Code> codes(CodeList list) {
    return list.values().stream()
        .map(value -> new MappingPreview.Code(value.code(), value.label()))
        .toList();
  }

  List<MappingPreview.Code> codes() {
    return codes;
  }

  /// The different values of a column, those of several in a cell each.
  Set<String> values(Stream<String> cells, @Nullable String separator) {
    String between = Pattern.quote(separator == null ? Separators.USUAL : separator);
    Set<String> values = new LinkedHashSet<>();
    cells.forEach(
        cell -> {
          if (several) {
            values.addAll(RowMapper.parts(cell, between));
          } else {
            values.add(cell);
          }
        });
    return values;
  }

  /// The values among them that are no code as they stand.
  Set<String> unknown(Set<String> values) {
    return values.stream()
        .filter(value -> !known.test(value))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// The translations that suggest themselves, for values that say the same in other words.
  Map<String, String> suggested(Set<String> unknown) {
    Map<String, String> translations = new LinkedHashMap<>();
    for (String value : unknown.stream().limit(MOST_TRANSLATED).toList()) {
      List<MappingPreview.Code> alike =
          codes.stream().filter(c -> NameSimilarity.alike(value, c.label()) >= ALIKE).toList();
      if (alike.size() == 1) {
        translations.put(value, alike.getFirst().code());
      }
    }
    return translations;
  }
}
