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

/// Word specifications of baselines, in their second form: each chapter has a box of all
/// that its records say of existing codes and agreements.
@ApplicationScoped
class WordSpecificationWithBoxes implements PublishedWriter {

  private final BaselineDocuments documents;

  WordSpecificationWithBoxes(BaselineDocuments documents) {
    this.documents = documents;
  }

  @Override
  public FileKind kind() {
    return FileKind.WORD;
  }

  @Override
  public int form() {
    return FileForms.SECOND;
  }

  @Override
  public void write(PublishedFile file, OutputStream out) throws IOException {
    documents.word(file.baseline(), file.root(), SpecificationForm.SECOND, out);
  }

  @Override
  public FileMarks marks() {
    return WordSpecification.MARKS;
  }
}
