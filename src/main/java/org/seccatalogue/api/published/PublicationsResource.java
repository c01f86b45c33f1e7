package org.seccatalogue.api.published;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.PlainJson;
import org.seccatalogue.api.contract.PublicationsApi;
import org.seccatalogue.baseline.Publication;
import org.seccatalogue.baseline.Published;

class PublicationsResource implements PublicationsApi {

  private final Published published;

  PublicationsResource(Published published) {
    this.published = published;
  }

  @Override
  public Response listPublications(@Nullable Integer after, @Nullable Integer limit) {
    int most = limit == null ? 50 : limit;
    List<Publication> found = published.publications(after == null ? 0 : after, most + 1);
    List<Publication> shown = found.size() > most ? found.subList(0, most) : found;
    ObjectNode body = PlainJson.object();
    body.set("items", PlainJson.array(shown, PublishedJson::publication));
    if (found.size() > most) {
      body.put("next", shown.getLast().sequence());
    }
    return Response.ok(body).build();
  }
}
