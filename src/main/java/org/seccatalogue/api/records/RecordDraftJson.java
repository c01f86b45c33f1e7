package org.seccatalogue.api.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.record.RecordDraft;

/// Reads bodies whose form was checked.
final class RecordDraftJson {

  private RecordDraftJson() {}

  static RecordDraft of(JsonNode body) {
    List<LinkDraft> links = body.path("links").valueStream().map(RecordDraftJson::link).toList();
    return new RecordDraft(
        body.path("type").asText(),
        text(body, "parent"),
        new PlaceWish(body.path("first").asBoolean(), text(body, "before"), text(body, "after")),
        text(body, "stage"),
        body.path("attributes"),
        links);
  }

  private static LinkDraft link(JsonNode node) {
    return new LinkDraft(
        node.path("type").asText(),
        node.path("target").asText(),
        node.has("targetRevision") ? node.path("targetRevision").asInt() : null,
        text(node, "note"));
  }

  static boolean editorial(JsonNode body) {
    return body.path("editorial").asBoolean();
  }

  static @Nullable String replacedBy(JsonNode body) {
    return text(body, "replacedBy");
  }

  private static @Nullable String text(JsonNode node, String name) {
    return node.has(name) ? node.path(name).asText() : null;
  }
}
