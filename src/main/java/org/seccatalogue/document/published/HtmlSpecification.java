package org.seccatalogue.document.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedWriter;
import org.seccatalogue.document.SpecificationForm;

/// Specifications of baselines as HTML, in their first form.
@ApplicationScoped
class HtmlSpecification implements PublishedWriter {

  static final FileMarks MARKS =
      new FileMarks(
          List.of(
              "<[a-z0-9]+(?: [^<>]{0,200}?)? id=\"([A-Z]{3}-[0-9]{4,9})\"",
              "<figure class=\"sec-figure\" id=\"figure-1\" data-name=\"(Figure 1)\""),
          List.of("</main>", "</figure>"));

  private final BaselineDocuments documents;

  HtmlSpecification(BaselineDocuments documents) {
    this.documents = documents;
  }

  @Override
  public FileKind kind() {
    return FileKind.HTML;
  }

  @Override
  public int form() {
    return FileForms.FIRST;
  }

  @Override
  public void write(PublishedFile file, OutputStream out) throws IOException {
    documents.html(file.baseline(), file.root(), SpecificationForm.FIRST, out);
  }

  @Override
  public FileMarks marks() {
    return MARKS;
  }
}
