package org.seccatalogue.api.published;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.api.contract.BaselineList;
import org.seccatalogue.api.contract.BaselinesApi;
import org.seccatalogue.api.contract.PublishedOutline;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PublicationAction;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.baseline.files.FileLists;

class BaselinesResource implements BaselinesApi {

  private final Published published;
  private final PublishedRecords records;
  private final FileLists lists;

  BaselinesResource(Published published, PublishedRecords records, FileLists lists) {
    this.lists = lists;
    this.published = published;
    this.records = records;
  }

  @Override
  public Response listBaselines() {
    return Response.ok(
            new BaselineList()
                .items(published.baselines().stream().map(PublishedJson::summary).toList()))
        .build();
  }

  @Override
  public Response getBaseline(String baseline) {
    return of(
        baseline,
        found ->
            Response.ok(
                    PublishedJson.baseline(found, published.publication(found)).newer(newer(found)))
                .build());
  }

  /// Those that were published after it and not withdrawn, newest first.
  private List<String> newer(Baseline baseline) {
    return published.baselines().stream()
        .filter(other -> other.number() > baseline.number())
        .filter(other -> other.state() != PublicationAction.WITHDRAWN)
        .map(Baseline::id)
        .toList();
  }

  @Override
  public Response getManifest(String baseline) {
    return of(baseline, found -> Response.ok(found.manifest(), "application/json").build());
  }

  @Override
  public Response getSignature(String baseline) {
    return of(baseline, found -> Response.ok(found.signature(), "application/jose").build());
  }

  @Override
  public Response getSignedFiles(String baseline) {
    return of(
        baseline,
        found -> {
          List<FileLists.SignedList> all = lists.of(found);
          return all.isEmpty()
              ? ProblemDetails.notFound("list of its files, which are still being written")
              : Response.ok(text(all), MediaType.TEXT_PLAIN).build();
        });
  }

  private static String text(List<FileLists.SignedList> lists) {
    return lists.stream().map(list -> list.signature() + "\n").collect(Collectors.joining());
  }

  @Override
  public Response getPublishedOutline(String baseline) {
    return of(baseline, found -> Response.ok(outline(found)).build());
  }

  private PublishedOutline outline(Baseline baseline) {
    return new PublishedOutline()
        .baseline(baseline.id())
        .items(records.outline(baseline).stream().map(PublishedJson::entry).toList());
  }

  private Response of(String id, Function<Baseline, Response> answer) {
    return published
        .find(id)
        .map(answer)
        .orElseGet(() -> ProblemDetails.notFound("baseline of that id"));
  }
}
