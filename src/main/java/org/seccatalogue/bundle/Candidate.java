package org.seccatalogue.bundle;

import java.io.IOException;
import java.io.OutputStream;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedWriter;

/// What a file may be: something that can be written anew.
///
/// @param what it is, such as "The bundle"
record Candidate(PublishedFile file, PublishedWriter writer, String what) {

  Candidate(PublishedFile file, PublishedWriter writer) {
    this(file, writer, file.words());
  }

  /// Of which it is; of changes the newer one.
  Baseline baseline() {
    return file.baseline();
  }

  FileMarks marks() {
    return writer.marks();
  }

  /// Writes what should be in the file.
  void write(OutputStream out) throws IOException {
    writer.write(file, out);
  }
}
