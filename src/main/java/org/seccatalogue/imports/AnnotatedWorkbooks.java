package org.seccatalogue.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.workbook.NotAWorkbook;
import org.seccatalogue.workbook.Workbook;
import org.seccatalogue.workbook.annotate.AnnotatedForm;
import org.seccatalogue.workbook.annotate.Annotation;
import org.seccatalogue.workbook.annotate.FindingsSheet;

/// The workbooks of imports, given back with their findings marked in them.
@ApplicationScoped
public class AnnotatedWorkbooks {

  private final Imports imports;
  private final ImportFiles files;
  private final Workbook.Limits limits;
  private final Clock clock;

  AnnotatedWorkbooks(Imports imports, ImportFiles files, ImportLimits limits, Clock clock) {
    this.imports = imports;
    this.files = files;
    this.limits = limits.asLimits();
    this.clock = clock;
  }

  /// In what form an import comes back; nothing when its file is not kept any more.
  public Optional<AnnotatedForm> form(ImportRun run) {
    return files.copy(run.id()).map(this::form);
  }

  private AnnotatedForm form(Path copy) {
    try {
      return Annotation.form(copy, limits);
    } catch (NotAWorkbook | IOException e) {
      return new AnnotatedForm.ListAlone("it cannot be read any more");
    } finally {
      ImportFiles.remove(copy);
    }
  }

  /// The workbook of an import with its findings.
  public AnnotatedOutcome annotate(long id) {
    Optional<ImportRun> run = imports.find(id);
    if (run.isEmpty()) {
      return new AnnotatedOutcome.NotFound();
    }
    List<Finding> findings = imports.findings(id, 0, limits.findings());
    if (findings.isEmpty()) {
      return new AnnotatedOutcome.NothingFound();
    }
    Optional<Path> file = files.copy(id);
    return file.isEmpty()
        ? new AnnotatedOutcome.Gone()
        : annotated(run.get(), findings, file.get());
  }

  private AnnotatedOutcome annotated(ImportRun run, List<Finding> findings, Path copy) {
    int all = run.problems().errors() + run.problems().warnings();
    FindingsSheet list = new FindingsSheet(run.source().fileName(), findings, all, Set.of(), "");
    try {
      Path made = files.temporary();
      Annotation.Made as =
          written(
              new Annotation(list, limits, clock.instant(), run.source().choices()), copy, made);
      return new AnnotatedOutcome.Annotated(
          Annotation.fileName(run.source().fileName(), as.format()),
          Annotation.mediaType(as.format()),
          as.form(),
          out -> send(made, out));
    } finally {
      ImportFiles.remove(copy);
    }
  }

  private static Annotation.Made written(Annotation annotation, Path copy, Path made) {
    try {
      return annotation.write(copy, made);
    } catch (IOException e) {
      ImportFiles.remove(made);
      throw new UncheckedIOException(e);
    }
  }

  private static void send(Path made, OutputStream out) throws IOException {
    try {
      Files.copy(made, out);
    } finally {
      Files.deleteIfExists(made);
    }
  }
}
