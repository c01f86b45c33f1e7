package org.seccatalogue.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.mapping.ColumnSample;
import org.seccatalogue.mapping.ColumnTarget;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.schema.RecordType;

/// What a column may hold, by its header and by the values below it, the likeliest first.
final class ColumnSuggestion {

  /// Less likely ones are not suggested.
  static final double LIKELY = 0.5;

  private static final double BY_VALUES = 0.8;
  private static final double BY_WORD = 0.6;

  private static final Pattern KEY = Pattern.compile("[A-Z]{3}-\\d{4,}");
  private static final Pattern REFERENCE = Pattern.compile("[A-Z]+(\\.\\w+)+");

  /// What people call what an attribute is for.
  private static final Map<AttributeRole, String> WORDS =
      Map.of(
          AttributeRole.TITLE, "title name heading",
          AttributeRole.STATEMENT, "statement requirement text wording shall",
          AttributeRole.SUMMARY, "summary abstract",
          AttributeRole.RATIONALE, "rationale reason why justification discussion",
          AttributeRole.OWNER, "owner author drafter");

  /// One thing that a column may hold.
  ///
  /// @param target as the form and the profile call it
  /// @param score from 0 to 1
  record Candidate(ColumnSample column, ColumnTarget target, double score) {}

  private final CatalogueSchema schema;
  private final RecordType type;
  private final ValueFits fits;

  ColumnSuggestion(CatalogueSchema schema, RecordType type, ValueFits fits) {
    this.schema = schema;
    this.type = type;
    this.fits = fits;
  }

  /// All that the column may hold with some likelihood.
  List<Candidate> of(ColumnSample column) {
    List<Candidate> found = new ArrayList<>();
    type.attributes()
        .forEach(
            a -> found.add(candidate(column, new ColumnTarget.Of(a.name()), score(column, a))));
    rules()
        .forEach(
            r -> found.add(candidate(column, new ColumnTarget.Links(r.name()), score(column, r))));
    found.add(candidate(column, new ColumnTarget.Key(), key(column)));
    found.add(candidate(column, new ColumnTarget.Section(), section(column)));
    found.add(candidate(column, new ColumnTarget.Place(), place(column)));
    found.add(candidate(column, new ColumnTarget.Stage(), stage(column)));
    return found.stream()
        .filter(candidate -> candidate.score() >= LIKELY)
        .sorted(Comparator.comparingDouble(Candidate::score).reversed())
        .toList();
  }

  private static Candidate candidate(ColumnSample column, ColumnTarget target, double score) {
    return new Candidate(column, target, score);
  }

  private Stream<LinkRule> rules() {
    return schema.links().stream().filter(rule -> rule.mayStartAt(type.name()));
  }

  private double score(ColumnSample column, Attribute attribute) {
    double byName = byName(column.header(), attribute);
    if (byName >= 1 || column.values().isEmpty()) {
      return byName >= 1 ? 1 : 0;
    }
    if (codes(attribute.type()).isPresent()) {
      return ofCodes(column, attribute.type(), byName);
    }
    boolean tellsApart = !attribute.has(AttributeRole.TITLE) || column.isVaried();
    return byName >= LIKELY && tellsApart && fits.of(column, attribute.type()) > 0.5
        ? byName
        : byName / 3;
  }

  /// Codes are known by themselves, whatever the column is called; all values are only looked at
  /// where some of them might be enough.
  private double ofCodes(ColumnSample column, AttributeType type, double byName) {
    if (fits.isWhole(column, type)) {
      return BY_VALUES + byName / 10;
    }
    return byName + 0.3 < LIKELY ? 0 : byName + 0.3 * fits.of(column, type);
  }

  private static double byName(String header, Attribute attribute) {
    double best =
        Stream.of(Stream.of(attribute.label(), attribute.name()), attribute.aliases().stream())
            .flatMap(names -> names)
            .mapToDouble(name -> NameSimilarity.alike(header, name))
            .max()
            .orElse(0);
    double alike = best < 1 ? best * 0.9 : 1;
    boolean word =
        attribute.roles().stream()
            .map(role -> NameSimilarity.of(WORDS.getOrDefault(role, "")))
            .anyMatch(words -> NameSimilarity.of(header).stream().anyMatch(words::contains));
    return word ? Math.max(alike, BY_WORD) : alike;
  }

  /// The codes that an attribute takes, if it takes codes.
  static Optional<CodeList> codes(AttributeType type) {
    return switch (type) {
      case AttributeType.Code(CodeList codes) -> Optional.of(codes);
      case AttributeType.ListOf(AttributeType.Code(CodeList codes)) -> Optional.of(codes);
      default -> Optional.empty();
    };
  }

  private double score(ColumnSample column, LinkRule rule) {
    double byName = NameSimilarity.alike(column.header(), rule.label()) * 0.9;
    boolean first =
        schema.derivations().stream().findFirst().filter(rule.name()::equals).isPresent();
    boolean references = parts(column, part -> REFERENCE.matcher(part).matches() && !isHome(part));
    boolean named = references || parts(column, part -> KEY.matcher(part).matches());
    return byName >= 0.9 ? 1 : named ? (first ? BY_VALUES : 0) + byName / 10 : byName / 3;
  }

  /// Whether a reference is of the part of the outline where records of the type stand.
  private boolean isHome(String reference) {
    String home = type.section();
    return home != null && reference.startsWith(home.substring(0, home.indexOf('.') + 1));
  }

  private boolean parts(ColumnSample column, Predicate<String> test) {
    return !column.values().isEmpty() && fits.parts(column).stream().allMatch(test);
  }

  private double key(ColumnSample column) {
    boolean own =
        !column.values().isEmpty()
            && column.firstValues().stream()
                .allMatch(v -> KEY.matcher(v).matches() && v.startsWith(type.prefix()));
    return own ? 1 : 0;
  }

  private double section(ColumnSample column) {
    boolean places = parts(column, part -> REFERENCE.matcher(part).matches() && isHome(part));
    return places ? 0.9 : isCalled(column, "section") ? BY_WORD : 0;
  }

  private static double place(ColumnSample column) {
    boolean places =
        !column.values().isEmpty()
            && column.firstValues().stream().allMatch(v -> PlaceWish.of(v).isPresent());
    return places ? 0.9 : 0;
  }

  private double stage(ColumnSample column) {
    boolean stages =
        !column.values().isEmpty()
            && column.firstValues().stream().allMatch(value -> stageNamed(schema, value) != null);
    return stages ? 0.9 : isCalled(column, "stage") || isCalled(column, "status") ? LIKELY : 0;
  }

  private static boolean isCalled(ColumnSample column, String word) {
    return NameSimilarity.of(column.header()).containsAll(NameSimilarity.of(word));
  }

  /// The code of the stage that a text names.
  static @Nullable String stageNamed(CatalogueSchema schema, String text) {
    return schema.workflow().stages().stream()
        .filter(s -> s.code().equalsIgnoreCase(text) || s.label().equalsIgnoreCase(text))
        .map(s -> s.code())
        .findFirst()
        .orElse(null);
  }
}
