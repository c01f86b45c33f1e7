package org.seccatalogue.page.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.QuantityText;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.VisibleText;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.RecordType;

/// Writes a record into the fields of its form; [FormReader] is the way back.
public final class FormWriter {

  static final String YES = "yes";
  static final String NO = "no";

  private FormWriter() {}

  static TypedForm form(
      RecordType type, Attributes attributes, String stage, @Nullable String parent) {
    TypedForm form = TypedForm.blank();
    for (Attribute attribute : type.attributes()) {
      JsonNode value = attributes.get(attribute.name());
      if (value != null) {
        form = write(form, TypedForm.ATTRIBUTES + attribute.name(), attribute.type(), value);
      }
    }
    form = form.with(TypedForm.STAGE, stage);
    return parent == null ? form : form.with(TypedForm.PARENT, parent);
  }

  /// The form with a value of an attribute in place of what stands in its fields.
  static TypedForm with(TypedForm form, Attribute attribute, JsonNode value) {
    String pointer = TypedForm.ATTRIBUTES + attribute.name();
    return write(form.taking(pointer, TypedForm.blank()), pointer, attribute.type(), value);
  }

  /// The form with links.
  ///
  /// @param name what people call their targets
  static TypedForm withLinks(TypedForm form, List<Link> links, Function<RecordKey, String> name) {
    TypedForm written = form;
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      String pointer = TypedForm.LINKS + "/" + i;
      written =
          written
              .with(pointer + "/type", link.type())
              .with(pointer + "/target", name.apply(link.target()))
              .with(pointer + "/note", link.note() == null ? "" : link.note());
    }
    return written;
  }

  /// The form of a new record, with the values that its type gives to begin with.
  static TypedForm initial(RecordType type, String stage, @Nullable String parent) {
    TypedForm form = TypedForm.blank().with(TypedForm.STAGE, stage);
    for (Attribute attribute : type.attributes()) {
      JsonNode value = attribute.initial();
      if (value != null) {
        form = write(form, TypedForm.ATTRIBUTES + attribute.name(), attribute.type(), value);
      }
    }
    return parent == null ? form : form.with(TypedForm.PARENT, parent);
  }

  private static TypedForm write(
      TypedForm form, String pointer, AttributeType type, JsonNode value) {
    return switch (type) {
      case AttributeType.Line _,
          AttributeType.Text _,
          AttributeType.Date(),
          AttributeType.Code _,
          AttributeType.Reference _,
          AttributeType.Numeric _,
          AttributeType.Flag(),
          AttributeType.Measure _ ->
          form.with(pointer, text(type, value));
      case AttributeType.ListOf list -> form.with(pointer, list(list, value));
      case AttributeType.CodeMap _ -> map(form, pointer, value);
      case AttributeType.Table table -> table(form, pointer, table, value);
    };
  }

  /// A value that stands in one field. What a field of one line shows has no line breaks: browsers
  /// would drop them, and the words on both sides would grow together.
  private static String text(AttributeType type, JsonNode value) {
    return switch (type) {
      case AttributeType.Line _ -> VisibleText.onOneLine(value.asText());
      case AttributeType.Numeric _ -> number(value);
      case AttributeType.Flag() -> value.asBoolean() ? YES : NO;
      case AttributeType.Measure _ -> VisibleText.onOneLine(QuantityText.of(value));
      case AttributeType.Text _,
          AttributeType.Date(),
          AttributeType.Code _,
          AttributeType.Reference _,
          AttributeType.ListOf _,
          AttributeType.CodeMap _,
          AttributeType.Table _ ->
          value.asText();
    };
  }

  private static String number(JsonNode value) {
    return value.isNumber()
        ? value.decimalValue().stripTrailingZeros().toPlainString()
        : value.asText();
  }

  private static List<String> list(AttributeType.ListOf list, JsonNode value) {
    List<String> items = value.valueStream().map(item -> text(list.item(), item)).toList();
    return list.item() instanceof AttributeType.Code ? items : List.of(String.join("\n", items));
  }

  private static TypedForm map(TypedForm form, String pointer, JsonNode value) {
    TypedForm written = form;
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      written =
          written.with(
              pointer + "/" + TypedForm.escaped(entry.getKey()), entry.getValue().asText());
    }
    return written;
  }

  private static TypedForm table(
      TypedForm form, String pointer, AttributeType.Table table, JsonNode value) {
    TypedForm written = form;
    for (int row = 0; row < value.size(); row++) {
      for (Attribute column : table.columns()) {
        JsonNode cell = value.get(row).get(column.name());
        if (cell != null) {
          written = write(written, pointer + "/" + row + "/" + column.name(), column.type(), cell);
        }
      }
    }
    return written;
  }
}
