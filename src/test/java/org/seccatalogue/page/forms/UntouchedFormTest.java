package org.seccatalogue.page.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.page.FormErrors;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.RecordReader;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.SchemaFiles;
import org.seccatalogue.schema.SchemaLoader;
import org.seccatalogue.testkit.GeneratedValues;
import org.seccatalogue.testkit.Proof;

/// A form that is saved as it was opened says what the record said, whatever that is.
class UntouchedFormTest {

  private static final int RECORDS = Proof.count(60, 2_000);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final CatalogueSchema SCHEMA =
      ((SchemaLoader.Outcome.Loaded) SchemaLoader.load(SchemaFiles.bundled())).schema();

  @TestFactory
  Stream<DynamicTest> generatedRecordsOfEveryTypeComeBackAsTheyWere() {
    return SCHEMA.types().stream()
        .map(type -> DynamicTest.dynamicTest(type.name(), () -> comesBack(type)));
  }

  private static void comesBack(RecordType type) {
    GeneratedValues values = new GeneratedValues(Proof.SEED + type.order());
    for (int i = 0; i < RECORDS; i++) {
      ObjectNode attributes = NODES.objectNode();
      for (Attribute attribute : type.attributes()) {
        JsonNode value = values.of(attribute.type());
        if (value != null) {
          attributes.set(attribute.name(), value);
        }
      }
      same(type, attributes);
    }
  }

  private static void same(RecordType type, ObjectNode attributes) {
    JsonNode sent = sent(type, attributes);
    for (Attribute attribute : type.attributes()) {
      assertThat(String.valueOf(RecordReader.normal(attribute.type(), sent.path(attribute.name()))))
          .as("%s.%s, %s", type.name(), attribute.name(), Proof.told())
          .isEqualTo(String.valueOf(attributes.get(attribute.name())));
    }
  }

  /// What is asked for when the form of these values comes back from a browser.
  private static JsonNode sent(RecordType type, ObjectNode attributes) {
    Attributes stored = Attributes.stored(attributes);
    String initial = SCHEMA.workflow().initial();
    TypedForm form = FormWriter.form(type, stored, initial, null);
    for (Attribute attribute : type.attributes()) {
      if (attribute.type() instanceof AttributeType.Table) {
        form = form.withBlankRow(TypedForm.ATTRIBUTES + attribute.name());
      }
    }
    Fields fields = new Fields(SCHEMA, form, new FormErrors(List.of()));
    SentFields browser = new SentFields();
    type.attributes().forEach(attribute -> browser.send(fields.of(attribute, "")));
    TypedForm back = TypedForm.sent(browser.sent());
    return FormReader.draft(type, FormReader.withoutBlankRows(type, back)).attributes();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "24 h after the visit",
        "30 min",
        "1,7",
        "\\24 h",
        "-5",
        "12:30",
        "\u00AD24 h",
        "24\u00A0h",
        "on the visit (24 h)",
        "(24 h)",
      })
  void wordsThatReadLikeAQuantityStayWords(String words) {
    for (RecordType type : SCHEMA.types()) {
      for (Attribute attribute : type.attributes()) {
        if (attribute.type() instanceof AttributeType.Measure measure && measure.condition()) {
          ObjectNode alone = NODES.objectNode();
          alone.putObject(attribute.name()).put("condition", words);
          same(type, alone);
        }
      }
    }
  }
}
