package org.seccatalogue.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedWriter;

/// The third form of bundles: they say that all of their files are signed, and bring a program that
/// checks that without the one that wrote them.
@ApplicationScoped
class BundlesWithProgram implements PublishedWriter {

  private final BundlesWithReasons second;

  BundlesWithProgram(BundlesWithReasons second) {
    this.second = second;
  }

  @Override
  public FileKind kind() {
    return second.kind();
  }

  @Override
  public int form() {
    return FileForms.THIRD;
  }

  @Override
  public FileMarks marks() {
    return second.marks();
  }

  @Override
  public void write(PublishedFile file, OutputStream out) throws IOException {
    second.write(file, BundleReadme.SIGNED, out);
  }
}
