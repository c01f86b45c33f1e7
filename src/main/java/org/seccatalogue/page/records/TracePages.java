package org.seccatalogue.page.records;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.shown.LinkLine;
import org.seccatalogue.page.shown.RecordLine;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.revision.Traces;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.trace.TraceReport;

/// Where the trace between clauses and requirements has gaps.
@Path("/trace")
@HtmlPage
@Blocking
class TracePages {

  private static final int MOST = 200;

  private final CatalogueSchema schema;
  private final Traces traces;
  private final RecordLines lines;

  TracePages(CatalogueSchema schema, Traces traces, RecordLines lines) {
    this.schema = schema;
    this.traces = traces;
    this.lines = lines;
  }

  /// The counts of all, and the first entries of each list.
  record View(
      int clauses,
      int requirements,
      int links,
      Gap uncovered,
      Gap orphans,
      int suspectCount,
      List<LinkLine> suspects) {}

  /// Records that lack something.
  record Gap(int count, List<RecordLine> lines) {
    public boolean isCut() {
      return lines.size() < count;
    }
  }

  @CheckedTemplate(basePath = "page")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance trace(View view);
  }

  @GET
  public Response trace() {
    TraceReport report = traces.report(MOST);
    return Html.ok(
        Templates.trace(
            new View(
                report.clauses(),
                report.requirements(),
                report.links(),
                new Gap(report.uncoveredCount(), lines.of(report.uncovered())),
                new Gap(report.orphanCount(), lines.of(report.orphans())),
                report.suspectCount(),
                report.suspects().stream()
                    .map(link -> LinkLine.outgoing(link, schema, lines))
                    .toList())));
  }
}
