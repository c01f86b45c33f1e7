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
  private final SpecificationForm asked;
  private final FileMarks marks;
  private final Document document;

  /// How a document is written.
  private interface Document {
    void write(Baseline baseline, RecordHead root, SpecificationForm form, OutputStream out)
        throws IOException;
  }

  private SpecificationWithBoxes(
      FileKind kind, SpecificationForm asked, FileMarks marks, Document document) {
    this.kind = kind;
    this.asked = asked;
    this.marks = marks;
    this.document = document;
  }

  @Override
  public FileKind kind() {
    return kind;
  }

  @Override
  public int form() {
    return switch (asked) {
      case FIRST -> FileForms.FIRST;
      case SECOND -> FileForms.SECOND;
      case THIRD -> FileForms.THIRD;
      case FOURTH -> FileForms.FOURTH;
    };
  }

  @Override
  public FileMarks marks() {
    return marks;
  }

  @Override
  public void write(PublishedFile file, OutputStream out) throws IOException {
    document.write(file.baseline(), file.root(), asked, out);
  }

  @Singleton
  static class SecondWord extends SpecificationWithBoxes {
    SecondWord(BaselineDocuments documents) {
      super(FileKind.WORD, SpecificationForm.SECOND, WordSpecification.MARKS, documents::word);
    }
  }

  @Singleton
  static class ThirdWord extends SpecificationWithBoxes {
    ThirdWord(BaselineDocuments documents) {
      super(FileKind.WORD, SpecificationForm.THIRD, WordSpecification.MARKS, documents::word);
    }
  }

  @Singleton
  static class SecondHtml extends SpecificationWithBoxes {
    SecondHtml(BaselineDocuments documents) {
      super(FileKind.HTML, SpecificationForm.SECOND, HtmlSpecification.MARKS, documents::html);
    }
  }

  @Singleton
  static class ThirdHtml extends SpecificationWithBoxes {
    ThirdHtml(BaselineDocuments documents) {
      super(FileKind.HTML, SpecificationForm.THIRD, HtmlSpecification.MARKS, documents::html);
    }
  }

  /// Has the map of what it is about as a figure, too.
  @Singleton
  static class FourthWord extends SpecificationWithBoxes {
    FourthWord(BaselineDocuments documents) {
      super(FileKind.WORD, SpecificationForm.FOURTH, WordSpecification.MARKS, documents::word);
    }
  }

  /// Has the map of what it is about as a figure, too.
  @Singleton
  static class FourthHtml extends SpecificationWithBoxes {
    FourthHtml(BaselineDocuments documents) {
      super(FileKind.HTML, SpecificationForm.FOURTH, HtmlSpecification.MARKS, documents::html);
    }
  }
}
