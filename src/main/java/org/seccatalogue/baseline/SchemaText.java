package org.seccatalogue.baseline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import java.util.TreeMap;
import org.seccatalogue.record.CanonicalJson;
import org.seccatalogue.schema.SchemaFiles;

/// The files of record types as one canonical JSON text: an object of texts by path.
public final class SchemaText {

  private SchemaText() {}

  public static String of(SchemaFiles files) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    files.texts().forEach(node::put);
    return CanonicalJson.text(node);
  }

  static SchemaFiles files(String text) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (var file : CanonicalJson.parse(text).properties()) {
      JsonNode value = file.getValue();
      texts.put(file.getKey(), value.asText());
    }
    return new SchemaFiles(texts);
  }
}
