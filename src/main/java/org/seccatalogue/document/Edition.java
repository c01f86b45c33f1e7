package org.seccatalogue.document;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which edition of a section a specification is: the working draft, or a baseline.
///
/// @param version what people call it, such as "working draft" or the name of the baseline
/// @param status how far it may be relied upon, such as "Draft - not a baseline", "Published
///     baseline", "Superseded" or "Withdrawn"
/// @param statement what the reader may and may not do with the document
/// @param digest the digest of the content as it is printed in the document
/// @param date the date of the content, not the day on which a document is written
/// @param stages how many of its requirements that are not withdrawn are at each stage, by the code
///     of the stage
/// @param control what document control says besides the reference, the status and the requirements
/// @param draftingNotes whether notes of drafters are printed
public record Edition(
    String version,
    String status,
    String statement,
    String digest,
    LocalDate date,
    SortedMap<String, Integer> stages,
    List<TitlePage.ControlRow> control,
    boolean draftingNotes) {

  public Edition {
    stages = Collections.unmodifiableSortedMap(new TreeMap<>(stages));
    control = List.copyOf(control);
  }

  /// How many requirements are not withdrawn.
  int requirements() {
    return stages.values().stream().mapToInt(Integer::intValue).sum();
  }
}
