package org.seccatalogue.document;

import java.io.IOException;
import java.io.OutputStream;

final class WordDocument {
  void write(DocumentModel model, OutputStream out) throws IOException {
    out.write(model.identity().title().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
