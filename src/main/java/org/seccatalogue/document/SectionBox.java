package org.seccatalogue.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.TypeKind;

/// The box of interactions with which the document of a section begins, for a page that shows the
/// section without its document. Of very many records it looks through the first, and says so.
public final class SectionBox {

  /// The most records of a chapter that are looked through for a page.
  public static final int MOST_OF_A_PAGE = 5_000;

  private SectionBox() {}

  /// The box of a section, if it has one.
  ///
  /// @param today after which nothing was considered yet
  /// @param most the most records that are looked through
  public static Optional<Block.AgreementsBox> of(
      SpecificationSource source, SpecifiedRecord section, LocalDate today, int most) {
    CatalogueSchema schema = source.schema();
    List<String> types =
        Stream.concat(
                SectionBlocks.frontTypes(schema, true).stream(),
                SectionBlocks.bodyTypes(schema).stream())
            .toList();
    AgreementBlocks boxes =
        new AgreementBlocks(
            new AgreementBlocks.Reading(
                source, section.head(), types, SpecificationForm.NEWEST, today, most),
            AgreementRows.Leads.everywhere());
    return boxes.of(section, below(source, section.head()));
  }

  /// The box of a part has only what stands in none of its headings.
  private static List<RecordHead> below(SpecificationSource source, RecordHead section) {
    List<String> headings =
        Stream.of(TypeKind.HEADING, TypeKind.CLAUSE)
            .flatMap(kind -> source.schema().namesOf(kind).stream())
            .toList();
    return AgreementBlocks.isPart(section) ? source.heads(section, headings) : List.of();
  }
}
