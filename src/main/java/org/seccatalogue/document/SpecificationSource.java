package org.seccatalogue.document;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.agreement.Candidates;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.trace.TracedLink;

/// Where the records of a specification come from: the draft, or a baseline. It shows one moment:
/// whatever is asked of it, and however late, it answers from the same state.
///
/// Paths order records as the outline does: the path of a record is that of its parent, a dot and
/// eight more characters.
public interface SpecificationSource {

  /// The record types that its records are read with.
  CatalogueSchema schema();

  /// Which edition of a section it is.
  Edition edition(RecordHead root);

  /// The stages that the requirements which wait below a section left, of each of them; nothing
  /// where that is not known.
  default Collection<String> stagesLeft(RecordHead root) {
    return List.of();
  }

  /// The records to which the document is confined, when it is a part of what stands below its root
  /// and has no other heading; nothing when it has all.
  default Optional<List<RecordHead>> part() {
    return Optional.empty();
  }

  /// A heading and those below it, each before its own, as headings of the outline.
  List<SpecifiedRecord> headings(RecordHead root);

  /// What a heading stands below, the nearest first.
  List<SpecifiedRecord> above(RecordHead heading);

  /// The heads of all records of some types below a heading, at any depth, in the order of the
  /// outline.
  List<RecordHead> heads(RecordHead root, List<String> types);

  /// The next records of some types below a heading, but not below one of its own headings.
  ///
  /// @param headings those below it
  /// @param after path of the last record that was read, if one was
  /// @param limit the most records; fewer come only when there are no more
  List<SpecifiedRecord> below(
      RecordHead heading,
      List<RecordHead> headings,
      List<String> types,
      @Nullable String after,
      int limit);

  /// All records of some types, wherever they stand, in the order of the outline: of types with few
  /// records.
  List<SpecifiedRecord> all(List<String> types);

  /// The next records that may name an existing code or agreement. There may be others among them.
  List<SpecifiedRecord> saying(Candidates wanted);

  /// The path of the record behind so many others below a heading, if there is one.
  Optional<String> behind(RecordHead heading, int records);

  /// The headings below a part that have boxes of their own.
  ///
  /// @param headings those of the document
  default List<RecordHead> boxedApart(RecordHead part, List<RecordHead> headings) {
    return headings.stream().filter(one -> one.isBelow(part)).toList();
  }

  /// The links that leave each of several records, by type and target. A record without links may
  /// be missing. A target below the root of the document must be a record of this source, because
  /// the document leads there.
  Map<RecordKey, List<TracedLink>> links(Collection<RecordKey> sources);

  /// The heads of the records with these keys or references, under the names that were asked for.
  Map<String, RecordHead> named(Collection<String> names);
}
