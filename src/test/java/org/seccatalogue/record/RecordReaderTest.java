package org.seccatalogue.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.SchemaFiles;
import org.seccatalogue.schema.SchemaLoader;

class RecordReaderTest {

  private static final CatalogueSchema SCHEMA =
      ((SchemaLoader.Outcome.Loaded) SchemaLoader.load(SchemaFiles.in(Path.of("catalogue-schema"))))
          .schema();
  private static final RecordType METER = SCHEMA.typeOf("electricity-meter-spec");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AttributeType MEASURE = new AttributeType.Measure(List.of("h"), true);

  private static final String HALF_HOURS =
      """
      {"title": " Half-hourly   import history ",
       "requirement_text": "The electricity meter shall store active energy imported.",
       "obligation": "shall", "policy_status": "SETTLED", "priority": "Must",
       "owner": "Metering drafter", "owning_group": "SMDG", "fuel": "E", "market_segment": "ALL",
       "source_refs": [{"document": "FRC", "date": "30 Mar 2011"}], "marking": "NPM",
       "function_area": "Recording", "meter_variant": "ALL",
       "quantity": "Active energy import [kWh]", "data_category": "Operational",
       "storage_structure": "Profile log", "interval": {"value": 30.0, "unit": "min"},
       "survives_power_loss": true, "interfaces": ["HAN", "WAN"], "accuracy": ""}
      """;

  @Test
  void normalisesWhatIsValid() {
    Attributes attributes = valid(HALF_HOURS, "DRAFT");

    assertThat(attributes.text())
        .isEqualTo(
            "{\"title\":\"Half-hourly import history\",\"requirement_text\":\"The electricity meter"
                + " shall store active energy"
                + " imported.\",\"obligation\":\"shall\",\"policy_status\":\"SETTLED\",\"priority\":\"Must\",\"owner\":\"Metering"
                + " drafter\","
                + "\"owning_group\":\"SMDG\",\"fuel\":\"E\",\"market_segment\":\"ALL\",\"source_refs\":[{\"document\":\"FRC\",\"date\":\"30"
                + " Mar 2011\"}],"
                + "\"marking\":\"NPM\",\"function_area\":\"Recording\",\"meter_variant\":\"ALL\",\"quantity\":\"Active"
                + " energy import"
                + " [kWh]\",\"data_category\":\"Operational\",\"storage_structure\":\"Profile"
                + " log\","
                + "\"interval\":{\"value\":30,\"unit\":\"min\"},\"survives_power_loss\":true,"
                + "\"interfaces\":[\"WAN\",\"HAN\"]}");
  }

  @Test
  void findsEverythingAtOnceWithPointers() {
    ObjectNode raw = json(HALF_HOURS);
    raw.remove("owner");
    raw.put("fuel", "Electricity").put("survives_power_loss", "perhaps").put("colour", "red");
    raw.putObject("interval").put("value", 30).put("unit", "fortnight");
    raw.putArray("interfaces").add("WAN").add("XAN");
    raw.putArray("source_refs").addObject().put("version", "1");

    assertThat(findings(raw.toString(), "DRAFT"))
        .extracting(f -> f.code() + " " + f.place().text() + " " + f.found())
        .containsExactly(
            "UNKNOWN_ATTRIBUTE /colour colour",
            "UNKNOWN_CODE /fuel Electricity",
            "MISSING_VALUE /source_refs/0/document null",
            "BAD_VALUE /interval 30 fortnight",
            "BAD_VALUE /survives_power_loss perhaps",
            "UNKNOWN_CODE /interfaces/1 XAN",
            "MISSING_VALUE /owner null");
  }

  @Test
  void requiresMoreFromLaterStages() {
    assertThat(findings(HALF_HOURS, "SG3"))
        .extracting(f -> f.place().text() + ": " + f.message())
        .containsExactly(
            "/rationale: Expected a value for “Rationale”, which is required from Peer review.",
            "/verification_method: Expected a value for “Verification method”, which is required"
                + " from SG3 review.",
            "/acceptance_criterion: Expected a value for “Acceptance (fit) criterion”, which is"
                + " required from SG3 review.");
  }

  @Test
  void aMapHasAnEntryForEachModeAndNoOther() {
    ObjectNode raw = JSON.createObjectNode();
    raw.putArray("mode_of_operation").add("OD").add("DS");
    raw.putObject("response_times").put("OD", "RT-30S").put("ND", "RT-30S");

    assertThat(
            ((Reading.Invalid)
                    RecordReader.read(
                        SCHEMA.typeOf("dcc-service-line"), raw, "DRAFT", SCHEMA.workflow()))
                .findings())
        .filteredOn(f -> f.place().text().equals("/response_times"))
        .extracting(Finding::message)
        .containsExactly(
            "Found “ND, OD”, expected one entry for each of “Modes of operation”: DS, OD.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          interval            ~ 30 min                ~ {"value":30,"unit":"min"}
          interval            ~ 30 min (default)      ~ {"value":30,"unit":"min","condition":"default"}
          interval            ~ 0.50 s                ~ {"value":0.5,"unit":"s"}
          threshold           ~ configurable kW, 30 s ~ {"condition":"configurable kW, 30 s"}
          survives_power_loss ~ yes                   ~ true
          interfaces          ~ HAN; wan              ~ ["WAN","HAN"]
          meter_variant       ~ Polyphase             ~ "PP"
          source_refs ~ FRC|1.0 // ENA ~ [{"document":"FRC","version":"1.0"},{"document":"ENA"}]
          """)
  void understandsWhatPeopleType(String name, String text, String value) {
    AttributeType type = METER.attribute(name).orElseThrow().type();

    assertThat(RecordReader.normal(type, RawValue.of(type, text, RawValue.Separators.IN_CELL)))
        .hasToString(value);
  }

  /// One rule for words, wherever they stand: in a line, a list, a cell of a table, a quantity.
  @ParameterizedTest
  @ValueSource(strings = {"a\\r\\nb", "a\\nb", "a \\t b", "a\\u0085b", "a\\u2028b"})
  void wordsOnOneLineHaveNoLineBreaksWhereverTheyStand(String text) {
    assertThat(normals("\"" + text + "\"")).containsOnly("a b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x\\u000bz", "x\\u001fz", "x\\u0000z", "\\ud83d"})
  void wordsHaveNoControlCharactersWhereverTheyStand(String text) {
    assertThat(normals("\"" + text + "\"")).containsOnlyNulls();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "true", "{}", "[]"})
  void wordsOfAQuantityAreText(String condition) {
    assertThat(RecordReader.normal(MEASURE, json("{\"condition\": " + condition + "}"))).isNull();
  }

  private static List<String> normals(String text) {
    AttributeType line = new AttributeType.Line(100, null);
    AttributeType list = new AttributeType.ListOf(line);
    AttributeType table = METER.attribute("source_refs").orElseThrow().type();
    return Stream.of(
            normal(line, text).path("it"),
            normal(list, "[" + text + "]").path("it").path(0),
            normal(table, "[{\"document\": " + text + "}]").path("it").path(0).path("document"),
            normal(MEASURE, "{\"condition\": " + text + "}").path("it").path("condition"))
        .map(value -> value.isTextual() ? value.textValue() : null)
        .toList();
  }

  private static ObjectNode normal(AttributeType type, String value) {
    JsonNode raw = json("{\"it\": " + value + "}").path("it");
    return JSON.createObjectNode().set("it", RecordReader.normal(type, raw));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+10000-01-01", "0000-06-01", "-0044-03-15"})
  void daysAreThoseThatAFormCanShow(String day) {
    assertThat(RecordReader.normal(new AttributeType.Date(), TextNode.valueOf(day))).isNull();
  }

  @Test
  void refusesNumbersThatWouldFillTheMemory() {
    ObjectNode raw = json("{\"target_service_level\": 1e999999}");

    assertThat(
            ((Reading.Invalid)
                    RecordReader.read(
                        SCHEMA.typeOf("dcc-service-line"), raw, "DRAFT", SCHEMA.workflow()))
                .findings())
        .anySatisfy(f -> assertThat(f.place().text()).isEqualTo("/target_service_level"));
  }

  @ParameterizedTest
  @CsvSource({"9223372036854775807, false", "9223372036854775808, true", "1e18, false"})
  void wholeNumbersAreWhatProgramsCount(String number, boolean refused) {
    ObjectNode raw = json("{\"battery_design_life\": " + number + "}");

    assertThat(
            ((Reading.Invalid)
                    RecordReader.read(
                        SCHEMA.typeOf("gas-meter-spec"), raw, "DRAFT", SCHEMA.workflow()))
                .findings())
        .filteredOn(f -> f.place().text().equals("/battery_design_life"))
        .hasSize(refused ? 1 : 0);
  }

  private static Attributes valid(String raw, String stage) {
    return ((Reading.Valid) RecordReader.read(METER, json(raw), stage, SCHEMA.workflow()))
        .attributes();
  }

  private static List<Finding> findings(String raw, String stage) {
    return ((Reading.Invalid) RecordReader.read(METER, json(raw), stage, SCHEMA.workflow()))
        .findings();
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
