package org.seccatalogue.api.records;

import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.Problems;
import org.seccatalogue.api.contract.MapApi;
import org.seccatalogue.finding.Place;
import org.seccatalogue.map.MapGraph;
import org.seccatalogue.map.MapPlace;
import org.seccatalogue.map.MapQuestion;
import org.seccatalogue.map.draft.DraftMaps;
import org.seccatalogue.map.drawing.MapDrawing;
import org.seccatalogue.map.drawing.MapFormat;
import org.seccatalogue.record.words.Meant;
import org.seccatalogue.revision.numbering.MeantRecords;

/// The map of the working draft.
class MapResource implements MapApi {

  private final DraftMaps maps;
  private final MeantRecords meant;

  MapResource(DraftMaps maps, MeantRecords meant) {
    this.meant = meant;
    this.maps = maps;
  }

  @Override
  public Response getMap(@Nullable String focus, List<String> without) {
    return map(MapQuestion.of(focus, without), MapFormat.SVG);
  }

  @Override
  public Response getMapDocument(@Nullable String focus, List<String> without) {
    return map(MapQuestion.of(focus, without), MapFormat.PDF);
  }

  @Override
  public Response getMapPicture(@Nullable String focus, List<String> without) {
    return map(MapQuestion.of(focus, without), MapFormat.PNG);
  }

  private Response map(MapQuestion question, MapFormat format) {
    String focus = question.focus();
    if (focus == null) {
      return answered(question, "", format);
    }
    Meant wanted = meant.of(focus);
    return wanted
        .one()
        .map(head -> head.key().toString())
        .or(() -> maps.party(focus).map(MapPlace::id))
        .map(key -> answered(question.aboutKey(key), focus, format))
        .orElseGet(() -> unknown(focus, wanted));
  }

  private Response answered(MapQuestion asked, String said, MapFormat format) {
    DraftMaps.Answer answer = maps.map(asked, said);
    return answer
        .map()
        .map(graph -> drawn(graph, format))
        .orElseGet(
            () ->
                answer.findings().isEmpty()
                    ? unknown(said, new Meant.Nobody())
                    : Problems.badRequest(answer.findings()));
  }

  private static Response drawn(MapGraph graph, MapFormat format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      MapDrawing.write(graph, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Response.ok(out.toByteArray(), format.mediaType())
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private static Response unknown(String focus, Meant wanted) {
    String known = "the key or reference of a record";
    return Problems.badRequest(List.of(wanted.finding(new Place.Parameter("focus"), focus, known)));
  }
}
