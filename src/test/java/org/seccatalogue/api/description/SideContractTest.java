package org.seccatalogue.api.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seccatalogue.api.PublicAddress;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.SchemaFiles;
import org.seccatalogue.schema.SchemaLoader;

/// Two contracts are made of one: each has the operations of its side, and what these need.
@NullUnmarked
class SideContractTest {

  private final Contract contract = new Contract();

  private static CatalogueSchema types() {
    return ((SchemaLoader.Outcome.Loaded) SchemaLoader.load(SchemaFiles.bundled())).schema();
  }

  private ObjectNode of(Side side) {
    return SideContract.of(contract, types(), side);
  }

  private static Map<String, JsonNode> operations(JsonNode document) {
    Map<String, JsonNode> operations = new TreeMap<>();
    document
        .path("paths")
        .forEachEntry(
            (path, item) ->
                item.forEachEntry(
                    (method, operation) -> {
                      if (operation.has("operationId")) {
                        operations.put(method.toUpperCase(Locale.ROOT) + " " + path, operation);
                      }
                    }));
    return operations;
  }

  @Test
  void everyOperationIsOfTheSideThatItsAddressIs() {
    operations(contract.document())
        .forEach(
            (address, operation) -> {
              String[] parts = address.split(" ", -1);
              boolean open =
                  PublicAddress.of(parts[0], parts[1].replaceAll("[{}]", ""), "").isPresent();
              assertThat(Side.of(operation) == Side.PUBLIC).as(address).isEqualTo(open);
            });
  }

  /// Findings say it instead of the pattern.
  @Test
  void everyPatternIsSaidInWordsWhereItIsAboutMoreThanWhatCanBeStored() {
    assertThat(contract.document().at("/components/schemas").findParents("pattern"))
        .filteredOn(schema -> !schema.path("pattern").asText().equals("^[^\\u0000]*$"))
        .isNotEmpty()
        .allSatisfy(schema -> assertThat(schema.path("x-patternHint").asText()).isNotEmpty());
  }

  @Test
  void eachOperationIsInOneContract() {
    Set<String> published = operations(of(Side.PUBLIC)).keySet();
    Set<String> drafting = operations(of(Side.DRAFTING)).keySet();

    assertThat(published).contains("GET /feeds/changes.atom", "POST /api/v1/verifications");
    assertThat(drafting).contains("POST /api/v1/baselines", "GET /api/v1/records");
    assertThat(Stream.concat(published.stream(), drafting.stream()))
        .containsExactlyInAnyOrderElementsOf(operations(contract.document()).keySet());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsThereIsNamedAndWhatIsNamedIsThere(Side side) {
    ObjectNode document = of(side);
    Set<String> named = new TreeSet<>(document.findValuesAsText("$ref"));
    Set<String> there = new TreeSet<>();
    document
        .path("components")
        .forEachEntry(
            (kind, parts) ->
                parts.forEachEntry((name, _) -> there.add("#/components/" + kind + "/" + name)));

    assertThat(there).isEqualTo(named);
    assertThat(document.path("tags").findValuesAsText("name"))
        .containsExactlyInAnyOrderElementsOf(
            operations(document).values().stream()
                .map(operation -> operation.path("tags").path(0).asText())
                .collect(Collectors.toSet()));
    assertThat(document.toString()).doesNotContain("x-side");
  }

  @Test
  void readersAreToldNothingOfTheDraft() {
    assertThat(of(Side.PUBLIC).path("components").path("schemas").propertyStream())
        .extracting(Map.Entry::getKey)
        .contains("PublishedRecord", "GasMeterSpecAttributes")
        .doesNotContain("Record", "RecordWrite", "Revision", "Import", "Freezing", "Job");
  }

  @ParameterizedTest
  @EnumSource
  void eachIsDescribedAsWhatItIs(Side side) {
    ObjectNode document = of(side);

    assertThat(document.path("info").path("title").asText())
        .isEqualTo("SEC Part C catalogue, " + (side == Side.PUBLIC ? "published" : "draft"));
    assertThat(document.at("/servers/0/x-internal").asBoolean()).isEqualTo(side != Side.PUBLIC);
  }
}
