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

/// Word specifications of baselines, in their first form.
@ApplicationScoped
class WordSpecification implements PublishedWriter {

  static final FileMarks MARKS =
      new FileMarks(
          List.of(
              "(?:<w:p><w:pPr><w:pStyle w:val=\"[^\"]{1,80}\"/>(?:<w:pageBreakBefore/>)?</w:pPr>)?"
                  + "<w:bookmarkStart w:id=\"[0-9]+\" w:name=\"a_([A-Z]{3}_[0-9]{4,9})_",
              "<wp:docPr id=\"1\" name=\"(Figure 1)\""),
          List.of("<w:sectPr", "</w:drawing>"));

  private final BaselineDocuments documents;

  WordSpecification(BaselineDocuments documents) {
    this.documents = documents;
  }

  @Override
  public FileKind kind() {
    return FileKind.WORD;
  }

  @Override
  public int form() {
    return FileForms.FIRST;
  }

  @Override
  public void write(PublishedFile file, OutputStream out) throws IOException {
    documents.word(file.baseline(), file.root(), SpecificationForm.FIRST, out);
  }

  @Override
  public FileMarks marks() {
    return MARKS;
  }
}
