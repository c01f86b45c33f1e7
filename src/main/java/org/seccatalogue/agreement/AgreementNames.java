package org.seccatalogue.agreement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.CodeRole;

/// The names of existing codes and agreements, to be found in words: keys and abbreviations as
/// they are written, whole names in any case. Of names that begin at one place the longest
/// counts, so that “iGT UNC” is not the UNC.
///
/// They are those of the register, and the codes of lists of agreements that the register lacks.
public final class AgreementNames {

  private static final int MOST_PATTERNS = 500;
  private static final String ANYTHING = "%";
  private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9]+");

  private final CatalogueSchema schema;
  private final SequencedMap<String, Agreement> agreements = new LinkedHashMap<>();
  private final Map<String, SequencedSet<Agreement>> byReference = new HashMap<>();
  private final Map<String, SequencedSet<Agreement>> byTitle = new HashMap<>();
  private final Map<String, List<AgreementName>> byFirstWord = new HashMap<>();

  private AgreementNames(CatalogueSchema schema, Stream<Agreement> all) {
    this.schema = schema;
    all.forEach(this::add);
    byReference.forEach((text, named) -> index(text, false, named));
    byTitle.forEach((text, named) -> index(text, true, named));
  }

  /// Those of the register, and those of lists of codes that it does not have.
  ///
  /// @param records the register; in an edition without it, none
  public static AgreementNames of(CatalogueSchema schema, Collection<RecordHead> records) {
    Set<String> registered = new HashSet<>();
    records.forEach(record -> registered.add(record.name()));
    Stream<Agreement> others =
        lists(schema)
            .filter(list -> list.has(CodeRole.AGREEMENT))
            .flatMap(list -> list.values().stream())
            .filter(value -> registered.add(value.code()))
            .map(value -> new Agreement(value.code(), value.code(), value.label(), ""));
    return new AgreementNames(schema, Stream.concat(records.stream().map(Agreement::of), others));
  }

  /// Those of the register alone.
  public static AgreementNames registered(CatalogueSchema schema, Collection<RecordHead> records) {
    return new AgreementNames(schema, records.stream().map(Agreement::of));
  }

  private static Stream<CodeList> lists(CatalogueSchema schema) {
    return schema.types().stream()
        .flatMap(type -> type.attributes().stream())
        .flatMap(attribute -> attribute.type().lists())
        .distinct();
  }

  private void add(Agreement agreement) {
    agreements.put(agreement.id(), agreement);
    known(byReference, agreement.id(), agreement);
    known(byReference, agreement.name(), agreement);
    known(byTitle, agreement.title(), agreement);
  }

  private static void known(
      Map<String, SequencedSet<Agreement>> names, String name, Agreement agreement) {
    names.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(agreement);
  }

  private void index(String text, boolean anyCase, Set<Agreement> named) {
    String words = words(text);
    if (!words.isEmpty()) {
      byFirstWord
          .computeIfAbsent(wordAt(words, 0), _ -> new ArrayList<>())
          .add(new AgreementName(words, anyCase, named));
    }
  }

  /// The words of a name, one space apart, from its first letter or digit on.
  private static String words(String text) {
    StringBuilder words = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (!AgreementName.isSpace(c) && (!words.isEmpty() || AgreementName.isOfWord(c))) {
        words.append(at > 0 && !words.isEmpty() && spaced(text, at) ? " " : "").append(c);
      }
    }
    return words.toString();
  }

  private static boolean spaced(String text, int at) {
    return AgreementName.isSpace(text.charAt(at - 1));
  }

  /// The word that begins there, in small letters.
  private static String wordAt(String text, int from) {
    StringBuilder word = new StringBuilder();
    for (int at = from; at < text.length() && AgreementName.isOfWord(text.charAt(at)); at++) {
      word.append(AgreementName.folded(text.charAt(at)));
    }
    return word.toString();
  }

  /// All of them: those of the register in their order, then the others.
  List<Agreement> agreements() {
    return List.copyOf(agreements.values());
  }

  /// The one of a record.
  Optional<Agreement> of(RecordKey key) {
    return Optional.ofNullable(agreements.get(key.toString()));
  }

  /// Those of that key or abbreviation.
  SequencedSet<Agreement> referred(String abbreviation) {
    return byReference.getOrDefault(abbreviation, new LinkedHashSet<>());
  }

  /// Those that a text names, in the order in which it does.
  SequencedSet<Agreement> in(String text) {
    SequencedSet<Agreement> found = new LinkedHashSet<>();
    int at = 0;
    while (at < text.length()) {
      String word = wordAt(text, at);
      int end = word.isEmpty() ? -1 : longest(text, at, word);
      if (end >= 0) {
        found.addAll(between(text, at, end, word));
      }
      at = end < 0 ? at + Math.max(word.length(), 1) : end;
    }
    return found;
  }

  private int longest(String text, int at, String word) {
    return byFirstWord.getOrDefault(word, List.of()).stream()
        .mapToInt(name -> name.endIn(text, at))
        .max()
        .orElse(-1);
  }

  private List<Agreement> between(String text, int at, int end, String word) {
    Set<Agreement> named =
        byFirstWord.getOrDefault(word, List.of()).stream()
            .filter(name -> name.endIn(text, at) == end)
            .flatMap(name -> name.named().stream())
            .collect(Collectors.toSet());
    return named.size() == 1
        ? List.copyOf(named)
        : agreements.values().stream().filter(named::contains).toList();
  }

  /// Patterns of `like`, of which all texts of records match one that can name an agreement: for
  /// whoever looks for these among very many. Others may match, too.
  ///
  /// @param asWritten of names that are written in one way
  /// @param small of names in any case, for texts in small letters
  public record Filter(List<String> asWritten, List<String> small) {

    boolean isEmpty() {
      return asWritten.isEmpty() && small.isEmpty();
    }
  }

  Filter filter() {
    List<String> written =
        patterns(Stream.concat(byReference.keySet().stream(), codesThatName().stream())).toList();
    // Only of plain letters both sides agree what a small one is.
    List<String> small =
        patterns(byTitle.keySet().stream())
            .map(pattern -> pattern.toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    return written.size() + small.size() > MOST_PATTERNS
        ? new Filter(List.of(ANYTHING), List.of())
        : new Filter(written, small);
  }

  private static Stream<String> patterns(Stream<String> names) {
    return names
        .filter(name -> !words(name).isEmpty())
        .map(AgreementNames::loosely)
        .distinct()
        .sorted();
  }

  /// Records hold codes, and people read their labels.
  private Set<String> codesThatName() {
    return lists(schema)
        .flatMap(list -> list.values().stream())
        .filter(value -> !in(value.label()).isEmpty())
        .map(CodeList.Value::code)
        .collect(Collectors.toSet());
  }

  /// Other characters than letters and digits may be written otherwise in JSON, and there may be
  /// more spaces.
  private static String loosely(String name) {
    return ANYTHING + OTHERS.matcher(words(name)).replaceAll(ANYTHING) + ANYTHING;
  }
}
