package org.seccatalogue.api.records;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.revision.RecordQuery;

/// Reads which records a request asks for.
final class Queries {

  private Queries() {}

  static RecordQuery of(
      @Nullable String type,
      @Nullable String section,
      @Nullable String stage,
      @Nullable String text,
      @Nullable List<String> attribute,
      @Nullable String cursor,
      int limit) {
    List<RecordQuery.AttributeFilter> filters =
        attribute == null ? List.of() : attribute.stream().map(Queries::filter).toList();
    return new RecordQuery(type, section, stage, text, filters, cursor, limit);
  }

  private static RecordQuery.AttributeFilter filter(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new RecordQuery.AttributeFilter(text, "")
        : new RecordQuery.AttributeFilter(text.substring(0, colon), text.substring(colon + 1));
  }
}
