package org.seccatalogue.document;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.schema.AttributeRole;

/// What a box of interactions says beside what was gathered for it.
record BoxWords(SpecificationForm form) {

  static final String TITLE = "Interactions with existing codes and agreements";

  private static final String NOT_ASKED = "Not asked yet.";
  private static final String NO_ASSESSMENT = "No assessment is recorded in this edition.";
  private static final String NOT_NAMED = "No record here names it.";
  private static final String NOTHING =
      "No record here names an existing code or agreement by its key, abbreviation or full name.";
  private static final String SOME_OF_MANY =
      "There are many records here: below stands what the first %,d name and administrators say."
          + " The document has what all of them name.";
  private static final String NONE_OF_MANY =
      "There are many records here: the first %,d name no existing code or agreement. The document"
          + " has what all of them name.";
  private static final String BELOW = "Below stands what records name and administrators say.";

  /// What was gathered for a box.
  ///
  /// @param none whether it is empty
  /// @param part whether its heading is that of a part
  /// @param most how many records were looked through, where there are more; else zero
  record Gathered(boolean none, boolean part, int most) {}

  /// “None” is said only where somebody looked, and “not considered” only of what can say it.
  String lead(SpecifiedRecord heading, @Nullable Considered when, Gathered gathered) {
    Optional<String> considered =
        Optional.ofNullable(when).filter(one -> !one.isAhead()).map(Considered::words);
    if (gathered.most() > 0) {
      String many = gathered.none() ? NONE_OF_MANY : SOME_OF_MANY;
      return considered.map(day -> day + ". ").orElse(asked(heading, when, gathered))
          + many.formatted(gathered.most())
          + more(when);
    }
    if (considered.isPresent()) {
      return considered.get() + (gathered.none() ? ": none." : ".") + more(when);
    }
    if (!form.isCareful()) {
      return gathered.none()
          ? "Not considered yet; no record names an existing code or agreement."
          : "Not considered yet: below stands what the records name.";
    }
    return asked(heading, when, gathered) + (gathered.none() ? NOTHING : BELOW);
  }

  private static String more(@Nullable Considered when) {
    return when == null ? "" : when.more();
  }

  private static String asked(
      SpecifiedRecord heading, @Nullable Considered ahead, Gathered gathered) {
    if (ahead != null) {
      return ahead.words() + " ";
    }
    boolean asked =
        !gathered.part() && heading.type().playing(AttributeRole.CONSIDERED).isPresent();
    return asked ? "Not considered yet. " : "";
  }

  /// Whether it is told what is withdrawn.
  boolean tellsEnds() {
    return form.isCareful();
  }

  /// Where the administrator said nothing.
  String noAnswer() {
    return form.isCareful() ? NO_ASSESSMENT : NOT_ASKED;
  }

  /// Where only the administrator said something.
  Optional<String> notNamed() {
    return form.isCareful() ? Optional.of(NOT_NAMED) : Optional.empty();
  }

  /// Whether an answer that is about more than a chapter says so.
  boolean tellsWhole() {
    return form.looksAround();
  }
}
