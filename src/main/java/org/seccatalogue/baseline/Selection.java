package org.seccatalogue.baseline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a baseline is made of.
///
/// @param sections keys or references of headings; empty: the whole catalogue
/// @param types names of record types; empty: all
/// @param stages codes of the stages at which requirements are taken; empty: all but the ends
/// @param wanted code of the stage that every requirement should have reached; absent: none
/// @param notes whether drafting notes are published
/// @param marked whether records with a protective marking are published
public record Selection(
    List<String> sections,
    List<String> types,
    List<String> stages,
    @Nullable String wanted,
    boolean notes,
    boolean marked) {

  /// Everything that may be published.
  public static final Selection ALL =
      new Selection(List.of(), List.of(), List.of(), null, false, false);

  public Selection {
    sections = List.copyOf(sections);
    types = List.copyOf(types);
    stages = List.copyOf(stages);
  }
}
