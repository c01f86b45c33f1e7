package org.seccatalogue.api.published;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.api.contract.BaselineMapsApi;
import org.seccatalogue.api.published.answers.FileAnswers;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.map.published.BaselineMaps;

/// Maps of baselines. Each is the same bytes for everybody.
class MapsResource implements BaselineMapsApi {

  private final Published published;
  private final BaselineMaps maps;
  private final FileAnswers answers;

  MapsResource(Published published, BaselineMaps maps, FileAnswers answers) {
    this.published = published;
    this.maps = maps;
    this.answers = answers;
  }

  @Override
  public Response getBaselineMap(String baseline, @Nullable String focus, @Nullable Integer form) {
    return map(baseline, FileKind.MAP, focus, form);
  }

  @Override
  public Response getBaselineMapDocument(
      String baseline, @Nullable String focus, @Nullable Integer form) {
    return map(baseline, FileKind.MAP_PDF, focus, form);
  }

  @Override
  public Response getBaselineMapPicture(
      String baseline, @Nullable String focus, @Nullable Integer form) {
    return map(baseline, FileKind.MAP_PNG, focus, form);
  }

  private Response map(
      String baseline, FileKind kind, @Nullable String focus, @Nullable Integer form) {
    return published
        .find(baseline)
        .map(found -> map(found, kind, focus, form))
        .orElseGet(() -> ProblemDetails.notFound("baseline of that id"));
  }

  private Response map(
      Baseline baseline, FileKind kind, @Nullable String focus, @Nullable Integer form) {
    Optional<String> key = focus == null ? Optional.of("") : maps.key(baseline, focus);
    return key.map(
            about ->
                answers.of(
                    baseline, kind, form, own -> PublishedFile.map(kind, own, baseline, about)))
        .orElseGet(() -> ProblemDetails.badRequest(List.of(unknown(focus))));
  }

  private static Finding unknown(@Nullable String focus) {
    return Finding.error(
        FindingCode.BAD_VALUE,
        new Place.Parameter("focus"),
        focus,
        "the key or reference of a section, a record or an existing code of the baseline");
  }
}
