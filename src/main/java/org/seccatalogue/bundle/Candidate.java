package org.seccatalogue.bundle;

import java.io.IOException;
import java.io.OutputStream;
import org.seccatalogue.baseline.Baseline;

/// What a file may be: something that can be written anew.
///
/// @param what it is, such as "The bundle"
/// @param baseline of which it is; of changes the newer one
record Candidate(String what, Baseline baseline, Content content) {

  /// Writes what should be in the file.
  @FunctionalInterface
  interface Content {
    void write(OutputStream out) throws IOException;
  }
}
