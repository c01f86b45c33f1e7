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
import org.seccatalogue.map.MapQuestion;
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
  public Response getBaselineMap(
      String baseline,
      @Nullable String focus,
      @Nullable String since,
      List<String> without,
      @Nullable Integer form) {
    return map(baseline, since, new Wanted(FileKind.MAP, MapQuestion.of(focus, without), form));
  }

  @Override
  public Response getBaselineMapDocument(
      String baseline,
      @Nullable String focus,
      @Nullable String since,
      List<String> without,
      @Nullable Integer form) {
    return map(baseline, since, new Wanted(FileKind.MAP_PDF, MapQuestion.of(focus, without), form));
  }

  @Override
  public Response getBaselineMapPicture(
      String baseline,
      @Nullable String focus,
      @Nullable String since,
      List<String> without,
      @Nullable Integer form) {
    return map(baseline, since, new Wanted(FileKind.MAP_PNG, MapQuestion.of(focus, without), form));
  }

  /// Which map is asked for.
  private record Wanted(FileKind kind, MapQuestion question, @Nullable Integer form) {}

  private Response map(String baseline, @Nullable String since, Wanted wanted) {
    return since == null
        ? published
            .find(baseline)
            .map(found -> map(found, null, wanted))
            .orElseGet(() -> ProblemDetails.notFound("baseline of that id"))
        : BaselinePair.answer(
            published, baseline, since, (older, newer) -> map(newer, older, wanted));
  }

  private Response map(Baseline baseline, @Nullable Baseline older, Wanted wanted) {
    String focus = wanted.question().focus();
    return key(baseline, older, focus)
        .map(key -> wanted.question().aboutKey(key).text())
        .map(
            about ->
                answers.of(
                    baseline,
                    wanted.kind(),
                    wanted.form(),
                    own -> file(PublishedFile.map(wanted.kind(), own, baseline, about), older)))
        .orElseGet(() -> ProblemDetails.badRequest(List.of(unknown(focus))));
  }

  private static PublishedFile file(PublishedFile map, @Nullable Baseline older) {
    return older == null ? map : map.comparedWith(older);
  }

  /// What was removed, the older baseline alone has.
  private Optional<String> key(
      Baseline baseline, @Nullable Baseline older, @Nullable String focus) {
    if (focus == null) {
      return Optional.of("");
    }
    return maps.key(baseline, focus)
        .or(() -> Optional.ofNullable(older).flatMap(other -> maps.key(other, focus)));
  }

  private static Finding unknown(@Nullable String focus) {
    return Finding.error(
        FindingCode.BAD_VALUE,
        new Place.Parameter("focus"),
        focus,
        "the key or reference of a section, a record or an existing code of the baseline");
  }
}
