package org.seccatalogue.export.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedWriter;

/// The second form of the workbook of the records of a baseline: a text that is too long for a
/// cell goes on in the rows below.
@ApplicationScoped
class BaselineWorkbookContinued implements PublishedWriter {

  private final BaselineWorkbook first;

  BaselineWorkbookContinued(BaselineWorkbook first) {
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
    first.write(file, form(), out);
  }
}
