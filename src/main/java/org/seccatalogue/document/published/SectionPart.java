package org.seccatalogue.document.published;

import java.util.List;
import org.seccatalogue.record.RecordHead;

/// What one page shows of a section: all that stands below it; or where that is too much, some of
/// the records that stand directly in it.
///
/// @param records how many records stand below the section, at any depth
/// @param own how many of them stand directly in it, and not below one of its sub-sections
/// @param number of this part, counted from 1
/// @param parts how many parts there are
/// @param first the number of the first record of this part among those directly in the section,
///     counted from 1
/// @param last the number of the last one
/// @param elsewhere the sub-sections that are not shown, because they have pages of their own
/// @param html the document as one element
public record SectionPart(
    int records,
    int own,
    int number,
    int parts,
    int first,
    int last,
    List<SubSection> elsewhere,
    String html) {

  public SectionPart {
    elsewhere = List.copyOf(elsewhere);
  }

  /// A section directly below another one.
  ///
  /// @param records how many records stand below it
  public record SubSection(RecordHead head, int records) {}

  /// Whether there is more of the section than this.
  public boolean isPart() {
    return parts > 1 || !elsewhere.isEmpty();
  }
}
