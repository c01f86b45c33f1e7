package org.seccatalogue.baseline.files;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PublicDatabase;
import org.seccatalogue.sql.Query;

/// Files of baselines: in which form they were published, and those that were written ahead.
@ApplicationScoped
public class PublishedFiles {

  private static final Query<Integer> FORM =
      Query.of(Integer.class, "select form from form where baseline = :baseline and kind = :kind");
  private static final Query<Long> KEPT =
      Query.of(Long.class, "select id from file where name = :name");
  private static final Query<byte[]> PIECE =
      Query.of(
          byte[].class, "select content from file_piece where file = :file and piece = :piece");

  private final PublicDatabase database;
  private final FileForms forms;

  PublishedFiles(PublicDatabase database, FileForms forms) {
    this.database = database;
    this.forms = forms;
  }

  /// The form in which files of a kind were published with a baseline. Files of changes belong to
  /// the newer one.
  public int form(Baseline baseline, FileKind kind) {
    return database
        .first(FORM.with("baseline", baseline.number()).with("kind", kind))
        .orElse(FileForms.FIRST);
  }

  /// Writes a file: from what was written ahead, or else anew from its baseline. It is the same.
  public void write(PublishedFile file, OutputStream out) throws IOException {
    Optional<Long> kept = kept(file);
    if (kept.isPresent()) {
      copy(kept.get(), out);
    } else {
      forms.writer(file).write(file, out);
    }
  }

  /// Whether a file was written ahead.
  public boolean isKept(PublishedFile file) {
    return kept(file).isPresent();
  }

  private Optional<Long> kept(PublishedFile file) {
    return database.first(KEPT.with("name", file.name()));
  }

  private void copy(long id, OutputStream out) throws IOException {
    Query<byte[]> pieces = PIECE.with("file", id);
    Optional<byte[]> next = database.first(pieces.with("piece", 0));
    for (int i = 1; next.isPresent(); i++) {
      out.write(next.get());
      next = database.first(pieces.with("piece", i));
    }
  }
}
