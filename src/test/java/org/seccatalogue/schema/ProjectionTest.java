package org.seccatalogue.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What is published of the record types is what their files mark, and what was chosen.
class ProjectionTest {

  private static final SchemaFiles FILES = SchemaFiles.in(Path.of("catalogue-schema"));
  private static final String KETTLE = "types/kettle.schema.json";

  /// A type with all that can be internal, and nothing else that its file says.
  private static final String TYPE =
      """
      {
        "$schema": "../meta.schema.json", "$id": "kettle", "title": "Kettle",
        "x-plural": "Kettles", "x-prefix": "KET", "x-kind": "dependency", "x-order": 900,
        "description": "A kettle.", "type": "object",
        "properties": {
          "name": {"x-label": "Name", "x-public": true, "type": "string", "maxLength": 9,
            "x-role": "title"},
          "maker": {"x-label": "Maker", "type": "string", "maxLength": 9},
          "colour": {"x-label": "Colour", "type": "string", "x-enumeration": "kettle_colour"},
          "lid": {"x-label": "Lid", "x-public": true, "type": "string", "maxLength": 9,
            "x-requiredWhen": {"attribute": "maker"},
            "x-absentWhen": {"attribute": "colour"}},
          "parts": {"x-label": "Parts", "x-public": true, "type": "array", "items": {
            "type": "object", "additionalProperties": false, "required": ["part", "price"],
            "properties": {
              "part": {"x-label": "Part", "type": "string", "maxLength": 9},
              "price": {"x-label": "Price", "x-public": false, "type": "string", "maxLength": 9}}}}
        },
        "required": ["name", "maker"], "unevaluatedProperties": false
      }
      """;

  private static SchemaFiles kettles(UnaryOperator<String> change) {
    TreeMap<String, String> texts = new TreeMap<>(FILES.texts());
    texts.put(KETTLE, change.apply(TYPE));
    texts.put(
        "enumerations/kettle_colour.yaml",
        "name: kettle_colour\nlabel: Colour\nvalues:\n  - code: \"red\"\n    label: Red\n");
    return new SchemaFiles(texts);
  }

  private static CatalogueSchema published(SchemaFiles files, String... chosen) {
    SchemaFiles out = ProjectedFiles.of(files, Set.of(chosen)).files();
    return switch (SchemaLoader.loadPublished(out)) {
      case SchemaLoader.Outcome.Loaded(CatalogueSchema schema) -> schema;
      case SchemaLoader.Outcome.Refused refused -> throw new AssertionError(refused);
    };
  }

  private static List<String> names(RecordType type) {
    return type.attributes().stream().map(Attribute::name).toList();
  }

  @Test
  void whatIsNotMarkedStaysInsideWithAllThatNamesIt() {
    SchemaFiles files = kettles(text -> text);
    RecordType kettle = published(files).typeOf("kettle");
    assertThat(names(kettle)).containsExactly("name", "lid", "parts");
    assertThat(kettle.attribute("lid").orElseThrow().requiredWhen()).isNull();
    assertThat(kettle.attribute("lid").orElseThrow().compared().absentWhen()).isNull();
    assertThat(((AttributeType.Table) kettle.attribute("parts").orElseThrow().type()).columns())
        .extracting(Attribute::name)
        .containsExactly("part");
    SchemaFiles out = ProjectedFiles.of(files, Set.of()).files();
    assertThat(out.text(KETTLE)).doesNotContain("aker", "olour", "rice");
    assertThat(out.texts()).doesNotContainKey("enumerations/kettle_colour.yaml");
    assertThat(out.text("types/existing-code.schema.json"))
        .isEqualTo(FILES.text("types/existing-code.schema.json"));
  }

  @Test
  void whatIsChosenGoesOut() {
    SchemaFiles files = kettles(text -> text);
    RecordType kettle = published(files, "kettle.maker", "kettle.parts.price").typeOf("kettle");
    assertThat(names(kettle)).containsExactly("name", "maker", "lid", "parts");
    assertThat(kettle.attribute("maker").orElseThrow().required()).isTrue();
    assertThat(kettle.attribute("lid").orElseThrow().requiredWhen()).isNotNull();
    assertThat(((AttributeType.Table) kettle.attribute("parts").orElseThrow().type()).columns())
        .hasSize(2);
    assertThat(ProjectedFiles.of(files, Set.of("kettle.maker")).internal())
        .filteredOn(one -> one.type().equals("kettle"))
        .extracting(one -> one.code() + " " + one.label() + " " + one.chosen())
        .containsExactly(
            "kettle.maker Maker true",
            "kettle.colour Colour false",
            "kettle.parts.price Parts: Price false");
  }

  @Test
  void allThatIsChosenGivesTheFilesAsTheyAre() {
    SchemaFiles files = kettles(text -> text);
    List<String> all =
        ProjectedFiles.of(files, Set.of()).internal().stream()
            .map(InternalAttribute::code)
            .toList();
    assertThat(ProjectedFiles.of(files, all).files()).isEqualTo(files);
  }

  @Test
  void aTypeOfWhichNothingIsMarkedPublishesNothing() {
    SchemaFiles files = kettles(text -> text.replace("\"x-public\": true, ", ""));
    assertThat(published(files).typeOf("kettle").attributes()).isEmpty();
    assertThat(((SchemaLoader.Outcome.Loaded) SchemaLoader.load(files)).schema().typeOf("kettle"))
        .satisfies(kettle -> assertThat(kettle.attributes()).hasSize(5));
  }

  @Test
  void whatAllRequirementsShareIsChosenForAllOfThem() {
    List<InternalAttribute> shared =
        ProjectedFiles.of(FILES, Set.of()).internal().stream()
            .filter(one -> one.type().equals(InternalAttribute.SHARED))
            .toList();
    assertThat(shared).extracting(InternalAttribute::label).contains("Owner (drafter)", "Source");
    String code = shared.getFirst().code();
    CatalogueSchema schema = published(FILES, code);
    for (RecordType type : schema.types()) {
      assertThat(names(type).contains(shared.getFirst().attribute()))
          .as(type.name())
          .isEqualTo(type.kind() == TypeKind.REQUIREMENT);
    }
  }

  @Test
  void anAttributeSaysTrueAndAColumnFalseOrNothing() {
    for (String wrong :
        List.of(
            "\"x-label\": \"Maker\", \"x-public\": false",
            "\"x-label\": \"Maker\", \"x-public\": \"yes\"")) {
      assertThat(refused(kettles(text -> text.replace("\"x-label\": \"Maker\"", wrong)))).isTrue();
    }
    assertThat(
            refused(
                kettles(
                    text ->
                        text.replace(
                            "\"x-label\": \"Part\"", "\"x-label\": \"Part\", \"x-public\": true"))))
        .isTrue();
    assertThat(refused(kettles(text -> text))).isFalse();
  }

  private static boolean refused(SchemaFiles files) {
    return SchemaLoader.load(files) instanceof SchemaLoader.Outcome.Refused;
  }
}
