package org.seccatalogue.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.mapping.ColumnSample;
import org.seccatalogue.mapping.ColumnTarget;
import org.seccatalogue.mapping.HeaderGuess;
import org.seccatalogue.mapping.Profile;
import org.seccatalogue.mapping.Separators;
import org.seccatalogue.mapping.SheetName;
import org.seccatalogue.mapping.SheetSample;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.TypeKind;

/// A first profile for a workbook that nobody has described: what its sheets and columns seem to
/// hold. Everything in it is for a person to change.
final class MappingSuggestion {

  private static final double TOLD_BY_A_WORD = 0.05;

  private final CatalogueSchema schema;
  private final String fileName;
  private final ValueFits fits = new ValueFits();

  MappingSuggestion(CatalogueSchema schema, String fileName) {
    this.schema = schema;
    this.fileName = fileName;
  }

  /// A sheet as it might be read, and how much speaks for it.
  private record Likely(
      SheetSample sample,
      RecordType type,
      HeaderGuess guess,
      List<ColumnSample> columns,
      double score) {}

  /// The profile: the sheet of which most columns are recognised is read, and those that are named
  /// after a record type.
  Profile of(List<SheetSample> samples) {
    List<Likely> likely = samples.stream().map(this::likely).toList();
    Likely best = likely.stream().max(Comparator.comparingDouble(Likely::score)).orElseThrow();
    List<Profile.SheetProfile> read = new ArrayList<>();
    List<String> ignored = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      String name = samples.get(i).sheet();
      if (likely.indexOf(best) == i || SheetName.type(name, schema).isPresent()) {
        Likely it = likely.get(i);
        read.add(sheet(it.sample(), it.type(), it.guess(), it.columns()));
      } else {
        ignored.add(name);
      }
    }
    return new Profile("", stem(), List.of(fileName), false, read, ignored);
  }

  private String stem() {
    return fileName.replaceFirst("\\.[^.]*$", "").replaceAll("[_-]+", " ").strip();
  }

  /// The type that a sheet seems to hold.
  RecordType type(SheetSample sample, HeaderGuess headers) {
    return SheetName.type(sample.sheet(), schema)
        .orElseGet(() -> mostLikely(sample, headers).type());
  }

  private Likely likely(SheetSample sample) {
    HeaderGuess guess = HeaderGuess.of(sample.rows());
    Optional<RecordType> named = SheetName.type(sample.sheet(), schema);
    return named
        .map(type -> likely(sample, type, guess, columns(sample, guess)))
        .orElseGet(() -> mostLikely(sample, guess));
  }

  private Likely mostLikely(SheetSample sample, HeaderGuess guess) {
    List<ColumnSample> columns = columns(sample, guess);
    return schema.types().stream()
        .filter(type -> type.kind() == TypeKind.REQUIREMENT)
        .map(type -> likely(sample, type, guess, columns))
        .max(Comparator.comparingDouble(Likely::score))
        .orElseThrow();
  }

  private Likely likely(
      SheetSample sample, RecordType type, HeaderGuess guess, List<ColumnSample> columns) {
    double score =
        chosen(columns, type).values().stream()
            .mapToDouble(ColumnSuggestion.Candidate::score)
            .sum();
    double named = common(sample, columns, type);
    return new Likely(sample, type, guess, columns, columns.size() < 2 ? 0 : score + named);
  }

  /// How much the names of file, sheet and columns share with what is said of a type: a word of
  /// its description says more than one of its attributes.
  private double common(SheetSample sample, List<ColumnSample> columns, RecordType type) {
    Set<String> found = new HashSet<>(NameSimilarity.of(stem() + " " + sample.sheet()));
    columns.forEach(column -> found.addAll(NameSimilarity.of(column.header())));
    String attributes =
        type.attributes().stream().map(Attribute::label).collect(Collectors.joining(" "));
    return TOLD_BY_A_WORD
        * (5 * shared(found, type.label() + " " + type.description()) + shared(found, attributes));
  }

  private static long shared(Set<String> words, String text) {
    return NameSimilarity.of(text).stream().filter(words::contains).count();
  }

  private static List<ColumnSample> columns(SheetSample sample, HeaderGuess guess) {
    return ColumnSample.of(sample.header(guess.headerRows()), sample.from(guess.firstRow()))
        .toList();
  }

  /// What a sheet seems to hold when it is read as that type, with the headers there.
  Profile.SheetProfile sheet(SheetSample sample, RecordType type, HeaderGuess guess) {
    return sheet(sample, type, guess, columns(sample, guess));
  }

  private Profile.SheetProfile sheet(
      SheetSample sample, RecordType type, HeaderGuess guess, List<ColumnSample> columns) {
    Map<Integer, ColumnSuggestion.Candidate> chosen = new HashMap<>(chosen(columns, type));
    ConstantSuggestion constants = new ConstantSuggestion(type, columns, stem());
    Map<String, String> always = constants.of(attributes(chosen));
    chosen.values().removeIf(candidate -> isIn(always, candidate.target()));
    return new Profile.SheetProfile(
        sample.sheet(),
        type.name(),
        guess.headerRows(),
        guess.firstRow(),
        null,
        List.of(),
        isTooLong(chosen, type) || constants.isTitleTooLong(always),
        always,
        columns.stream().map(column -> column(column, chosen.get(column.index()), type)).toList());
  }

  /// Whether an attribute gets what a constant puts together, and so nothing from a column.
  private static boolean isIn(Map<String, String> constants, ColumnTarget target) {
    return target.attributes().stream().anyMatch(constants::containsKey);
  }

  private static Map<String, ColumnSample> attributes(
      Map<Integer, ColumnSuggestion.Candidate> chosen) {
    return chosen.values().stream()
        .filter(candidate -> candidate.target() instanceof ColumnTarget.Of)
        .collect(
            Collectors.toMap(
                candidate -> candidate.target().attributes().getFirst(),
                ColumnSuggestion.Candidate::column));
  }

  /// Gives the likeliest columns first what they hold, each thing to one column.
  private Map<Integer, ColumnSuggestion.Candidate> chosen(
      List<ColumnSample> columns, RecordType type) {
    ColumnSuggestion suggestion = new ColumnSuggestion(schema, type, fits);
    Map<Integer, ColumnSuggestion.Candidate> chosen = new HashMap<>();
    Set<ColumnTarget> given = new HashSet<>();
    columns.stream()
        .flatMap(column -> suggestion.of(column).stream())
        .sorted(Comparator.comparingDouble(ColumnSuggestion.Candidate::score).reversed())
        .forEach(
            candidate -> {
              int index = candidate.column().index();
              if (!chosen.containsKey(index) && given.add(candidate.target())) {
                chosen.put(index, candidate);
              }
            });
    return chosen;
  }

  private static boolean isTooLong(
      Map<Integer, ColumnSuggestion.Candidate> chosen, RecordType type) {
    return attributes(chosen).entrySet().stream()
        .anyMatch(
            entry ->
                type.attribute(entry.getKey())
                    .map(attribute -> entry.getValue().longest() > attribute.type().longest())
                    .orElse(false));
  }

  private Profile.ColumnProfile column(
      ColumnSample column, ColumnSuggestion.@Nullable Candidate chosen, RecordType type) {
    ColumnTarget target = chosen == null ? new ColumnTarget.Nothing() : chosen.target();
    String separator = separator(column, target, type);
    return new Profile.ColumnProfile(
        column.header(),
        column.occurrence(),
        target.attributes(),
        target.link(),
        target.as(),
        translations(column, target, type, separator),
        separator,
        List.of());
  }

  private static @Nullable String separator(
      ColumnSample column, ColumnTarget target, RecordType type) {
    String found =
        switch (target) {
          case ColumnTarget.Links _ -> Separators.of(column);
          case ColumnTarget.Of(String name) ->
              type.attribute(name)
                  .map(Attribute::type)
                  .filter(kind -> !(kind instanceof AttributeType.Line))
                  .map(kind -> Separators.of(column, kind))
                  .orElse(Separators.USUAL);
          case ColumnTarget.Key _,
              ColumnTarget.Section _,
              ColumnTarget.Place _,
              ColumnTarget.Stage _,
              ColumnTarget.Nothing _ ->
              Separators.USUAL;
        };
    return found.equals(Separators.USUAL) ? null : found;
  }

  private Map<String, String> translations(
      ColumnSample column, ColumnTarget target, RecordType type, @Nullable String separator) {
    return ValueChoices.of(target, type, schema)
        .map(
            choices ->
                choices.suggested(
                    choices.unknown(choices.values(column.values().stream(), separator))))
        .orElse(Map.of());
  }
}
