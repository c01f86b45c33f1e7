package org.seccatalogue.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.SchemaFiles;
import org.seccatalogue.schema.SchemaLoader;
import org.seccatalogue.testkit.OlderSchema;

/// What stands before the requirements of a section says the same wherever its attributes stand in
/// their type, and in record types that were frozen long ago.
class SectionBlocksTest {

  private static final SchemaFiles FILES = SchemaFiles.in(Path.of("catalogue-schema"));

  /// The same records with types that were written differently.
  @SuppressWarnings("ImmutableEnumChecker") // files of a test, which nobody changes
  enum Types {
    TODAY,
    WITH_ONE_MORE_IN_FRONT,
    FROZEN_BEFORE_THESE_ROLES;

    private SchemaFiles files() {
      return switch (this) {
        case TODAY -> FILES;
        case WITH_ONE_MORE_IN_FRONT -> withOneMore();
        case FROZEN_BEFORE_THESE_ROLES -> OlderSchema.of(FILES);
      };
    }

    CatalogueSchema schema() {
      return switch (SchemaLoader.load(files())) {
        case SchemaLoader.Outcome.Loaded(CatalogueSchema schema) -> schema;
        case SchemaLoader.Outcome.Refused refused -> throw new AssertionError(refused);
      };
    }
  }

  /// Every type, and every table, begins with a line that has no role.
  private static SchemaFiles withOneMore() {
    TreeMap<String, String> texts = new TreeMap<>(FILES.texts());
    String more =
        "\"properties\": {\"more\": {\"type\": \"string\", \"maxLength\": 20,"
            + " \"x-label\": \"One more\"},";
    texts.replaceAll(
        (path, text) -> path.startsWith("types/") ? text.replace("\"properties\": {", more) : text);
    return new SchemaFiles(texts);
  }

  private static SpecifiedRecord record(
      CatalogueSchema schema, String type, String key, String title, String attributes) {
    RecordHead head =
        new RecordHead(
            RecordKey.of(key), type, title, null, "DRAFT", 1, null, false, "00000001.00000001");
    return new SpecifiedRecord(
        head, schema.typeOf(type), Attributes.stored(json(attributes)), null);
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @ParameterizedTest
  @EnumSource(Types.class)
  void notesInteractionsAndOptionsAreToldByTheirRoles(Types types) {
    CatalogueSchema schema = types.schema();
    SpecifiedRecord section = record(schema, "section", "SEC-0001", "Meters", "{}");

    List<Block> blocks =
        new SectionBlocks(
                schema,
                section.head(),
                _ -> true,
                new SectionBlocks.Manner(SpecificationForm.FIRST, LocalDate.parse("2011-11-30")))
            .opening(
                section,
                List.of(
                    record(
                        schema,
                        "option-set",
                        "OPT-0001",
                        "Who reads?",
                        """
                        {"more": "in front", "options": [
                          {"more": "in front", "letter": "A", "text": "The DCC reads.",
                           "state": "preferred", "assumed_by": "ESM-0001"},
                          {"letter": "B", "text": "The supplier reads.", "state": "open"}]}
                        """),
                    record(
                        schema,
                        "drafting-note",
                        "DRN-0001",
                        "Ask the SMDG.",
                        """
                        {"more": "in front", "note": "Ask the SMDG.", "concerns": "ESM-0001",
                         "author": "Metering drafter", "state": "open"}
                        """),
                    record(
                        schema,
                        "code-interaction",
                        "INT-0001",
                        "Clause 20",
                        """
                        {"more": "in front", "area": "Clause 20", "existing_code": "XCA-0001",
                         "kind": "Data exchanged", "impact": "Registrations follow.",
                         "raised_by": "Codes drafter", "response": "Agreed."}
                        """)),
                Map.of());

    assertThat(blocks)
        .containsExactly(
            new Block.Heading(1, "SEC-0001", "Meters", "SEC-0001", false),
            new Block.Options(
                "OPT-0001",
                Run.of("Who reads?"),
                List.of(
                    new Block.Options.Option("A", Run.of("The DCC reads."), "preferred"),
                    new Block.Options.Option("B", Run.of("The supplier reads."), "open"))),
            new Block.DraftingNote(
                "DRN-0001 on ESM-0001", Run.of("Ask the SMDG."), "Metering drafter", "open"),
            new Block.InteractionBox(
                "Potential interactions with existing codes and agreements",
                List.of(
                    new Block.InteractionBox.Interaction(
                        "XCA-0001",
                        "Clause 20",
                        "Data exchanged",
                        "Registrations follow.",
                        "Codes drafter",
                        "Agreed."))));
  }
}
