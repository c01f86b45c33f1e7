package org.seccatalogue.api.published;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.PublicationJson;
import org.seccatalogue.api.contract.PublicationPage;
import org.seccatalogue.api.contract.PublicationsApi;
import org.seccatalogue.baseline.Publication;
import org.seccatalogue.baseline.Published;

class PublicationsResource implements PublicationsApi {

  private final Published published;

  PublicationsResource(Published published) {
    this.published = published;
  }

  @Override
  public Response listPublications(@Nullable Integer cursor, @Nullable Integer limit) {
    int most = limit == null ? 50 : limit;
    List<Publication> found = published.publications(cursor == null ? 0 : cursor, most + 1);
    List<Publication> shown = found.size() > most ? found.subList(0, most) : found;
    return Response.ok(
            new PublicationPage()
                .items(shown.stream().map(PublicationJson::of).toList())
                .next(found.size() > most ? shown.getLast().sequence() : null))
        .build();
  }
}
