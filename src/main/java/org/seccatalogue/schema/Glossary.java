package org.seccatalogue.schema;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The terms that pages explain where they stand. Immutable.
public final class Glossary {

  /// For a schema from before there was one.
  static final Glossary NONE = new Glossary(List.of());

  private final List<Term> terms;
  private final Map<String, Term> byForm = new LinkedHashMap<>();

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
  }

  /// In the order of the alphabet.
  public List<Term> terms() {
    return terms;
  }

  /// All forms of all terms, the longest first: so the first that fits is the best.
  public List<String> forms() {
    return byForm.keySet().stream()
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(form -> form))
        .toList();
  }

  /// The term with exactly this form.
  public Optional<Term> find(String form) {
    return Optional.ofNullable(byForm.get(form));
  }
}
