package org.seccatalogue.api.published;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.api.contract.BaselineMapsApi;
import org.seccatalogue.api.published.answers.FileAnswers;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.finding.Place;
import org.seccatalogue.map.MapContents;
import org.seccatalogue.map.MapPlace;
import org.seccatalogue.map.MapQuestion;
import org.seccatalogue.map.published.BaselineMaps;
import org.seccatalogue.record.words.Meant;

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
    if (focus == null) {
      return map(baseline, older, wanted, "");
    }
    Meant meant = maps.meant(baseline, older, focus);
    return meant
        .one()
        .map(head -> head.key().toString())
        .or(() -> maps.party(baseline, older, focus).map(MapPlace::id))
        .map(key -> map(baseline, older, wanted, key))
        .orElseGet(() -> unknown(focus, meant));
  }

  private Response map(Baseline baseline, @Nullable Baseline older, Wanted wanted, String key) {
    String said = Objects.requireNonNullElse(wanted.question().focus(), "");
    MapContents.Asked asked = maps.asked(baseline, older, wanted.question().aboutKey(key), said);
    if (!asked.findings().isEmpty()) {
      return ProblemDetails.badRequest(asked.findings());
    }
    String about = asked.question().text();
    return answers.of(
        baseline,
        wanted.kind(),
        wanted.form(),
        own -> file(PublishedFile.map(wanted.kind(), own, baseline, about), older));
  }

  private static PublishedFile file(PublishedFile map, @Nullable Baseline older) {
    return older == null ? map : map.comparedWith(older);
  }

  private static Response unknown(String focus, Meant meant) {
    String known = "the key or reference of a record of the baseline";
    return ProblemDetails.badRequest(
        List.of(meant.finding(new Place.Parameter("focus"), focus, known)));
  }
}
