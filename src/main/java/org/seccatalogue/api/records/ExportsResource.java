package org.seccatalogue.api.records;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.Problems;
import org.seccatalogue.api.contract.ExportsApi;
import org.seccatalogue.export.ExportOutcome;
import org.seccatalogue.export.Exports;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.revision.RecordQuery;

class ExportsResource implements ExportsApi {

  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String CSV = "text/csv;charset=UTF-8";

  private final Exports exports;
  private final LinkedRecords records;

  ExportsResource(Exports exports, LinkedRecords records) {
    this.records = records;
    this.exports = exports;
  }

  @Override
  public Response exportWorkbook(
      @Nullable String type,
      @Nullable String section,
      @Nullable String stage,
      @Nullable String text,
      @Nullable List<String> attribute,
      @Nullable List<String> link,
      @Nullable Boolean template,
      @Nullable Boolean late) {
    RecordQuery query =
        records.having(Queries.of(type, section, stage, text, attribute, null, 1), link, late);
    return answer(
        exports.workbook(new Exports.Wanted(query, Boolean.TRUE.equals(template))), WORKBOOK);
  }

  @Override
  public Response exportCsv(
      @Nullable String type,
      @Nullable String section,
      @Nullable String stage,
      @Nullable String text,
      @Nullable List<String> attribute,
      @Nullable List<String> link,
      @Nullable Boolean template,
      @Nullable Boolean late) {
    RecordQuery query =
        records.having(Queries.of(type, section, stage, text, attribute, null, 1), link, late);
    return answer(exports.csv(new Exports.Wanted(query, Boolean.TRUE.equals(template))), CSV);
  }

  private static Response answer(ExportOutcome outcome, String mediaType) {
    return switch (outcome) {
      case ExportOutcome.Refused(List<Finding> findings) -> Problems.badRequest(findings);
      case ExportOutcome.Export(String fileName, ExportOutcome.Writer writer) -> {
        StreamingOutput body = writer::write;
        yield Response.ok(body, mediaType)
            .header("Content-Disposition", "attachment; filename=\"" + fileName + "\"")
            .build();
      }
    };
  }
}
