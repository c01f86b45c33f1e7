package org.seccatalogue.document.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedWriter;

/// The second form of the document of changes: it says why records were withdrawn.
@ApplicationScoped
class ChangesDocumentWithReasons implements PublishedWriter {

  private final ChangesDocument first;

  ChangesDocumentWithReasons(ChangesDocument first) {
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
    first.write(file, out, FileForms.said(form()));
  }
}
