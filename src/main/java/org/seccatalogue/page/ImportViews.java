package org.seccatalogue.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.spreadsheet.AnnotatedWorkbooks;
import org.seccatalogue.spreadsheet.ImportJobs;
import org.seccatalogue.spreadsheet.ImportRun;
import org.seccatalogue.spreadsheet.Imports;
import org.seccatalogue.spreadsheet.PlannedChange;

/// Gathers what the page of an import shows.
@ApplicationScoped
class ImportViews {

  private static final int AT_ONCE = 50;

  private final CatalogueSchema schema;
  private final Imports imports;
  private final AnnotatedWorkbooks workbooks;
  private final ImportJobs jobs;
  private final Revisions revisions;
  private final RecordLines lines;

  ImportViews(
      CatalogueSchema schema,
      Imports imports,
      AnnotatedWorkbooks workbooks,
      ImportJobs jobs,
      Revisions revisions,
      RecordLines lines) {
    this.schema = schema;
    this.imports = imports;
    this.workbooks = workbooks;
    this.jobs = jobs;
    this.revisions = revisions;
    this.lines = lines;
  }

  /// Which part of an import is shown: after which finding, after which row, rows of which kind.
  record Shown(int findings, int changes, PlannedChange.@Nullable Kind kind) {

    static final Shown FIRST = new Shown(0, 0, null);

    Address in(long id) {
      return new Address("/imports/" + id).with("kind", word(kind));
    }

    static @Nullable String word(PlannedChange.@Nullable Kind kind) {
      return kind == null ? null : kind.name().toLowerCase(Locale.ROOT);
    }
  }

  ImportView of(ImportRun run, Shown shown, List<Finding> moved, @Nullable String error) {
    return new ImportView(
        ImportView.Run.of(run),
        findings(run.id(), shown),
        changes(run.id(), shown),
        String.valueOf(Shown.word(shown.kind())),
        ImportView.Annotated.of(workbooks.form(run)),
        imports.missing(run.id(), AT_ONCE).stream()
            .flatMap(key -> revisions.find(key).stream())
            .map(record -> lines.of(record.head()))
            .toList(),
        jobs.newest(run.id()).map(JobView::ended).orElse(List.of()),
        moved.stream().map(ImportView.FindingLine::of).toList(),
        error);
  }

  private ImportView.Part<ImportView.FindingLine> findings(long id, Shown shown) {
    int after = shown.findings();
    List<Finding> read = imports.findings(id, after, AT_ONCE + 1);
    Address next = shown.in(id).with("findings", after + AT_ONCE);
    return part(read, ImportView.FindingLine::of, after, next + "#findings");
  }

  private ImportView.Part<ImportView.ChangeLine> changes(long id, Shown shown) {
    int after = shown.changes();
    List<PlannedChange> read = imports.changes(id, shown.kind(), after, AT_ONCE + 1);
    int last = read.size() > AT_ONCE ? read.get(AT_ONCE - 1).number() : 0;
    return part(read, this::line, after, shown.in(id).with("changes", last) + "#changes");
  }

  private static <S, T> ImportView.Part<T> part(
      List<S> read, Function<S, T> line, int after, String next) {
    List<T> lines = read.stream().limit(AT_ONCE).map(line).toList();
    return new ImportView.Part<>(lines, after > 0, read.size() > AT_ONCE ? next : null);
  }

  private ImportView.ChangeLine line(PlannedChange change) {
    RecordType type = schema.typeOf(change.type());
    return new ImportView.ChangeLine(
        change.sheet(),
        change.row(),
        switch (change.kind()) {
          case NEW -> "New";
          case CHANGED -> "Changed";
          case SAME -> "Same";
        },
        switch (change.kind()) {
          case NEW -> "green";
          case CHANGED -> "blue";
          case SAME -> "grey";
        },
        change.key() == null ? null : change.key().toString(),
        type.label(),
        change.title(),
        change.changed().stream().map(name -> label(type, name)).toList());
  }

  /// The label of an attribute or link; `section` and `stage` are their own labels.
  private String label(RecordType type, String name) {
    return type.attribute(name)
        .map(Attribute::label)
        .or(() -> schema.link(name).map(LinkRule::label))
        .orElse(name);
  }
}
