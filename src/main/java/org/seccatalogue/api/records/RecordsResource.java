package org.seccatalogue.api.records;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.Author;
import org.seccatalogue.api.PlainJson;
import org.seccatalogue.api.Problems;
import org.seccatalogue.api.contract.Links;
import org.seccatalogue.api.contract.RecordsApi;
import org.seccatalogue.api.contract.RevisionPage;
import org.seccatalogue.api.description.Contract;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.RecordPage;
import org.seccatalogue.revision.RecordQuery;
import org.seccatalogue.revision.RecordVersion;
import org.seccatalogue.revision.Revision;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.Traces;
import org.seccatalogue.schema.CatalogueSchema;

class RecordsResource implements RecordsApi {

  private static final int MOST_INCOMING = 500;

  private final Revisions revisions;
  private final LinkedRecords search;
  private final Traces traces;
  private final CatalogueSchema schema;
  private final Contract contract;
  private final Author author;
  private final RecordJson json;

  RecordsResource(
      Revisions revisions,
      LinkedRecords search,
      Traces traces,
      CatalogueSchema schema,
      Contract contract,
      Author author,
      RecordJson json) {
    this.revisions = revisions;
    this.search = search;
    this.traces = traces;
    this.schema = schema;
    this.contract = contract;
    this.author = author;
    this.json = json;
  }

  @Override
  public Response listRecords(
      @Nullable String type,
      @Nullable String section,
      @Nullable String stage,
      @Nullable String text,
      @Nullable List<String> attribute,
      @Nullable List<String> link,
      @Nullable String cursor,
      @Nullable Integer limit,
      @Nullable Boolean late) {
    RecordQuery query =
        Queries.of(type, section, stage, text, attribute, cursor, limit == null ? 50 : limit);
    return switch (search.find(query, link, late)) {
      case RecordPage.Refused(List<Finding> findings) -> Problems.badRequest(findings);
      case RecordPage.Page page -> Response.ok(page(page)).build();
    };
  }

  private org.seccatalogue.api.contract.RecordPage page(RecordPage.Page page) {
    return new org.seccatalogue.api.contract.RecordPage()
        .items(json.of(page.records()))
        .next(page.next());
  }

  @Override
  public Response createRecord(JsonNode body) {
    List<Finding> findings = contract.checkRecordWrite(body);
    return findings.isEmpty()
        ? answer(
            revisions.create(
                RecordDraftJson.of(body), RecordDraftJson.editorial(body), author.noteIn(body)))
        : Problems.unprocessable(findings);
  }

  @Override
  public Response getRecord(String key) {
    return RecordKey.parse(key)
        .flatMap(revisions::find)
        .map(record -> Response.ok(json.of(record)).header("ETag", tag(record)).build())
        .orElseGet(RecordsResource::noRecord);
  }

  @Override
  public Response saveRecord(String key, JsonNode body, @Nullable String ifMatch) {
    Precondition seen = Precondition.of(ifMatch);
    Optional<RecordKey> parsed = RecordKey.parse(key);
    if (parsed.isEmpty()) {
      return noRecord();
    }
    List<Finding> findings = contract.checkRecordWrite(body);
    return switch (seen) {
      case Precondition.Absent() -> Problems.preconditionRequired();
      case Precondition.Wrong(Finding finding) -> Problems.badRequest(List.of(finding));
      case Precondition.Seen(RecordVersion version) ->
          findings.isEmpty()
              ? answer(
                  revisions.save(
                      parsed.get(),
                      version,
                      RecordDraftJson.of(body),
                      RecordDraftJson.editorial(body),
                      author.noteIn(body)))
              : Problems.unprocessable(findings);
    };
  }

  @Override
  public Response withdrawRecord(String key, JsonNode body, @Nullable String ifMatch) {
    Optional<RecordKey> parsed = RecordKey.parse(key);
    if (parsed.isEmpty()) {
      return noRecord();
    }
    List<Finding> findings = contract.checkWithdrawal(body);
    return switch (Precondition.of(ifMatch)) {
      case Precondition.Absent() -> Problems.preconditionRequired();
      case Precondition.Wrong(Finding finding) -> Problems.badRequest(List.of(finding));
      case Precondition.Seen(RecordVersion version) ->
          findings.isEmpty()
              ? answer(
                  revisions.withdraw(
                      parsed.get(), version, RecordDraftJson.replacedBy(body), author.noteIn(body)))
              : Problems.unprocessable(findings);
    };
  }

  private Response answer(SaveOutcome outcome) {
    return switch (outcome) {
      case SaveOutcome.Created(StoredRecord record, List<Finding> warnings) ->
          Response.created(URI.create("/api/v1/records/" + record.key()))
              .entity(json.of(record, warnings))
              .header("ETag", tag(record))
              .build();
      case SaveOutcome.Revised(StoredRecord record, List<Finding> warnings) ->
          saved(record, warnings, true, false);
      case SaveOutcome.Renumbered(StoredRecord record, List<Finding> warnings) ->
          saved(record, warnings, true, true);
      case SaveOutcome.Unchanged(StoredRecord record) -> saved(record, List.of(), false, false);
      case SaveOutcome.Stale stale -> Problems.stale(base(stale), json.of(stale.current()));
      case SaveOutcome.Rejected(List<Finding> findings)
          when findings.stream().anyMatch(finding -> finding.code() == FindingCode.MOVED) ->
          Problems.conflict("Somebody else was faster", findings);
      case SaveOutcome.Rejected(List<Finding> findings) -> Problems.unprocessable(findings);
      case SaveOutcome.NotFound _ -> noRecord();
    };
  }

  private static org.seccatalogue.api.contract.@Nullable Revision base(SaveOutcome.Stale stale) {
    return stale.base() == null ? null : RecordJson.of(stale.base());
  }

  /// @param recorded whether anything was changed, and the note kept with it
  /// @param renumbered whether that was the reference alone
  private Response saved(
      StoredRecord record, List<Finding> warnings, boolean recorded, boolean renumbered) {
    return Response.ok(json.of(record, warnings))
        .header("ETag", tag(record))
        .header("Change-Recorded", recorded)
        .header("Renumbered", renumbered)
        .build();
  }

  private static String tag(StoredRecord record) {
    return "\"" + record.version() + "\"";
  }

  private static Response noRecord() {
    return Problems.notFound("record of that key");
  }

  @Override
  public Response listRevisions(String key, @Nullable Long cursor, @Nullable Integer limit) {
    Optional<StoredRecord> record = RecordKey.parse(key).flatMap(revisions::find);
    if (record.isEmpty()) {
      return noRecord();
    }
    if (cursor != null && cursor > record.get().version().revision()) {
      return Queries.foreignCursor(cursor.toString());
    }
    int most = limit == null ? 50 : limit;
    int before = cursor == null ? Integer.MAX_VALUE : cursor.intValue();
    List<Revision> found = revisions.history(record.get().key(), before, most);
    boolean more = found.size() == most && found.getLast().number() > 1;
    return Response.ok(
            new RevisionPage()
                .items(found.stream().map(RecordJson::of).toList())
                .next(more ? (long) found.getLast().number() : null))
        .build();
  }

  @Override
  public Response getRevision(String key, Integer number) {
    return RecordKey.parse(key)
        .flatMap(parsed -> revisions.at(parsed, number))
        .map(revision -> Response.ok(RecordJson.of(revision)).build())
        .orElseGet(() -> Problems.notFound("revision of that number"));
  }

  @Override
  public Response listLinks(String key) {
    Optional<StoredRecord> record = RecordKey.parse(key).flatMap(revisions::find);
    if (record.isEmpty()) {
      return noRecord();
    }
    RecordKey asked = record.get().key();
    return Response.ok(
            new Links()
                .outgoing(
                    traces.from(asked).stream()
                        .map(link -> PlainJson.outgoing(link, schema))
                        .toList())
                .incoming(
                    traces.to(asked, MOST_INCOMING).stream()
                        .map(link -> PlainJson.incoming(link, schema))
                        .toList()))
        .build();
  }
}
