package org.seccatalogue.mapping.profile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.mapping.Profile;

/// A profile in the form of the files of `import/`. What is as usual is left out.
public final class ProfileJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ProfileJson() {}

  /// The profile without its name, as a file says it.
  public static ObjectNode of(Profile profile) {
    ObjectNode node = NODES.objectNode().put("label", profile.label());
    put(node, "files", profile.files());
    if (profile.keepsKeys()) {
      node.put("keepsKeys", true);
    }
    ArrayNode sheets = node.putArray("sheets");
    profile.sheets().forEach(sheet -> sheets.add(of(sheet)));
    put(node, "ignoredSheets", profile.ignoredSheets());
    return node;
  }

  private static ObjectNode of(Profile.SheetProfile sheet) {
    ObjectNode node = NODES.objectNode();
    put(node, "sheet", sheet.sheet());
    node.put("type", sheet.type());
    ArrayNode headers = node.putArray("headerRows");
    sheet.headerRows().forEach(headers::add);
    if (sheet.firstRow() > 0) {
      node.put("firstRow", sheet.firstRow());
    }
    put(node, "section", sheet.section());
    put(node, "match", sheet.match());
    if (sheet.shorten()) {
      node.put("shorten", true);
    }
    put(node, "constants", sheet.constants());
    ArrayNode columns = node.putArray("columns");
    sheet.columns().forEach(column -> columns.add(of(column)));
    return node;
  }

  private static ObjectNode of(Profile.ColumnProfile column) {
    ObjectNode node = NODES.objectNode().put("header", column.header());
    if (column.occurrence() > 0) {
      node.put("occurrence", column.occurrence());
    }
    put(node, "attributes", column.attributes());
    put(node, "link", column.link());
    put(node, "as", column.as());
    put(node, "values", column.values());
    put(node, "separator", column.separator());
    put(node, "leaveOut", column.leaveOut());
    return node;
  }

  private static void put(ObjectNode node, String name, @Nullable String text) {
    if (text != null) {
      node.put(name, text);
    }
  }

  private static void put(ObjectNode node, String name, Collection<String> texts) {
    if (!texts.isEmpty()) {
      ArrayNode array = node.putArray(name);
      texts.forEach(array::add);
    }
  }

  private static void put(ObjectNode node, String name, Map<String, String> texts) {
    if (!texts.isEmpty()) {
      ObjectNode map = node.putObject(name);
      texts.forEach(map::put);
    }
  }
}
