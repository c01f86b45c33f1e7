package org.seccatalogue.spreadsheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hibernate.Session;

/// The workbooks of imports, kept to be read again when somebody decides about their rows.
@ApplicationScoped
class ImportFiles {

  private static final int CHUNK = 1 << 20;

  private final Session database;

  ImportFiles(Session database) {
    this.database = database;
  }

  void keep(long id, Path content) throws IOException {
    try (InputStream in = Files.newInputStream(content)) {
      int number = 0;
      for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
        database
            .createNativeMutationQuery(
                "insert into import_file (import_id, number, bytes) values (:id, :number, :bytes)")
            .setParameter("id", id)
            .setParameter("number", number++)
            .setParameter("bytes", chunk)
            .executeUpdate();
      }
    }
  }

  boolean has(long id) {
    return chunk(id, 0).isPresent();
  }

  /// A copy in a temporary file, which the caller deletes.
  Path copy(long id) throws IOException {
    Path file = Files.createTempFile("import-", null);
    try (OutputStream out = Files.newOutputStream(file)) {
      int number = 0;
      for (Optional<byte[]> c = chunk(id, 0); c.isPresent(); c = chunk(id, ++number)) {
        out.write(c.get());
      }
    }
    return file;
  }

  private Optional<byte[]> chunk(long id, int number) {
    return database
        .createNativeQuery(
            "select bytes from import_file where import_id = :id and number = :number",
            byte[].class)
        .setParameter("id", id)
        .setParameter("number", number)
        .uniqueResultOptional();
  }
}
