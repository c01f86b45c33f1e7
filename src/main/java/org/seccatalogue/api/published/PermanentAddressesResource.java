package org.seccatalogue.api.published;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.standing.Standings;
import org.seccatalogue.record.RecordKey;

/// Addresses of records that never change.
@Path("/id/{name}")
class PermanentAddressesResource {

  private final Published published;
  private final Standings standings;
  private final HttpHeaders headers;

  PermanentAddressesResource(
      Published published, Standings standings, @Context HttpHeaders headers) {
    this.published = published;
    this.standings = standings;
    this.headers = headers;
  }

  @GET
  public Response getPermanentAddress(@PathParam("name") String name) {
    int at = name.indexOf('@');
    Optional<RecordKey> key =
        RecordKey.parse((at < 0 ? name : name.substring(0, at)).toUpperCase(Locale.ROOT));
    return key.flatMap(found -> at < 0 ? newest(found) : in(name.substring(at + 1), found))
        .orElseGet(() -> ProblemDetails.notFound("published record at that address"));
  }

  /// The baseline itself, or the page that says what became of a record that it does not have.
  private Optional<Response> in(String id, RecordKey key) {
    return published
        .find(id)
        .flatMap(baseline -> standings.of(baseline, key))
        .map(
            standing ->
                standing.held().isPresent() || prefersPages()
                    ? seeOther(standing.asked(), key)
                    : StandingLinks.absent(standing));
  }

  /// The newest baseline that counts, if it holds the record; else the newest that does.
  private Optional<Response> newest(RecordKey key) {
    return standings
        .newest(key)
        .map(
            standing -> standing.held().isPresent() ? standing.asked() : standing.last().baseline())
        .map(baseline -> seeOther(baseline, key));
  }

  private Response seeOther(Baseline baseline, RecordKey key) {
    String data = "/baselines/" + baseline.id() + "/records/" + key;
    return Response.seeOther(URI.create(prefersPages() ? data : "/api/v1" + data))
        .header("Vary", "Accept")
        .header("Link", StandingLinks.status("/api/v1" + data + StandingLinks.STANDING))
        .build();
  }

  /// Whether HTML comes before data among what the client accepts; `*/*` means data.
  private boolean prefersPages() {
    return accepted().stream()
        .filter(type -> !type.isWildcardType())
        .findFirst()
        .filter(type -> type.isCompatible(MediaType.TEXT_HTML_TYPE))
        .isPresent();
  }

  /// What is no list of media types asks for nothing in particular.
  private List<MediaType> accepted() {
    try {
      return headers.getAcceptableMediaTypes();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }
}
