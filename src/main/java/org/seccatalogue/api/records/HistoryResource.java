package org.seccatalogue.api.records;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.Problems;
import org.seccatalogue.api.contract.HistoryApi;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.history.History;
import org.seccatalogue.revision.history.HistoryPage;

class HistoryResource implements HistoryApi {

  private static final int USUAL = 50;

  private final Revisions revisions;
  private final History history;

  HistoryResource(Revisions revisions, History history) {
    this.revisions = revisions;
    this.history = history;
  }

  @Override
  public Response listHistory(String key, @Nullable String cursor, @Nullable Integer limit) {
    Optional<StoredRecord> record = RecordKey.parse(key).flatMap(revisions::find);
    if (record.isEmpty()) {
      return Problems.notFound("record of that key");
    }
    if (cursor != null && !History.isCursor(cursor)) {
      return Queries.foreignCursor(cursor);
    }
    HistoryPage page = history.of(record.get().key(), cursor, limit == null ? USUAL : limit);
    return Response.ok(HistoryJson.of(page)).build();
  }
}
