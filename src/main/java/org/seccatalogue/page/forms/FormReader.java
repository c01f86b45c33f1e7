package org.seccatalogue.page.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.page.Html;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.record.RawValue;
import org.seccatalogue.record.RecordDraft;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.RecordType;

/// Reads the fields of a form as a record that somebody asks for. It refuses nothing: what cannot
/// be understood stays text, for the store to say what was expected.
public final class FormReader {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private FormReader() {}

  /// The form without blank rows, as [#draft] must have it.
  static TypedForm withoutBlankRows(RecordType type, TypedForm form) {
    TypedForm dense = form.withoutBlankRows(TypedForm.LINKS);
    for (Attribute attribute : type.attributes()) {
      if (attribute.type() instanceof AttributeType.Table) {
        dense = dense.withoutBlankRows(TypedForm.ATTRIBUTES + attribute.name());
      }
    }
    return dense;
  }

  static RecordDraft draft(RecordType type, TypedForm form) {
    ObjectNode attributes = NODES.objectNode();
    for (Attribute attribute : type.attributes()) {
      JsonNode raw = raw(attribute.type(), form, TypedForm.ATTRIBUTES + attribute.name());
      if (!raw.isNull()) {
        attributes.set(attribute.name(), raw);
      }
    }
    return new RecordDraft(
        type.name(),
        given(form, TypedForm.PARENT),
        new PlaceWish(
            isTicked(form, TypedForm.FIRST),
            given(form, TypedForm.BEFORE),
            given(form, TypedForm.AFTER)),
        given(form, TypedForm.STAGE),
        attributes,
        links(form));
  }

  /// Whether the change is said to be editorial.
  static boolean editorial(TypedForm form) {
    return isTicked(form, TypedForm.EDITORIAL);
  }

  private static boolean isTicked(TypedForm form, String pointer) {
    return form.text(pointer).equals(FormWriter.YES);
  }

  private static JsonNode raw(AttributeType type, TypedForm form, String pointer) {
    return switch (type) {
      case AttributeType.Line _,
          AttributeType.Text _,
          AttributeType.Numeric _,
          AttributeType.Flag(),
          AttributeType.Date(),
          AttributeType.Code _,
          AttributeType.Measure _,
          AttributeType.Reference _ ->
          plain(type, form.text(pointer));
      case AttributeType.ListOf list -> list(list, form, pointer);
      case AttributeType.CodeMap map -> map(map, form, pointer);
      case AttributeType.Table table -> table(table, form, pointer);
    };
  }

  private static JsonNode plain(AttributeType type, String text) {
    return RawValue.of(type, text, RawValue.Separators.IN_LINES);
  }

  private static JsonNode list(AttributeType.ListOf list, TypedForm form, String pointer) {
    if (!(list.item() instanceof AttributeType.Code)) {
      return plain(list, form.text(pointer));
    }
    ArrayNode chosen = NODES.arrayNode();
    form.texts(pointer).stream()
        .filter(code -> !code.isBlank())
        .forEach(code -> chosen.add(plain(list.item(), code)));
    return chosen.isEmpty() ? NODES.nullNode() : chosen;
  }

  private static JsonNode map(AttributeType.CodeMap map, TypedForm form, String pointer) {
    ObjectNode entries = NODES.objectNode();
    for (String key : map.keys().codes()) {
      String text = form.text(pointer + "/" + TypedForm.escaped(key));
      if (!text.isBlank()) {
        entries.set(key, plain(new AttributeType.Code(map.values()), text));
      }
    }
    return entries.isEmpty() ? NODES.nullNode() : entries;
  }

  private static JsonNode table(AttributeType.Table table, TypedForm form, String pointer) {
    ArrayNode rows = NODES.arrayNode();
    int count = form.rows(pointer);
    for (int i = 0; i < count; i++) {
      ObjectNode row = rows.addObject();
      for (Attribute column : table.columns()) {
        JsonNode cell = raw(column.type(), form, pointer + "/" + i + "/" + column.name());
        if (!cell.isNull()) {
          row.set(column.name(), cell);
        }
      }
    }
    return rows.isEmpty() ? NODES.nullNode() : rows;
  }

  private static List<LinkDraft> links(TypedForm form) {
    List<LinkDraft> links = new ArrayList<>();
    int count = form.rows(TypedForm.LINKS);
    for (int i = 0; i < count; i++) {
      String pointer = TypedForm.LINKS + "/" + i;
      links.add(
          new LinkDraft(
              form.text(pointer + "/type").strip(),
              Objects.requireNonNullElse(given(form, pointer + "/target"), ""),
              null,
              given(form, pointer + "/note")));
    }
    return links;
  }

  private static @Nullable String given(TypedForm form, String pointer) {
    return Html.given(form.text(pointer));
  }
}
