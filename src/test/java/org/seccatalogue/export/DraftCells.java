package org.seccatalogue.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.testkit.Drafts;

/// A draft as somebody writes it into a row of a workbook.
@NullUnmarked
public final class DraftCells {

  private DraftCells() {}

  /// The headers and the cells below them.
  ///
  /// @param key absent for a new record
  public static Map<String, String> of(CatalogueSchema schema, Drafts draft, String key) {
    Map<String, String> cells = new LinkedHashMap<>();
    put(cells, "Key", key);
    put(cells, "Section", draft.parent());
    put(cells, "Place in section", draft.place().text());
    put(cells, "Stage", draft.stage());
    RecordType type = schema.typeOf(draft.type());
    draft
        .attributes()
        .properties()
        .forEach(value -> cells.put(value.getKey(), text(type, value.getKey(), value.getValue())));
    Map<String, List<String>> links = new LinkedHashMap<>();
    draft
        .links()
        .forEach(
            link -> links.computeIfAbsent(link.type(), _ -> new ArrayList<>()).add(text(link)));
    links.forEach((name, targets) -> cells.put(name, String.join("; ", targets)));
    return cells;
  }

  private static void put(Map<String, String> cells, String header, String text) {
    if (text != null && !text.isEmpty()) {
      cells.put(header, text);
    }
  }

  private static String text(LinkDraft link) {
    return link.note() == null ? link.target() : link.target() + " (" + link.note() + ")";
  }

  /// Values that the type does not allow are written as they are.
  private static String text(RecordType type, String name, JsonNode value) {
    Function<Attribute, String> asCell =
        attribute -> value.isTextual() ? value.asText() : CellText.text(attribute.type(), value);
    return type.attribute(name).map(asCell).orElseGet(value::asText);
  }
}
