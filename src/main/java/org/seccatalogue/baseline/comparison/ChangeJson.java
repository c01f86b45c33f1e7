package org.seccatalogue.baseline.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.WordDiff;

/// What became of records, in the words of the contract.
public final class ChangeJson {

  private ChangeJson() {}

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static <T> ArrayNode array(List<T> items, Function<T, JsonNode> form) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    items.forEach(item -> array.add(form.apply(item)));
    return array;
  }

  static ObjectNode baseline(Baseline baseline) {
    return object()
        .put("id", baseline.id())
        .put("name", baseline.name())
        .put("dated", baseline.dated().toString())
        .put("digest", baseline.digest());
  }

  static ObjectNode count(ChangeCount count) {
    return object()
        .put("kind", count.kind().name())
        .put("type", count.type().name())
        .put("label", count.records() == 1 ? count.type().label() : count.type().plural())
        .put("records", count.records());
  }

  /// The same, and why a record was withdrawn.
  static ObjectNode changeWithReason(RecordChange change) {
    ObjectNode node = change(change);
    if (change instanceof RecordChange.Removed removed && removed.withdrawal() != null) {
      ObjectNode why = node.putObject("withdrawn");
      put(why, "reason", removed.withdrawal().reason());
      put(why, "replacedBy", removed.withdrawal().replacement());
    }
    return node;
  }

  static ObjectNode change(RecordChange change) {
    PublishedRecord record = change.record();
    ObjectNode node =
        object()
            .put("kind", change.kind().name())
            .put("key", record.key().toString())
            .put("type", record.type().name())
            .put("typeLabel", record.type().label())
            .put("title", record.head().title());
    put(node, "reference", record.head().reference());
    switch (change) {
      case RecordChange.Added _ -> node.set("after", state(record));
      case RecordChange.Removed _ -> node.set("before", state(record));
      case RecordChange.Changed(var before, var _, var _, var _, var stage, var move) -> {
        states(node, before, record);
        put(node, stage);
        put(node, move);
      }
      case RecordChange.Moved(var before, var _, var move) -> {
        states(node, before, record);
        put(node, move);
      }
    }
    node.set("attributes", array(change.attributes(), ChangeJson::attribute));
    node.set("links", array(change.links(), ChangeJson::link));
    return node;
  }

  private static void states(ObjectNode node, PublishedRecord before, PublishedRecord after) {
    node.set("before", state(before));
    node.set("after", state(after));
  }

  private static ObjectNode state(PublishedRecord record) {
    ObjectNode node =
        object().put("revision", record.head().revision()).put("stage", record.head().stage());
    if (record.head().parent() != null) {
      node.put("parent", record.head().parent().toString());
    }
    return node.put("digest", record.digest());
  }

  private static void put(ObjectNode node, @Nullable StageChange stage) {
    if (stage != null) {
      node.set("stage", object().put("before", stage.before()).put("after", stage.after()));
    }
  }

  private static void put(ObjectNode node, @Nullable Move move) {
    if (move != null) {
      ObjectNode place = object().put("words", move.words());
      put(place, "from", move.from());
      put(place, "to", move.to());
      node.set("move", place);
    }
  }

  private static void put(ObjectNode node, String name, @Nullable RecordHead head) {
    if (head != null) {
      ObjectNode place = object().put("key", head.key().toString()).put("title", head.title());
      put(place, "reference", head.reference());
      node.set(name, place);
    }
  }

  private static ObjectNode attribute(AttributeChange change) {
    ObjectNode node =
        object()
            .put("name", change.name())
            .put("label", change.label())
            .put("before", change.before())
            .put("after", change.after());
    node.set("words", array(change.words().pieces(), ChangeJson::piece));
    return node;
  }

  private static ObjectNode piece(WordDiff.Piece piece) {
    return object().put("mark", piece.mark().name()).put("text", piece.text());
  }

  private static ObjectNode link(LinkChange change) {
    Link link = change.after() == null ? change.before() : change.after();
    ObjectNode node = object();
    if (link != null) {
      node.put("type", link.type());
    }
    node.put("label", change.label())
        .put("target", change.target().key().toString())
        .put("targetTitle", change.target().title())
        .put("before", change.wordsBefore())
        .put("after", change.wordsAfter());
    return node;
  }

  private static void put(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  /// A page of changes, as the API answers it.
  public static ObjectNode page(
      Baseline older,
      Baseline newer,
      List<ChangeCount> counts,
      List<RecordChange> changes,
      @Nullable String next) {
    ObjectNode node = object();
    node.set("since", baseline(older));
    node.set("baseline", baseline(newer));
    List<String> notCompared = BaselineDiff.notCompared(older, newer);
    if (!notCompared.isEmpty()) {
      node.set("notCompared", array(notCompared, TextNode::valueOf));
    }
    node.set("counts", array(counts, ChangeJson::count));
    node.set("items", array(changes, ChangeJson::changeWithReason));
    put(node, "next", next);
    return node;
  }
}
