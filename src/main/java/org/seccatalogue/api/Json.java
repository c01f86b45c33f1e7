package org.seccatalogue.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.revision.Revision;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.trace.TracedLink;

/// What the catalogue knows, in the words of the contract. Absent values are left out.
public final class Json {

  private Json() {}

  public static ObjectNode revision(Revision revision) {
    ObjectNode node = object().put("key", revision.key().toString());
    node.put("number", revision.number()).put("type", revision.content().type());
    if (revision.content().parent() != null) {
      node.put("parent", revision.content().parent().toString());
    }
    node.put("stage", revision.stage());
    node.set("attributes", revision.content().attributes().json());
    node.set("links", array(revision.content().links(), PlainJson::link));
    node.put("digest", revision.digest()).put("madeAt", revision.madeAt().toString());
    node.put("madeBy", revision.madeBy());
    put(node, "note", revision.note());
    return node;
  }

  public static ObjectNode object() {
    return PlainJson.object();
  }

  public static <T> ArrayNode array(List<T> items, Function<T, JsonNode> form) {
    return PlainJson.array(items, form);
  }

  public static ObjectNode head(RecordHead head) {
    return PlainJson.head(head);
  }

  public static ObjectNode traced(TracedLink link, CatalogueSchema schema, boolean fromSource) {
    return PlainJson.traced(link, schema, fromSource);
  }

  public static ObjectNode finding(Finding finding) {
    return PlainJson.finding(finding);
  }

  public static void put(ObjectNode node, String name, @Nullable String value) {
    PlainJson.put(node, name, value);
  }
}
