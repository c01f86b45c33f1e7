package org.seccatalogue.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.Place;

class SchemaLoaderTest {

  private static final SchemaFiles FILES = SchemaFiles.in(Path.of("catalogue-schema"));

  @Test
  void readsAllRecordTypesInTheirOrder() {
    CatalogueSchema schema = loaded(FILES);

    assertThat(schema.types())
        .extracting(RecordType::prefix)
        .containsExactly(
            "DSL", "EVT", "BRQ", "URQ", "ESM", "GSM", "WCU", "IHD", "HCD", "TPR", "WSI", "GSR",
            "GOP", "WPR", "SCD", "COP", "SRQ", "ASR", "SEC", "CLS", "XCA", "SUB", "PTY", "DEP",
            "OPT", "DRN", "INT", "IMA");
    assertThat(schema.links()).hasSize(12);
    assertThat(schema.derivations()).containsExactly("derives_from");
    assertThat(schema.workflow().stages())
        .extracting(Workflow.Stage::code)
        .startsWith("DRAFT", "PEER", "SG3", "DCG", "PROG", "APPROVED");
  }

  @Test
  void theCommonCoreComesBeforeTheAttributesOfTheType() {
    assertThat(loaded(FILES).typeOf("electricity-meter-spec").attributes())
        .extracting(Attribute::name)
        .containsExactly(
            "title",
            "requirement_text",
            "obligation",
            "summary",
            "rationale",
            "policy_status",
            "priority",
            "owner",
            "owning_group",
            "fuel",
            "market_segment",
            "verification_method",
            "acceptance_criterion",
            "source_refs",
            "later_reference",
            "marking",
            "frc_reference",
            "function_area",
            "meter_variant",
            "quantity",
            "data_category",
            "storage_structure",
            "interval",
            "retention",
            "threshold",
            "accuracy",
            "survives_power_loss",
            "interfaces",
            "read_roles",
            "set_roles",
            "event_raised");
  }

  @Test
  void mapsAndTablesAreKindsOfValue() {
    RecordType request = loaded(FILES).typeOf("gateway-service-request");

    assertThat(request.attribute("response_times").orElseThrow().type())
        .isInstanceOfSatisfying(
            AttributeType.CodeMap.class,
            map -> {
              assertThat(map.keys().name()).isEqualTo("mode_of_operation");
              assertThat(map.values().name()).isEqualTo("response_time_category");
              assertThat(map.keysFrom()).isEqualTo("modes");
            });
    assertThat(request.attribute("request_data_items").orElseThrow().type())
        .isInstanceOfSatisfying(
            AttributeType.Table.class, table -> assertThat(table.columns()).hasSize(7));
  }

  @Test
  void linkRulesKnowTheirPairs() {
    CatalogueSchema schema = loaded(FILES);
    LinkRule selects = schema.link("selects_option").orElseThrow();

    assertThat(selects.allows("gas-meter-spec", "option-set")).isTrue();
    assertThat(selects.allows("gas-meter-spec", "clause")).isFalse();
    assertThat(schema.link("conflicts_with").orElseThrow().noteRequired()).isTrue();
    assertThat(schema.link("supersedes").orElseThrow().allows("clause", "section")).isFalse();
    assertThat(schema.link("supersedes").orElseThrow().allows("clause", "clause")).isTrue();
  }

  @Test
  void aWrongKeywordIsFoundWithFileAndPointer() {
    SchemaFiles files =
        with("types/clause.schema.json", "\"x-prefix\": \"CLS\"", "\"x-prefix\": \"clause\"");

    assertThat(refused(files))
        .extracting(Finding::place)
        .contains(new Place.InFile("types/clause.schema.json", "/x-prefix"));
  }

  @Test
  void everyNameThatIsNotThereIsFoundAtOnce() {
    SchemaFiles files =
        with(
            "types/electricity-meter-spec.schema.json",
            "\"x-enumeration\": \"e_variant\"",
            "\"x-enumeration\": \"variants\"");
    files = with(files, "links.yaml", "to: [existing-code]", "to: [existing-codes]");
    files = with(files, "workflow.yaml", "initial: DRAFT", "initial: START");

    assertThat(refused(files))
        .extracting(finding -> finding.place().text() + " | " + finding.found())
        .contains(
            "types/electricity-meter-spec.schema.json at"
                + " /properties/meter_variant/x-enumeration | variants",
            "links.yaml at /links/9/pairs | existing-codes",
            "workflow.yaml | START");
  }

  @Test
  void aTypeIsAboutDevicesThatThereAre() {
    String type = "types/gas-meter-spec.schema.json";
    assertThat(loaded(FILES).typeOf("gas-meter-spec").devices()).containsExactly("GSME");
    assertThat(refused(with(type, "[\"GSME\"]", "[\"GSME\", \"Kettle\"]")))
        .extracting(finding -> finding.place().text() + " | " + finding.found())
        .containsExactly(type + " at /x-devices | Kettle");
  }

  @Test
  void aSchemaFromBeforeTypesWereAboutDevicesStillLoads() {
    TreeMap<String, String> texts = new TreeMap<>(FILES.texts());
    texts.replaceAll((_, text) -> text.replaceAll("(?m)^  \"x-devices\": \\[.*\n", ""));
    texts.computeIfPresent(
        "meta.schema.json",
        (_, text) -> text.replaceAll("(?s)    \"x-devices\": \\{.*?\\},\n", ""));
    assertThat(String.join("", texts.values())).doesNotContain("\"x-devices\"");
    assertThat(loaded(new SchemaFiles(texts)).typeOf("gas-meter-spec").devices()).isEmpty();
  }

  @Test
  void aSchemaFromBeforeStagesSaidWhereNewWordsFallStillLoads() {
    TreeMap<String, String> texts = new TreeMap<>(FILES.texts());
    texts.computeIfPresent(
        "workflow.yaml",
        (_, text) -> text.replaceAll("(?m)^    (newWords|editorialKeeps): .*\n", ""));
    assertThat(texts.get("workflow.yaml")).doesNotContain("    newWords:");
    texts.put("workflow.schema.json", "{}");
    Workflow workflow = loaded(new SchemaFiles(texts)).workflow();
    assertThat(workflow.newWordsFallTo("APPROVED")).isEqualTo("DRAFT");
    assertThat(workflow.editorialKeeps("APPROVED")).isFalse();
  }

  @Test
  void aBrokenGlossaryIsRefusedWithEveryPlaceAtOnce() {
    SchemaFiles files =
        glossary(
            """
            terms:
              - term: X
                meaning: Too short a term.
              - term: Meter
                meanin: A word that is none.
              - term: WAN
                meaning: A network.
                also: WANs
            words: []
            """);

    assertThat(refused(files))
        .extracting(finding -> finding.code() + " " + finding.place().text())
        .containsExactlyInAnyOrder(
            "INVALID_SCHEMA glossary.yaml at /terms/0/term",
            "INVALID_SCHEMA glossary.yaml at /terms/1/meaning",
            "INVALID_SCHEMA glossary.yaml at /terms/1/meanin",
            "INVALID_SCHEMA glossary.yaml at /terms/2/also",
            "INVALID_SCHEMA glossary.yaml at /words");
  }

  @Test
  void aGlossaryThatIsNoYamlIsRefused() {
    assertThat(refused(glossary("terms:\n  - term: [\n")))
        .extracting(finding -> finding.place().text() + " | " + finding.expected())
        .containsExactly("glossary.yaml | well-formed YAML in line 2");
  }

  @Test
  void aTermOfTheGlossaryStandsThereOnce() {
    SchemaFiles files =
        glossary(
            """
            terms:
              - term: Meter
                meaning: What counts.
                also: [Counter]
              - term: Counter
                meaning: What counts.
              - term: Meter
                meaning: What is counted by.
            """);

    assertThat(refused(files))
        .extracting(finding -> finding.place().text() + " | " + finding.found())
        .containsExactlyInAnyOrder(
            "glossary.yaml at /terms | Counter", "glossary.yaml at /terms | Meter");
  }

  private static SchemaFiles glossary(String text) {
    TreeMap<String, String> texts = new TreeMap<>(FILES.texts());
    texts.put("glossary.yaml", text);
    return new SchemaFiles(texts);
  }

  @Test
  void aPrefixIsUsedOnce() {
    SchemaFiles files =
        with("types/clause.schema.json", "\"x-prefix\": \"CLS\"", "\"x-prefix\": \"SEC\"");

    assertThat(refused(files))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.place().text())
                  .isEqualTo("types/section.schema.json at /x-prefix");
              assertThat(finding.expected())
                  .isEqualTo("a value that types/clause.schema.json does not have");
            });
  }

  private static CatalogueSchema loaded(SchemaFiles files) {
    return ((SchemaLoader.Outcome.Loaded) SchemaLoader.load(files)).schema();
  }

  private static List<Finding> refused(SchemaFiles files) {
    return ((SchemaLoader.Outcome.Refused) SchemaLoader.load(files)).findings();
  }

  private static SchemaFiles with(String file, String from, String to) {
    return with(FILES, file, from, to);
  }

  private static SchemaFiles with(SchemaFiles files, String file, String from, String to) {
    TreeMap<String, String> texts = new TreeMap<>(files.texts());
    String text = files.text(file);
    assertThat(text).contains(from);
    texts.put(file, text.replace(from, to));
    return new SchemaFiles(texts);
  }
}
