package org.seccatalogue.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedWriter;

/// The fifth form of bundles: the program that they bring compares the file as a whole with the
/// signed list, and they say what their manifest tells of what was not published.
@ApplicationScoped
class BundlesComparedWhole implements PublishedWriter {

  private final BundlesWithProgram.WithTypes fourth;

  BundlesComparedWhole(BundlesWithProgram.WithTypes fourth) {
    this.fourth = fourth;
  }

  @Override
  public FileKind kind() {
    return fourth.kind();
  }

  @Override
  public int form() {
    return FileForms.FIFTH;
  }

  @Override
  public FileMarks marks() {
    return fourth.marks();
  }

  @Override
  public void write(PublishedFile file, OutputStream out) throws IOException {
    fourth.write(file, BundleReadme.WHOLE, out);
  }
}
