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
import java.util.Optional;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.record.RecordKey;

/// Addresses of records that never change.
@Path("/id/{name}")
class PermanentAddressesResource {

  private final Published published;
  private final PublishedRecords records;
  private final HttpHeaders headers;

  PermanentAddressesResource(
      Published published, PublishedRecords records, @Context HttpHeaders headers) {
    this.published = published;
    this.records = records;
    this.headers = headers;
  }

  @GET
  public Response getPermanentAddress(@PathParam("name") String name) {
    int at = name.indexOf('@');
    Optional<RecordKey> key = RecordKey.parse(at < 0 ? name : name.substring(0, at));
    return key.flatMap(found -> at < 0 ? newest(found) : in(name.substring(at + 1), found))
        .map(baseline -> seeOther(baseline, key.orElseThrow()))
        .orElseGet(() -> ProblemDetails.notFound("published record at that address"));
  }

  private Optional<String> in(String id, RecordKey key) {
    return published
        .find(id)
        .filter(baseline -> records.find(baseline, key.toString()).isPresent())
        .map(Baseline::id);
  }

  /// The newest baseline that counts, if it holds the record; else the newest that does.
  private Optional<String> newest(RecordKey key) {
    return in(Published.LATEST, key).or(() -> records.holding(key).stream().findFirst());
  }

  private Response seeOther(String baseline, RecordKey key) {
    String data = "/baselines/" + baseline + "/records/" + key;
    return Response.seeOther(URI.create(prefersPages() ? data : "/api/v1" + data))
        .header("Vary", "Accept")
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
