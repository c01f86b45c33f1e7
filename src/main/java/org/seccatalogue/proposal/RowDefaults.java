package org.seccatalogue.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.RecordReader;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.RecordType;

/// Puts what holds for every row where neither a row nor its record says anything: of a code for
/// each code, for each of them.
public final class RowDefaults {

  private final RecordType type;

  public RowDefaults(RecordType type) {
    this.type = type;
  }

  /// What the row says, with its defaults.
  ///
  /// @param present what its record says, or a new record starts with
  public ObjectNode filled(Attributes present, Proposal row) {
    ObjectNode filled = row.stated().attributes().objectNode();
    ObjectNode defaults = row.defaults().attributes();
    for (Map.Entry<String, JsonNode> usual : defaults.properties()) {
      if (present.get(usual.getKey()) == null) {
        filled.set(usual.getKey(), usual.getValue());
      }
    }
    filled.setAll(row.stated().attributes());
    for (Map.Entry<String, JsonNode> usual : defaults.properties()) {
      AttributeType of = type.attribute(usual.getKey()).orElseThrow().type();
      if (of instanceof AttributeType.CodeMap map && usual.getValue().isObject()) {
        putCodes(usual, map, present, filled);
      }
    }
    return filled;
  }

  private void putCodes(
      Map.Entry<String, JsonNode> usual,
      AttributeType.CodeMap map,
      Attributes present,
      ObjectNode filled) {
    JsonNode said = filled.path(usual.getKey());
    if (!said.isMissingNode() && !said.isObject()) {
      return;
    }
    ObjectNode codes = usual.getValue().deepCopy();
    putAll(codes, present.get(usual.getKey()));
    putAll(codes, said);
    if (map.keysFrom() != null) {
      codes.retain(keys(map.keysFrom(), present, filled));
    }
    filled.set(usual.getKey(), codes.isEmpty() ? null : codes);
  }

  private static void putAll(ObjectNode codes, @Nullable JsonNode others) {
    if (others instanceof ObjectNode object) {
      codes.setAll(object);
    }
  }

  /// The codes that an attribute has, as the row says or else the record.
  private Set<String> keys(String attribute, Attributes present, ObjectNode filled) {
    JsonNode value =
        filled.has(attribute)
            ? RecordReader.normal(
                type.attribute(attribute).orElseThrow().type(), filled.path(attribute))
            : present.get(attribute);
    Set<String> keys = new HashSet<>();
    if (value != null) {
      value.forEach(code -> keys.add(code.asText()));
    }
    return keys;
  }
}
