package org.seccatalogue.schema;

import java.util.Arrays;
import java.util.Optional;

/// How code reaches the few attributes that it must know, without knowing their names.
public enum AttributeRole {
  /// What a record is called in lists, headings and links.
  TITLE("title"),
  /// The binding words of a requirement or clause.
  STATEMENT("statement"),
  /// The clear English summary.
  SUMMARY("summary"),
  /// Why the record is there.
  RATIONALE("rationale"),
  /// Binding, recommendation, permission or statement of fact.
  OBLIGATION("obligation"),
  /// The person who drafts the record.
  OWNER("owner"),
  /// Protective marking.
  MARKING("marking"),
  /// The mark of a heading that is not agreed.
  PROVISIONAL("provisional"),
  /// The stable reference by which people name the record, such as `C.4.1.a` or `MRA`.
  REFERENCE("reference"),
  /// The words of a drafting note.
  NOTE("note"),
  /// Who wrote a drafting note.
  AUTHOR("author"),
  /// The record that a drafting note or an interaction is about.
  CONCERNS("concerns"),
  /// The existing code or agreement that an interaction names.
  AGREEMENT("agreement"),
  /// How a record and an existing code or agreement touch.
  INTERACTION_KIND("kind"),
  /// What an interaction means for the existing code or agreement.
  IMPACT("impact"),
  /// Who raised an interaction.
  RAISED_BY("raised-by"),
  /// What the administrator of the existing code or agreement answers.
  RESPONSE("response"),
  /// The day on which it was last considered what a chapter means for existing codes and
  /// agreements.
  CONSIDERED("considered"),
  /// The parts, chapters or sections of the code that a subsidiary document serves.
  SERVES("serves"),
  /// The day by which what a record waits for is promised.
  DUE("due"),
  /// How far what a record waits for has come.
  PROGRESS("progress"),
  /// The table of the options of a question. Its columns have roles too: the letter of an option,
  /// its words (which are a [#STATEMENT]) and its state.
  OPTIONS("options"),
  /// The letter of an option.
  OPTION_LETTER("letter"),
  /// How far a drafting note or an option has come, such as open or decided.
  STATE("state");

  private final String word;

  AttributeRole(String word) {
    this.word = word;
  }

  /// The word that type files use.
  public String word() {
    return word;
  }

  static Optional<AttributeRole> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
  }
}
