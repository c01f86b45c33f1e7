package org.seccatalogue.baseline.files;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;

/// Adds files of baselines to what is published, within the transaction of the caller.
@ApplicationScoped
public class FileStore {

  private static final int PIECE = 1 << 20;

  private final Session database;
  private final Command addForm;
  private final Command addFile;
  private final Command addPiece;
  private final Query<Long> nextId;

  FileStore(Session database, @ConfigProperty(name = "catalogue.published.schema") String schema) {
    this.database = database;
    addForm = Command.of("insert into " + schema + ".form values (:baseline, :kind, :form)");
    addFile = Command.of("insert into " + schema + ".file values (:id, :name, :bytes, :digest)");
    addPiece = Command.of("insert into " + schema + ".file_piece values (:file, :piece, :content)");
    nextId = Query.of(Long.class, "select nextval('" + schema + ".file_id')");
  }

  /// Notes in which form the files of a kind are published with a baseline that is not closed yet.
  public void publishIn(int baseline, FileKind kind, int form) {
    if (form > FileForms.FIRST) {
      addForm.with("baseline", baseline).with("kind", kind).with("form", form).run(database);
    }
  }

  /// Keeps a file that was written.
  public void keep(PublishedFile file, Path content) throws IOException {
    long id = nextId.only(database);
    addFile
        .with("id", id)
        .with("name", file.name())
        .with("bytes", Files.size(content))
        .with("digest", Digests.bytes(Digests.ofFile(content)))
        .run(database);
    Command add = addPiece.with("file", id);
    try (InputStream in = Files.newInputStream(content)) {
      byte[] piece = in.readNBytes(PIECE);
      for (int i = 0; piece.length > 0; i++) {
        add.with("piece", i).with("content", piece).run(database);
        piece = in.readNBytes(PIECE);
      }
    }
  }
}
