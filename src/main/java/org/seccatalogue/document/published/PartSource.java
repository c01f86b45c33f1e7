package org.seccatalogue.document.published;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.agreement.Candidates;
import org.seccatalogue.document.Edition;
import org.seccatalogue.document.SectionBlocks;
import org.seccatalogue.document.SpecificationSource;
import org.seccatalogue.document.SpecifiedRecord;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.trace.TracedLink;

/// A section that is too long for one page, confined to some of the records that stand directly in
/// it.
///
/// @param whole what it is a part of
/// @param heading the section
/// @param headings those directly below it, which have pages of their own
/// @param records those of this part
record PartSource(
    SpecificationSource whole,
    SpecifiedRecord heading,
    List<RecordHead> headings,
    List<SpecifiedRecord> records)
    implements SpecificationSource {

  @Override
  public CatalogueSchema schema() {
    return whole.schema();
  }

  @Override
  public Edition edition(RecordHead root) {
    return whole.edition(root);
  }

  @Override
  public Optional<List<RecordHead>> part() {
    return Optional.of(records.stream().map(SpecifiedRecord::head).toList());
  }

  @Override
  public List<SpecifiedRecord> headings(RecordHead root) {
    return List.of(heading);
  }

  @Override
  public List<SpecifiedRecord> above(RecordHead root) {
    return whole.above(root);
  }

  @Override
  public List<RecordHead> heads(RecordHead root, List<String> types) {
    return records.stream().map(SpecifiedRecord::head).toList();
  }

  /// What comes before the requirements stands in every part; of these, a part has its own.
  @Override
  public List<SpecifiedRecord> below(
      RecordHead root,
      List<RecordHead> none,
      List<String> types,
      @Nullable String after,
      int limit) {
    return types.equals(SectionBlocks.bodyTypes(schema()))
        ? records.stream()
            .filter(record -> after == null || record.head().path().compareTo(after) > 0)
            .limit(limit)
            .toList()
        : whole.below(root, headings, types, after, limit);
  }

  @Override
  public List<SpecifiedRecord> all(List<String> types) {
    return whole.all(types);
  }

  @Override
  public List<SpecifiedRecord> saying(Candidates wanted) {
    return whole.saying(wanted);
  }

  @Override
  public Optional<String> behind(RecordHead section, int records) {
    return whole.behind(section, records);
  }

  @Override
  public List<RecordHead> boxedApart(RecordHead part, List<RecordHead> none) {
    return headings;
  }

  @Override
  public Map<RecordKey, List<TracedLink>> links(Collection<RecordKey> sources) {
    return whole.links(sources);
  }

  @Override
  public Map<String, RecordHead> named(Collection<String> names) {
    return whole.named(names);
  }
}
