package org.seccatalogue.page.records;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.shown.AttributeGroup;
import org.seccatalogue.page.shown.Difference;
import org.seccatalogue.page.shown.LinkWords;
import org.seccatalogue.page.shown.NamedBy;
import org.seccatalogue.page.shown.RecordLine;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.record.Content;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.RecordNames;
import org.seccatalogue.revision.Revision;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

/// Records and their revisions, to read.
@Path("/records")
@HtmlPage
@Blocking
class RecordPages {

  private final CatalogueSchema schema;
  private final Revisions revisions;
  private final RecordNames names;
  private final RecordViews views;
  private final Naming naming;
  private final RecordLines lines;
  private final FormerSections former;

  RecordPages(
      CatalogueSchema schema,
      Revisions revisions,
      RecordNames names,
      RecordViews views,
      Naming naming,
      RecordLines lines,
      FormerSections former) {
    this.naming = naming;
    this.former = former;
    this.names = names;
    this.schema = schema;
    this.revisions = revisions;
    this.views = views;
    this.lines = lines;
  }

  /// A revision as it was, and what it changed.
  ///
  /// @param against the number of the revision it is compared with, if there is one
  record RevisionView(
      RecordLine line,
      RecordView.RevisionLine revision,
      String digest,
      boolean current,
      @Nullable Integer against,
      List<Difference> differences,
      List<AttributeGroup> groups,
      List<String> links) {}

  @CheckedTemplate(basePath = "page")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance record(
        RecordView view, NamedBy named, String saved, List<FormerLine> passed);

    static native TemplateInstance revision(RevisionView view);
  }

  @GET
  @Path("{key}")
  public Response record(
      String key, @RestQuery @Nullable String before, @RestQuery @Nullable String saved) {
    StoredRecord record = find(key);
    List<FormerLine> passed =
        SavedText.tellsOfPassedReference(saved) ? former.lines(record.head().name()) : List.of();
    return Html.ok(
        Templates.record(
            views.of(record, before), naming.of(record.head()), SavedText.of(saved), passed));
  }

  /// One revision, compared with the one before it or with another.
  @GET
  @Path("{key}/revisions/{number}")
  public Response revision(String key, int number, @RestQuery @Nullable Integer against) {
    StoredRecord record = find(key);
    Revision revision = at(record.key(), number);
    Integer other = against != null ? against : number > 1 ? (Integer) (number - 1) : null;
    Content now = revision.content();
    Content then = other == null ? now : at(record.key(), other).content();
    LinkWords links =
        new LinkWords(schema, names.of(LinkWords.named(schema, Stream.of(now, then))));
    RecordType type = schema.typeOf(revision.content().type());
    return Html.ok(
        Templates.revision(
            new RevisionView(
                lines.of(record.head()),
                views.line(revision),
                revision.digest(),
                number == record.version().revision(),
                other,
                Difference.between(schema, then, now, links),
                AttributeGroup.of(
                    type,
                    revision.content().attributes(),
                    LocalDate.ofInstant(revision.madeAt(), ZoneOffset.UTC),
                    names.shown(now.attributes().named(type))),
                now.links().stream().map(links::of).toList())));
  }

  private StoredRecord find(String key) {
    return RecordKey.parse(key).flatMap(revisions::find).orElseThrow(NotFoundException::new);
  }

  private Revision at(RecordKey key, int number) {
    return revisions.at(key, number).orElseThrow(NotFoundException::new);
  }
}
