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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Coverage;
import org.seccatalogue.baseline.Publication;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.baseline.Withheld;
import org.seccatalogue.page.Dates;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.shown.OutlineTree;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.Glossary;

/// The list of baselines, and of each its contents and its glossary.
@Path("/baselines")
@HtmlPage
@Blocking
class BaselinePages {

  private final Published published;
  private final PublishedRecords records;
  private final PageFrames frames;

  BaselinePages(Published published, PublishedRecords records, PageFrames frames) {
    this.published = published;
    this.records = records;
    this.frames = frames;
  }

  /// A baseline in the list.
  record Entry(
      ShownBaseline.Other baseline,
      int records,
      String digest,
      String reason,
      String published,
      String part) {}

  @CheckedTemplate(basePath = "page/published")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance baselines(PageFrame frame, List<Entry> entries);

    static native TemplateInstance contents(
        PageFrame frame, OutlineTree tree, String published, List<String> limits);

    static native TemplateInstance glossary(PageFrame frame, List<Glossary.Term> terms);
  }

  @GET
  public Response baselines() {
    List<Baseline> all = published.baselines();
    Baseline newest = PageFrames.newest(all);
    return PublicHtml.ok(
        Templates.baselines(
            PageFrame.none("baselines"), all.stream().map(one -> entry(one, newest)).toList()));
  }

  private Entry entry(Baseline baseline, @Nullable Baseline newest) {
    return new Entry(
        ShownBaseline.Other.of(
            baseline, PageFrames.at(baseline), BaselineState.of(baseline, newest), false),
        baseline.records(),
        baseline.digest(),
        baseline.reason() == null ? "" : baseline.reason(),
        published(baseline),
        part(baseline, published.schema(baseline)));
  }

  private String published(Baseline baseline) {
    Publication publication = published.publication(baseline);
    return Dates.time(publication.at()) + " by " + publication.by();
  }

  /// The contents of a baseline.
  @GET
  @Path("{baseline}")
  public Response contents(String baseline, @Context UriInfo asked) {
    Baseline found = frames.named(baseline, asked);
    CatalogueSchema schema = published.schema(found);
    return PublicHtml.ok(
        Templates.contents(
            frames.of(found, "contents", ""),
            OutlineTree.of(
                records.outline(found),
                new RecordLines(schema, PageFrames.at(found), found.dated())),
            published(found),
            Stream.of(part(found, schema), withheld(found, schema))
                .filter(sentence -> !sentence.isEmpty())
                .toList()));
  }

  /// The part of the catalogue that a baseline was made of, in a sentence; nothing where that is
  /// the whole.
  private static String part(Baseline baseline, CatalogueSchema schema) {
    String words = Coverage.of(baseline).words(schema);
    return words.isEmpty()
        ? ""
        : "It was made of a part of the catalogue ("
            + words
            + ") with what that names, and says nothing of the rest.";
  }

  /// What of records is not published, in a sentence; nothing of baselines that publish all.
  private static String withheld(Baseline baseline, CatalogueSchema schema) {
    List<String> words = Withheld.of(baseline).words(schema);
    return words.isEmpty() ? "" : "Not published: " + String.join("; ", words) + ".";
  }

  /// The terms that its pages explain.
  @GET
  @Path("{baseline}/glossary")
  public Response glossary(String baseline, @Context UriInfo asked) {
    Baseline found = frames.named(baseline, asked);
    return PublicHtml.ok(
        Templates.glossary(
            frames.of(found, "glossary", "/glossary"), published.schema(found).glossary().terms()));
  }
}
