package org.seccatalogue.api.door;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The body of a request as it was received: in memory, or in a file when it is large.
sealed interface ReceivedBody {

  /// Under what it stands in the context of a request.
  String BODY = ReceivedBody.class.getName();

  InputStream open() throws IOException;

  /// A small one.
  record InMemory(Buffer bytes) implements ReceivedBody {

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes.getBytes());
    }
  }

  /// A large one, in a file that goes with the request.
  record InFile(Path file) implements ReceivedBody {

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }
  }
}
