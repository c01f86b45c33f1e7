package org.seccatalogue.page.published;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Publication;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.page.Dates;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.OutlineTree;
import org.seccatalogue.page.RecordLines;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.Glossary;

/// The list of baselines, and of each its contents and its glossary.
@Path("/baselines")
@HtmlPage
@Blocking
class BaselinePages {

  private final Published published;
  private final PublishedRecords records;
  private final Shelves shelves;

  BaselinePages(Published published, PublishedRecords records, Shelves shelves) {
    this.published = published;
    this.records = records;
    this.shelves = shelves;
  }

  /// A baseline in the list.
  record Entry(
      Edition.Other baseline, int records, String digest, String reason, String published) {}

  @CheckedTemplate(basePath = "page/published")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance baselines(Shelf shelf, List<Entry> entries);

    static native TemplateInstance contents(Shelf shelf, OutlineTree tree, String published);

    static native TemplateInstance glossary(Shelf shelf, List<Glossary.Term> terms);
  }

  @GET
  public Response baselines() {
    return PublicHtml.ok(
        Templates.baselines(
            Shelf.none("baselines"), published.baselines().stream().map(this::entry).toList()));
  }

  private Entry entry(Baseline baseline) {
    return new Entry(
        Edition.Other.of(baseline, Shelves.at(baseline), false),
        baseline.records(),
        baseline.digest(),
        baseline.reason() == null ? "" : baseline.reason(),
        published(baseline));
  }

  private String published(Baseline baseline) {
    Publication publication = published.publication(baseline);
    return Dates.time(publication.at()) + " by " + publication.by();
  }

  /// The contents of a baseline.
  @GET
  @Path("{baseline}")
  public Response contents(String baseline, @Context UriInfo asked) {
    Baseline found = shelves.named(baseline, asked);
    CatalogueSchema schema = published.schema(found);
    return PublicHtml.ok(
        Templates.contents(
            shelves.of(found, "contents", ""),
            OutlineTree.of(records.outline(found), new RecordLines(schema, Shelves.at(found))),
            published(found)));
  }

  /// The terms that its pages explain.
  @GET
  @Path("{baseline}/glossary")
  public Response glossary(String baseline, @Context UriInfo asked) {
    Baseline found = shelves.named(baseline, asked);
    return PublicHtml.ok(
        Templates.glossary(
            shelves.of(found, "glossary", "/glossary"),
            published.schema(found).glossary().terms()));
  }
}
