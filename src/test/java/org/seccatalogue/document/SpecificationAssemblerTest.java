package org.seccatalogue.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.seccatalogue.agreement.Candidates;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.SchemaFiles;
import org.seccatalogue.schema.SchemaLoader;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.trace.TracedLink;

class SpecificationAssemblerTest {

  private static final CatalogueSchema SCHEMA =
      switch (SchemaLoader.load(SchemaFiles.bundled())) {
        case SchemaLoader.Outcome.Loaded(CatalogueSchema schema) -> schema;
        case SchemaLoader.Outcome.Refused refused -> throw new AssertionError(refused);
      };
  private static final String SECTION = "00000001";

  private static SpecifiedRecord record(
      TypeKind kind, String key, String title, String path, @Nullable String digest) {
    RecordType type = SCHEMA.typeOf(SCHEMA.namesOf(kind).getFirst());
    RecordHead head =
        new RecordHead(RecordKey.of(key), type.name(), title, null, "DRAFT", 1, null, false, path);
    return new SpecifiedRecord(
        head, type, Attributes.stored(JsonNodeFactory.instance.objectNode()), digest);
  }

  /// A source that is held in the heap.
  private record Held(List<SpecifiedRecord> records, boolean draftingNotes)
      implements SpecificationSource {

    @Override
    public CatalogueSchema schema() {
      return SCHEMA;
    }

    @Override
    public Edition edition(RecordHead root) {
      return new Edition(
          "Part C, first baseline",
          "Superseded",
          "A later baseline has taken its place.",
          "sha-256 77",
          LocalDate.of(2012, 3, 5),
          new TreeMap<>(Map.of("DRAFT", 1)),
          List.of(new TitlePage.ControlRow("Published", "5 March 2012")),
          draftingNotes);
    }

    @Override
    public List<SpecifiedRecord> headings(RecordHead root) {
      return records.stream().filter(one -> one.type().kind() == TypeKind.HEADING).toList();
    }

    @Override
    public List<SpecifiedRecord> above(RecordHead heading) {
      return records.stream().filter(one -> heading.isBelow(one.head())).toList().reversed();
    }

    @Override
    public List<RecordHead> heads(RecordHead root, List<String> types) {
      return records.stream()
          .map(SpecifiedRecord::head)
          .filter(head -> types.contains(head.type()))
          .toList();
    }

    @Override
    public List<SpecifiedRecord> below(
        RecordHead heading,
        List<RecordHead> headings,
        List<String> types,
        @Nullable String after,
        int limit) {
      return records.stream()
          .filter(one -> types.contains(one.head().type()))
          .filter(one -> after == null || one.head().path().compareTo(after) > 0)
          .limit(limit)
          .toList();
    }

    @Override
    public List<SpecifiedRecord> all(List<String> types) {
      return records.stream().filter(one -> types.contains(one.head().type())).toList();
    }

    @Override
    public List<SpecifiedRecord> saying(Candidates wanted) {
      return records;
    }

    @Override
    public Optional<String> behind(RecordHead heading, int most) {
      return Optional.empty();
    }

    @Override
    public Map<RecordKey, List<TracedLink>> links(Collection<RecordKey> sources) {
      return Map.of();
    }

    @Override
    public Map<String, RecordHead> named(Collection<String> names) {
      return Map.of();
    }
  }

  private static DocumentModel assembled(boolean draftingNotes) {
    SpecifiedRecord section = record(TypeKind.HEADING, "HDG-0001", "Meters", SECTION, null);
    List<SpecifiedRecord> records =
        List.of(
            section,
            record(TypeKind.NOTE, "DRN-0001", "Note", SECTION + ".00000001", null),
            record(TypeKind.REQUIREMENT, "ESM-0001", "Clock", SECTION + ".00000002", "0f1e"));
    return new SpecificationAssembler(
            new Held(records, draftingNotes), section.head(), SpecificationForm.FIRST)
        .assemble();
  }

  @Test
  void namesTheEditionOfItsSource() {
    DocumentModel model = assembled(true);

    assertThat(model.identity())
        .isEqualTo(
            new DocumentModel.Identity(
                "HDG-0001 Meters",
                "Part C, first baseline",
                "Superseded",
                "sha-256 77",
                LocalDate.of(2012, 3, 5)));
    assertThat(model.titlePage().statement())
        .isEqualTo(Run.of("A later baseline has taken its place."));
    assertThat(model.titlePage().control())
        .containsExactly(
            new TitlePage.ControlRow("Reference", "HDG-0001"),
            new TitlePage.ControlRow("Status", "Superseded"),
            new TitlePage.ControlRow("Stage of the least advanced requirement", "Draft"),
            new TitlePage.ControlRow("Requirements", "1 (1 at Draft)"),
            new TitlePage.ControlRow("Published", "5 March 2012"));
    assertThat(model.contents())
        .containsExactly(
            new ContentsEntry(1, "HDG-0001", "Meters", "HDG-0001"),
            new ContentsEntry(4, "ESM-0001", "Clock", "ESM-0001"));
  }

  @Test
  void leavesDraftingNotesOutOfAnEditionWithoutThem() {
    assertThat(assembled(true).body().map(block -> block.getClass().getSimpleName()))
        .containsExactly("Heading", "DraftingNote", "Requirement");
    assertThat(assembled(false).body().map(block -> block.getClass().getSimpleName()))
        .containsExactly("Heading", "Requirement");
  }

  @Test
  void passesTheDigestOfARequirementOn() {
    assertThat(assembled(false).body())
        .filteredOn(Block.Requirement.class::isInstance)
        .extracting(block -> ((Block.Requirement) block).digest())
        .containsExactly("0f1e");
  }
}
