package org.seccatalogue.schema;

import java.util.Arrays;

/// What part a record type plays in the outline and in a specification.
public enum TypeKind {
  /// A numbered requirement of Part C.
  REQUIREMENT("requirement"),
  /// A heading of Part C; other records stand below it.
  HEADING("heading"),
  /// A clause of Part A or B, from which requirements derive.
  CLAUSE("clause"),
  /// An existing code or agreement.
  AGREEMENT("agreement"),
  /// An entry of the dependencies register.
  DEPENDENCY("dependency"),
  /// A question with the options to answer it.
  OPTIONS("options"),
  /// A drafting note.
  NOTE("note"),
  /// A potential interaction with an existing code or agreement.
  INTERACTION("interaction"),
  /// What the administrator of an existing code or agreement makes of a chapter.
  ASSESSMENT("assessment"),
  /// A document that serves the Code beside it, such as a code of practice.
  DOCUMENT("document"),
  /// Somebody who produces, administers or answers something.
  PARTY("party");

  private final String word;

  TypeKind(String word) {
    this.word = word;
  }

  static TypeKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a kind of record type: " + word));
  }

  /// Whether its records make the outline itself, and so may stand at its root. All others stand in
  /// a section.
  public boolean makesTheOutline() {
    return this == HEADING || this == CLAUSE;
  }

  /// The word that type files use.
  public String word() {
    return word;
  }
}
