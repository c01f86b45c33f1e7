package org.seccatalogue.api.records;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.Problems;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.revision.RecordQuery;

/// Reads which records a request asks for.
final class Queries {

  private Queries() {}

  /// Says that a cursor is not one that a page of the list gave.
  static Response foreignCursor(String cursor) {
    String expected = "a cursor as a page of this list gave it";
    Place place = new Place.Parameter("cursor");
    return Problems.badRequest(
        List.of(Finding.error(FindingCode.BAD_VALUE, place, cursor, expected)));
  }

  static RecordQuery of(
      @Nullable String type,
      @Nullable String section,
      @Nullable String stage,
      @Nullable String text,
      @Nullable List<String> attribute,
      @Nullable String cursor,
      int limit) {
    return new RecordQuery(
        type, section, stage, text, RecordQuery.AttributeFilter.read(attribute), cursor, limit);
  }
}
