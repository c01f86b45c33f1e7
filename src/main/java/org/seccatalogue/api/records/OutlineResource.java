package org.seccatalogue.api.records;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.seccatalogue.api.PlainJson;
import org.seccatalogue.api.contract.OutlineApi;
import org.seccatalogue.api.contract.OutlineEntry;
import org.seccatalogue.revision.Outline;

class OutlineResource implements OutlineApi {

  private final Outline outline;

  OutlineResource(Outline outline) {
    this.outline = outline;
  }

  @Override
  public Response getOutline() {
    List<OutlineEntry> items = outline.headings().stream().map(OutlineResource::entry).toList();
    return Response.ok(Map.of("items", items)).build();
  }

  private static OutlineEntry entry(Outline.Entry entry) {
    return new OutlineEntry().depth(entry.depth()).record(PlainJson.head(entry.head()));
  }
}
