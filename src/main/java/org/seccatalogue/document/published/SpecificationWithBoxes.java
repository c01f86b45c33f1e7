package org.seccatalogue.document.published;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedWriter;
import org.seccatalogue.document.SpecificationForm;
import org.seccatalogue.record.RecordHead;

/// Specifications of baselines in the forms in which each chapter has a box of all that its records
/// say of existing codes and agreements.
abstract class SpecificationWithBoxes implements PublishedWriter {

  private final FileKind kind;
  private final int form;
  private final FileMarks marks;
  private final Document document;

  /// How a document is written.
  private interface Document {
    void write(Baseline baseline, RecordHead root, SpecificationForm form, OutputStream out)
        throws IOException;
  }

  private SpecificationWithBoxes(FileKind kind, int form, FileMarks marks, Document document) {
    this.kind = kind;
    this.form = form;
    this.marks = marks;
    this.document = document;
  }

  @Override
  public FileKind kind() {
    return kind;
  }

  @Override
  public int form() {
    return form;
  }

  @Override
  public FileMarks marks() {
    return marks;
  }

  @Override
  public void write(PublishedFile file, OutputStream out) throws IOException {
    SpecificationForm asked =
        form == FileForms.SECOND ? SpecificationForm.SECOND : SpecificationForm.THIRD;
    document.write(file.baseline(), file.root(), asked, out);
  }

  @Singleton
  static class SecondWord extends SpecificationWithBoxes {
    SecondWord(BaselineDocuments documents) {
      super(FileKind.WORD, FileForms.SECOND, WordSpecification.MARKS, documents::word);
    }
  }

  @Singleton
  static class ThirdWord extends SpecificationWithBoxes {
    ThirdWord(BaselineDocuments documents) {
      super(FileKind.WORD, FileForms.THIRD, WordSpecification.MARKS, documents::word);
    }
  }

  @Singleton
  static class SecondHtml extends SpecificationWithBoxes {
    SecondHtml(BaselineDocuments documents) {
      super(FileKind.HTML, FileForms.SECOND, HtmlSpecification.MARKS, documents::html);
    }
  }

  @Singleton
  static class ThirdHtml extends SpecificationWithBoxes {
    ThirdHtml(BaselineDocuments documents) {
      super(FileKind.HTML, FileForms.THIRD, HtmlSpecification.MARKS, documents::html);
    }
  }
}
