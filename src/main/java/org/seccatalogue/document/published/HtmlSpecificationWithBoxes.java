package org.seccatalogue.document.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedWriter;
import org.seccatalogue.document.SpecificationForm;

/// Specifications of baselines as HTML, in their second form: each chapter has a box of all
/// that its records say of existing codes and agreements.
@ApplicationScoped
class HtmlSpecificationWithBoxes implements PublishedWriter {

  private final BaselineDocuments documents;

  HtmlSpecificationWithBoxes(BaselineDocuments documents) {
    this.documents = documents;
  }

  @Override
  public FileKind kind() {
    return FileKind.HTML;
  }

  @Override
  public int form() {
    return FileForms.SECOND;
  }

  @Override
  public void write(PublishedFile file, OutputStream out) throws IOException {
    documents.html(file.baseline(), file.root(), SpecificationForm.SECOND, out);
  }

  @Override
  public FileMarks marks() {
    return HtmlSpecification.MARKS;
  }
}
