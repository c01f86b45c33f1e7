package org.seccatalogue.page.published;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedOutline;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.page.AttributeGroup;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.RecordLine;
import org.seccatalogue.page.RecordLines;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;

/// Sections and clauses of baselines as documents to read.
@Path("/baselines/{baseline}/sections")
@HtmlPage
@Blocking
class PublishedSectionPages {

  private static final int LIMIT = 500;

  private final Published published;
  private final PublishedRecords records;
  private final PublishedOutline outline;
  private final Shelves shelves;

  PublishedSectionPages(
      Published published, PublishedRecords records, PublishedOutline outline, Shelves shelves) {
    this.published = published;
    this.records = records;
    this.outline = outline;
    this.shelves = shelves;
  }

  /// A section with what stands directly below it.
  record View(
      RecordLine line,
      List<RecordLine> above,
      List<RecordLine> below,
      Part section,
      List<Part> parts) {}

  /// What a record says.
  record Part(RecordLine line, @Nullable String statement, List<AttributeGroup> groups) {}

  @CheckedTemplate(basePath = "page/published")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance section(Shelf shelf, View view);
  }

  @GET
  @Path("{reference}")
  public Response section(String reference, String baseline, @Context UriInfo asked) {
    Baseline found = shelves.named(baseline, asked);
    CatalogueSchema schema = published.schema(found);
    RecordLines lines = new RecordLines(schema, Shelves.at(found));
    PublishedRecord section = records.find(found, reference).orElseThrow(NotFoundException::new);
    String path = lines.href(section.head()).substring(Shelves.at(found).length());
    Shelf shelf =
        shelves.of(found, "contents", other -> records.find(other, reference).map(_ -> path));
    return PublicHtml.ok(
        Templates.section(shelf, view(found, section, lines)), schema.glossary(), shelf);
  }

  private View view(Baseline baseline, PublishedRecord section, RecordLines lines) {
    List<RecordLine> below = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    for (PublishedRecord record : outline.children(baseline, section.key(), "", LIMIT)) {
      switch (record.type().kind()) {
        case HEADING, CLAUSE -> below.add(lines.of(record.head()));
        case REQUIREMENT, AGREEMENT, DEPENDENCY, OPTIONS, NOTE, INTERACTION ->
            parts.add(part(record, lines));
      }
    }
    return new View(
        lines.of(section.head()),
        lines.of(records.above(baseline, section.head())),
        below,
        part(section, lines),
        parts);
  }

  private static Part part(PublishedRecord record, RecordLines lines) {
    Optional<String> statement = record.attributes().text(record.type(), AttributeRole.STATEMENT);
    return new Part(
        lines.of(record.head()),
        statement.orElse(null),
        AttributeGroup.below(record.type(), record.attributes()));
  }
}
