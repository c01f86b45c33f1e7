package org.seccatalogue.page.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Reading;
import org.seccatalogue.record.RecordDraft;
import org.seccatalogue.record.RecordReader;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.SchemaFiles;
import org.seccatalogue.schema.SchemaLoader;
import org.seccatalogue.testkit.Catalogue;

class FormMappingTest {

  private static final CatalogueSchema SCHEMA =
      switch (SchemaLoader.load(SchemaFiles.bundled())) {
        case SchemaLoader.Outcome.Loaded(CatalogueSchema schema) -> schema;
        case SchemaLoader.Outcome.Refused refused -> throw new AssertionError(refused);
      };

  static List<RecordType> types() {
    return SCHEMA.types();
  }

  /// Between them the types use every kind of value.
  @ParameterizedTest
  @MethodSource("types")
  void aRecordThatIsShownInItsFormAndSentBackIsTheSame(RecordType type) {
    Attributes attributes = valid(type, Catalogue.values(type, "A title"));
    TypedForm form = FormWriter.form(type, attributes, "DRAFT", "C.1");
    RecordDraft draft = FormReader.draft(type, form);
    assertThat(valid(type, draft.attributes())).isEqualTo(attributes);
    assertThat(draft.parent()).isEqualTo("C.1");
  }

  private static Attributes valid(RecordType type, JsonNode raw) {
    String initial = SCHEMA.workflow().initial();
    return switch (RecordReader.read(type, raw, initial, SCHEMA.workflow())) {
      case Reading.Valid valid -> valid.attributes();
      case Reading.Invalid _ ->
          // Only what needs other records or a fixed form is missing from the sample.
          Attributes.stored((ObjectNode) raw);
    };
  }

  @Test
  void blankRowsAreLeftOutAndRowsCountAsThoseOfTheRecord() {
    TypedForm form =
        TypedForm.blank()
            .with("/links/0/type", "")
            .with("/links/1/type", "a")
            .with("/links/2/type", " ")
            .with("/links/3/type", "b")
            .withoutBlankRows("/links");
    assertThat(form.text("/links/0/type")).isEqualTo("a");
    assertThat(form.text("/links/1/type")).isEqualTo("b");
    assertThat(form.rows("/links")).isEqualTo(2);
  }

  @Test
  void whatCannotBeUnderstoodStaysAsItWasTyped() {
    RecordType type = typeWith(AttributeType.Numeric.class);
    Attribute number = first(type, AttributeType.Numeric.class);
    TypedForm form = TypedForm.blank().with("/attributes/" + number.name(), "about ten");
    assertThat(FormReader.draft(type, form).attributes().path(number.name()).asText())
        .isEqualTo("about ten");
  }

  @Test
  void aMeasureIsTypedAsOneText() {
    RecordType type = typeWith(AttributeType.Measure.class);
    Attribute measure = first(type, AttributeType.Measure.class);
    String unit = ((AttributeType.Measure) measure.type()).units().getFirst();
    TypedForm form = TypedForm.blank().with("/attributes/" + measure.name(), "30 " + unit);
    assertThat(FormReader.draft(type, form).attributes().path(measure.name()).path("unit").asText())
        .isEqualTo(unit);
  }

  private static RecordType typeWith(Class<? extends AttributeType> kind) {
    return SCHEMA.types().stream()
        .filter(type -> type.attributes().stream().anyMatch(a -> kind.isInstance(a.type())))
        .findFirst()
        .orElseThrow();
  }

  private static Attribute first(RecordType type, Class<? extends AttributeType> kind) {
    return type.attributes().stream()
        .filter(a -> kind.isInstance(a.type()))
        .findFirst()
        .orElseThrow();
  }
}
