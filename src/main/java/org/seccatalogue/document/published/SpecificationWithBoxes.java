package org.seccatalogue.document.published;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedWriter;
import org.seccatalogue.document.SpecificationForm;

/// Specifications of baselines in the forms in which each chapter has a box of all that its records
/// say of existing codes and agreements.
abstract class SpecificationWithBoxes implements PublishedWriter {

  final BaselineDocuments documents;
  private final int form;

  SpecificationWithBoxes(BaselineDocuments documents, int form) {
    this.documents = documents;
    this.form = form;
  }

  @Override
  public int form() {
    return form;
  }

  SpecificationForm specification() {
    return form == FileForms.SECOND ? SpecificationForm.SECOND : SpecificationForm.THIRD;
  }

  /// Word documents.
  abstract static class AsWord extends SpecificationWithBoxes {
    AsWord(BaselineDocuments documents, int form) {
      super(documents, form);
    }

    @Override
    public FileKind kind() {
      return FileKind.WORD;
    }

    @Override
    public void write(PublishedFile file, OutputStream out) throws IOException {
      documents.word(file.baseline(), file.root(), specification(), out);
    }

    @Override
    public FileMarks marks() {
      return WordSpecification.MARKS;
    }
  }

  /// HTML files.
  abstract static class AsHtml extends SpecificationWithBoxes {
    AsHtml(BaselineDocuments documents, int form) {
      super(documents, form);
    }

    @Override
    public FileKind kind() {
      return FileKind.HTML;
    }

    @Override
    public void write(PublishedFile file, OutputStream out) throws IOException {
      documents.html(file.baseline(), file.root(), specification(), out);
    }

    @Override
    public FileMarks marks() {
      return HtmlSpecification.MARKS;
    }
  }

  @Singleton
  static class SecondWord extends AsWord {
    SecondWord(BaselineDocuments documents) {
      super(documents, FileForms.SECOND);
    }
  }

  @Singleton
  static class ThirdWord extends AsWord {
    ThirdWord(BaselineDocuments documents) {
      super(documents, FileForms.THIRD);
    }
  }

  @Singleton
  static class SecondHtml extends AsHtml {
    SecondHtml(BaselineDocuments documents) {
      super(documents, FileForms.SECOND);
    }
  }

  @Singleton
  static class ThirdHtml extends AsHtml {
    ThirdHtml(BaselineDocuments documents) {
      super(documents, FileForms.THIRD);
    }
  }
}
