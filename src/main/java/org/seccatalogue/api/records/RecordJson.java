package org.seccatalogue.api.records;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.Json;
import org.seccatalogue.api.PlainJson;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.history.History;
import org.seccatalogue.revision.history.HistoryEvent;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.Workflow;

/// Records of the draft and what happened to them, in the words of the contract.
@ApplicationScoped
class RecordJson {

  private final CatalogueSchema schema;
  private final History history;

  RecordJson(CatalogueSchema schema, History history) {
    this.schema = schema;
    this.history = history;
  }

  ObjectNode of(StoredRecord record) {
    return of(List.of(record)).getFirst();
  }

  List<ObjectNode> of(List<StoredRecord> records) {
    List<RecordKey> withdrawn =
        records.stream()
            .filter(record -> record.stage().equals(schema.workflow().withdrawn()))
            .map(StoredRecord::key)
            .toList();
    Map<RecordKey, HistoryEvent.StageChanged> why =
        withdrawn.isEmpty() ? Map.of() : history.withdrawals(withdrawn);
    Map<RecordKey, String> reached =
        history.stagesReached(records.stream().map(StoredRecord::key).toList());
    return records.stream()
        .map(
            record -> {
              ObjectNode node = of(record, why.get(record.key()));
              Json.put(node, "stageReached", reached.get(record.key()));
              return node;
            })
        .toList();
  }

  private ObjectNode of(StoredRecord record, HistoryEvent.@Nullable StageChanged withdrawal) {
    ObjectNode node = Json.head(record.head());
    if (record.parent() != null) {
      node.put("parent", record.parent().toString());
    }
    node.put("changedAt", record.changedAt().toString());
    node.set("newWords", newWords(record.stage()));
    node.set(
        "nextStages",
        Json.array(
            history.stagesAfter(record), stage -> JsonNodeFactory.instance.textNode(stage.code())));
    if (withdrawal != null) {
      node.set("withdrawn", withdrawn(withdrawal));
    }
    node.set("attributes", record.attributes().json());
    node.set("links", Json.array(record.links(), PlainJson::link));
    return node;
  }

  private ObjectNode newWords(String stage) {
    Workflow workflow = schema.workflow();
    return Json.object()
        .put("stage", workflow.newWordsFallTo(stage))
        .put("editorialKeeps", workflow.editorialKeeps(stage));
  }

  private static ObjectNode withdrawn(HistoryEvent.StageChanged withdrawal) {
    ObjectNode node = Json.object().put("at", withdrawal.by().at().toString());
    node.put("by", withdrawal.by().author());
    Json.put(node, "note", withdrawal.by().note().reason());
    Json.put(node, "replacedBy", key(withdrawal.replacement()));
    return node;
  }

  private static @Nullable String key(@Nullable RecordKey key) {
    return key == null ? null : key.toString();
  }

  static ObjectNode event(HistoryEvent event) {
    return switch (event) {
      case HistoryEvent.Revised revised -> revised(told("REVISED", event), revised);
      case HistoryEvent.StageChanged changed -> changed(told("STAGE_CHANGED", event), changed);
      case HistoryEvent.Moved moved -> moved(told("MOVED", event), moved);
    };
  }

  private static ObjectNode told(String kind, HistoryEvent event) {
    ObjectNode node = Json.object().put("kind", kind).put("at", event.by().at().toString());
    node.put("by", event.by().author());
    String note = event.by().note().reason();
    Json.put(node, "note", Objects.toString(note, "").isEmpty() ? null : note);
    return node;
  }

  private static ObjectNode revised(ObjectNode node, HistoryEvent.Revised revised) {
    return node.put("revision", revised.number())
        .put("making", revised.making().name())
        .put("stage", revised.stage());
  }

  private static ObjectNode changed(ObjectNode node, HistoryEvent.StageChanged changed) {
    node.put("revision", changed.revision()).put("why", changed.kind().name());
    node.put("fromStage", changed.from()).put("toStage", changed.to());
    Json.put(node, "replacedBy", key(changed.replacement()));
    Json.put(node, "source", changed.source());
    return node;
  }

  private static ObjectNode moved(ObjectNode node, HistoryEvent.Moved moved) {
    Json.put(node, "fromSection", moved.from().section());
    Json.put(node, "toSection", moved.to().section());
    Json.put(node, "fromAfter", moved.from().after());
    Json.put(node, "toAfter", moved.to().after());
    return node;
  }
}
