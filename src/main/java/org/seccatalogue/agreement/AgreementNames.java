package org.seccatalogue.agreement;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;

/// The names of existing codes and agreements, to be found in words: keys and abbreviations as
/// they are written, whole names in any case. Of names that begin at one place the longest
/// counts, so that “iGT UNC” is not the UNC.
public final class AgreementNames {

  private final List<RecordHead> agreements;
  private final Map<String, RecordKey> byReference = new HashMap<>();
  private final Map<String, RecordKey> byTitle = new HashMap<>();
  private final Pattern names;

  public AgreementNames(Collection<RecordHead> agreements) {
    this.agreements = List.copyOf(agreements);
    for (RecordHead agreement : agreements) {
      byReference.put(agreement.key().toString(), agreement.key());
      byReference.put(agreement.name(), agreement.key());
      byTitle.put(folded(agreement.title()), agreement.key());
    }
    this.names = Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + alternatives() + ")(?![\\p{L}\\p{N}])");
  }

  private String alternatives() {
    String all =
        Stream.concat(
                byReference.keySet().stream().map(name -> new Name(name, Pattern.quote(name))),
                byTitle.keySet().stream().map(name -> new Name(name, anyCase(name))))
            .filter(name -> !name.text().isBlank())
            .sorted(Comparator.comparingInt((Name name) -> name.text().length()).reversed())
            .map(Name::pattern)
            .collect(Collectors.joining("|"));
    return all.isEmpty() ? "(?!)" : all;
  }

  private record Name(String text, String pattern) {}

  /// A name may go on in the next line.
  private static String anyCase(String title) {
    return Stream.of(title.split(" "))
        .map(Pattern::quote)
        .collect(Collectors.joining("\\s{1,3}", "(?iu:", ")"));
  }

  private static String folded(String title) {
    return String.join(" ", title.strip().split("\\s+")).toLowerCase(Locale.ROOT);
  }

  /// All of them, in the order in which they were given.
  public List<RecordHead> agreements() {
    return agreements;
  }

  /// The one of that abbreviation.
  Optional<RecordKey> referred(String abbreviation) {
    return Optional.ofNullable(byReference.get(abbreviation));
  }

  /// Those that a text names, in the order in which it does.
  SequencedSet<RecordKey> in(String text) {
    SequencedSet<RecordKey> found = new LinkedHashSet<>();
    Matcher matcher = names.matcher(text);
    while (matcher.find()) {
      String name = matcher.group();
      found.add(referred(name).orElseGet(() -> byTitle.get(folded(name))));
    }
    return found;
  }

  /// A pattern, as PostgreSQL reads them and in any case, that all texts of records match which can
  /// name one of them: for whoever looks for these among very many. Others may match it, too.
  public String prefilter() {
    return Stream.concat(byReference.keySet().stream(), byTitle.keySet().stream())
        .filter(name -> !name.isBlank())
        .map(AgreementNames::loosely)
        .distinct()
        .sorted()
        .collect(Collectors.joining("|"));
  }

  /// The first words are enough; other characters than letters and digits may be written otherwise
  /// in JSON.
  private static String loosely(String name) {
    StringBuilder pattern = new StringBuilder();
    name.chars()
        .forEach(
            c -> {
              if (c < 128 && Character.isLetterOrDigit(c)) {
                pattern.append((char) c);
              } else if (!pattern.toString().endsWith(".{1,6}")) {
                pattern.append(".{1,6}");
              }
            });
    return pattern.toString();
  }
}
