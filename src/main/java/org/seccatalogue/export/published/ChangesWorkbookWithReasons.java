package org.seccatalogue.export.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.seccatalogue.baseline.comparison.RecordChange;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedWriter;

/// The second form of the workbook of changes: it says why records were withdrawn.
@ApplicationScoped
class ChangesWorkbookWithReasons implements PublishedWriter {

  private final ChangesWorkbook first;

  ChangesWorkbookWithReasons(ChangesWorkbook first) {
    this.first = first;
  }

  @Override
  public FileKind kind() {
    return first.kind();
  }

  @Override
  public int form() {
    return FileForms.SECOND;
  }

  @Override
  public FileMarks marks() {
    return first.marks();
  }

  @Override
  public void write(PublishedFile file, OutputStream out) throws IOException {
    first.write(file, out, FileForms.said(form()), ChangesWorkbookWithReasons::reason);
  }

  private static void reason(RecordChange change, ChangesWorkbook.Line line) {
    if (change instanceof RecordChange.Removed removed && removed.withdrawal() != null) {
      line.of("Withdrawal", "", removed.withdrawal().words());
    }
  }
}
