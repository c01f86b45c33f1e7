package org.seccatalogue.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.Place;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.trace.Soundness;
import org.seccatalogue.trace.TracedLink;

/// What the draft and baselines show alike, in the words of the contract. Knows nothing of the
/// draft. Absent values are left out.
public final class PlainJson {

  private PlainJson() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static <T> ArrayNode array(List<T> items, Function<T, JsonNode> form) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    items.forEach(item -> array.add(form.apply(item)));
    return array;
  }

  public static ObjectNode head(RecordHead head) {
    ObjectNode node = object();
    node.put("key", head.key().toString()).put("type", head.type()).put("title", head.title());
    put(node, "reference", head.reference());
    return node.put("stage", head.stage())
        .put("revision", head.revision())
        .put("provisional", head.provisional());
  }

  public static ObjectNode link(Link link) {
    ObjectNode node = object().put("type", link.type()).put("target", link.target().toString());
    node.put("targetRevision", link.targetRevision());
    put(node, "note", link.note());
    return node;
  }

  public static ObjectNode traced(TracedLink link, CatalogueSchema schema, boolean fromSource) {
    ObjectNode node = object().put("type", link.type());
    node.put("label", schema.link(link.type()).map(rule -> label(rule, fromSource)).orElse(""));
    node.set("source", head(link.source()));
    node.set("target", head(link.target()));
    node.put("targetRevision", link.targetRevision());
    put(node, "note", link.note());
    return node.put("soundness", link.soundness().name())
        .put("suspect", link.soundness() != Soundness.SOUND);
  }

  private static String label(LinkRule rule, boolean fromSource) {
    return fromSource ? rule.label() : rule.inverse();
  }

  public static ObjectNode finding(Finding finding) {
    ObjectNode node = object().put("severity", finding.severity().name());
    node.put("code", finding.code().name()).put("place", finding.place().text());
    switch (finding.place()) {
      case Place.Pointer(String pointer) -> node.put("pointer", pointer);
      case Place.Parameter(String name) -> node.put("parameter", name);
      case Place.Sheet(String sheet) -> node.put("sheet", sheet);
      case Place.Cell cell -> node.put("sheet", cell.sheet()).put("cell", cell.address());
      case Place.OfRecord record -> node.put("key", record.key()).put("pointer", record.pointer());
      case Place.InFile _ -> {}
    }
    put(node, "found", finding.found());
    return node.put("expected", finding.expected()).put("message", finding.message());
  }

  public static void put(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }
}
