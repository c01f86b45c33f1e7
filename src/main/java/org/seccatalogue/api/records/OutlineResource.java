package org.seccatalogue.api.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import org.seccatalogue.api.Json;
import org.seccatalogue.api.contract.OutlineApi;
import org.seccatalogue.revision.Outline;

class OutlineResource implements OutlineApi {

  private final Outline outline;

  OutlineResource(Outline outline) {
    this.outline = outline;
  }

  @Override
  public Response getOutline() {
    ObjectNode body = Json.object();
    body.set("items", Json.array(outline.headings(), OutlineResource::entry));
    return Response.ok(body).build();
  }

  private static JsonNode entry(Outline.Entry entry) {
    ObjectNode node = Json.object().put("depth", entry.depth());
    node.set("record", Json.head(entry.head()));
    return node;
  }
}
