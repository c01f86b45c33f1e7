package org.seccatalogue.document;

import java.time.LocalDate;
import java.util.Optional;
import org.seccatalogue.schema.AttributeRole;

/// What a box of interactions says beside what was gathered for it.
record BoxWords(SpecificationForm form) {

  static final String TITLE = "Interactions with existing codes and agreements";

  private static final String NOT_ASKED = "Not asked yet.";
  private static final String NO_ASSESSMENT = "No assessment is recorded in this edition.";
  private static final String NOT_NAMED = "No record here names it.";
  private static final String NOTHING =
      "No record here names an existing code or agreement by its key, abbreviation or full name.";
  private static final String BELOW = "Below stands what records name and administrators say.";

  /// “None” is said only where somebody looked, and “not considered” only of what can say it.
  ///
  /// @param part whether the heading is that of a part
  String lead(SpecifiedRecord heading, boolean none, boolean part) {
    Optional<String> considered =
        heading
            .attributes()
            .text(heading.type(), AttributeRole.CONSIDERED)
            .map(day -> TitlePage.longDate(LocalDate.parse(day)));
    if (considered.isPresent()) {
      return "Considered on " + considered.get() + (none ? ": none." : ".");
    }
    if (!form.isCareful()) {
      return none
          ? "Not considered yet; no record names an existing code or agreement."
          : "Not considered yet: below stands what the records name.";
    }
    boolean asked = !part && heading.type().playing(AttributeRole.CONSIDERED).isPresent();
    return (asked ? "Not considered yet. " : "") + (none ? NOTHING : BELOW);
  }

  /// Where the administrator said nothing.
  String noAnswer() {
    return form.isCareful() ? NO_ASSESSMENT : NOT_ASKED;
  }

  /// Where only the administrator said something.
  Optional<String> notNamed() {
    return form.isCareful() ? Optional.of(NOT_NAMED) : Optional.empty();
  }
}
