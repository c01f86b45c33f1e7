package org.seccatalogue.schema;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The terms that pages explain where they stand. Immutable.
public final class Glossary {

  private static final Pattern NOTHING = Pattern.compile("(?!)");

  /// For a schema from before there was one.
  static final Glossary NONE = new Glossary(List.of());

  private final List<Term> terms;
  private final Map<String, Term> byForm = new LinkedHashMap<>();
  private final Pattern forms;

  /// One term.
  ///
  /// @param name what an abbreviation stands for
  /// @param also other forms of it in texts
  /// @param later what the same thing was called after 2011
  public record Term(
      String term,
      @Nullable String name,
      String meaning,
      List<String> also,
      @Nullable String later) {

    public Term {
      also = List.copyOf(also);
    }

    /// The forms in which it stands in texts.
    public Stream<String> forms() {
      return Stream.concat(Stream.of(term), also.stream());
    }

    /// Its anchor on the page of the glossary.
    public String anchor() {
      return "term-" + term.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /// Name and meaning in one text.
    public String explained() {
      return (name == null ? "" : name + ". ")
          + meaning
          + (later == null ? "" : " Later: " + later + ".");
    }
  }

  Glossary(List<Term> terms) {
    this.terms =
        terms.stream()
            .sorted(Comparator.comparing(t -> t.term().toLowerCase(Locale.ROOT)))
            .toList();
    this.terms.forEach(term -> term.forms().forEach(form -> byForm.put(form, term)));
    this.forms = byForm.isEmpty() ? NOTHING : wholeWords(byForm.keySet());
  }

  private static Pattern wholeWords(Set<String> forms) {
    return Pattern.compile(
        forms.stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?<![\\w&-])(?:", ")(?![\\w-])")));
  }

  /// In the order of the alphabet.
  public List<Term> terms() {
    return terms;
  }

  /// What finds the forms of all terms as whole words, the longest that fits.
  public Pattern forms() {
    return forms;
  }

  /// The term with exactly this form.
  public Optional<Term> find(String form) {
    return Optional.ofNullable(byForm.get(form));
  }
}
