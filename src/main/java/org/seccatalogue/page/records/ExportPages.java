package org.seccatalogue.page.records;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.revision.RecordQuery;
import org.seccatalogue.revision.RecordSearch;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

/// What can be taken away as a workbook or a CSV file, type by type.
@Path("/exports")
@HtmlPage
@Blocking
class ExportPages {

  private static final RecordQuery ALL =
      new RecordQuery(null, null, null, null, List.of(), null, 1);

  private final CatalogueSchema schema;
  private final RecordSearch search;

  ExportPages(CatalogueSchema schema, RecordSearch search) {
    this.schema = schema;
    this.search = search;
  }

  /// The records of one type.
  record Line(
      String plural, int records, String list, String workbook, String csv, String template) {}

  /// All types, and the whole catalogue.
  record Overview(List<Line> types, int records, String workbook, String template) {}

  @CheckedTemplate(basePath = "page")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance exports(Overview overview);
  }

  /// Where a workbook is written; the parameters say of which records.
  static PageAddress workbook() {
    return new PageAddress("/api/v1/exports/records.xlsx");
  }

  @GET
  public Response overview() {
    Map<String, Integer> counts = search.counts(ALL);
    return Html.ok(
        Templates.exports(
            new Overview(
                schema.types().stream().map(type -> line(type, counts)).toList(),
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                workbook().toString(),
                template(workbook()))));
  }

  private static Line line(RecordType type, Map<String, Integer> counts) {
    PageAddress workbook = workbook().with("type", type.name());
    return new Line(
        type.plural(),
        counts.getOrDefault(type.name(), 0),
        new PageAddress("/search").with("type", type.name()).toString(),
        workbook.toString(),
        new PageAddress("/api/v1/exports/records.csv").with("type", type.name()).toString(),
        template(workbook));
  }

  private static String template(PageAddress workbook) {
    return workbook.with("template", true).toString();
  }
}
