package org.seccatalogue.document.published;

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

/// Specifications of baselines, in one of the forms and as one kind of file.
final class SpecificationWriter implements PublishedWriter {

  private final FileKind kind;
  private final SpecificationForm form;
  private final FileMarks marks;
  private final Document document;

  /// How a document is written.
  interface Document {
    void write(Baseline baseline, RecordHead root, SpecificationForm form, OutputStream out)
        throws IOException;
  }

  SpecificationWriter(FileKind kind, SpecificationForm form, FileMarks marks, Document document) {
    this.kind = kind;
    this.form = form;
    this.marks = marks;
    this.document = document;
  }

  /// The number by which files name their form.
  static int number(SpecificationForm form) {
    return switch (form) {
      case FIRST -> FileForms.FIRST;
      case SECOND -> FileForms.SECOND;
      case THIRD -> FileForms.THIRD;
      case FOURTH -> FileForms.FOURTH;
      case FIFTH -> FileForms.FIFTH;
      case SIXTH -> FileForms.SIXTH;
    };
  }

  @Override
  public FileKind kind() {
    return kind;
  }

  @Override
  public int form() {
    return number(form);
  }

  @Override
  public FileMarks marks() {
    return marks;
  }

  @Override
  public void write(PublishedFile file, OutputStream out) throws IOException {
    document.write(file.baseline(), file.root(), form, out);
  }
}
