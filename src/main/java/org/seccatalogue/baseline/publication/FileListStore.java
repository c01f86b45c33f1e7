package org.seccatalogue.baseline.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.files.FileList;
import org.seccatalogue.baseline.files.ListedFile;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;

/// Adds signed lists of files to what is published, within the transaction of the caller.
@ApplicationScoped
public class FileListStore {

  private final Session database;
  private final Clock clock;
  private final Query<Integer> next;
  private final Command addList;
  private final Command addFile;

  FileListStore(
      Session database,
      Clock clock,
      @ConfigProperty(name = "catalogue.published.schema") String schema) {
    this.database = database;
    this.clock = clock;
    next =
        Query.of(
            Integer.class,
            "select coalesce(max(number), 0) + 1 from "
                + schema
                + ".file_list where baseline = :baseline");
    addList =
        Command.of(
            "insert into "
                + schema
                + ".file_list values (:baseline, :number, :statement, :signature, :at)");
    addFile =
        Command.of(
            "insert into "
                + schema
                + ".listed_file values"
                + " (:baseline, :list, :place, :digest, :name, :within, :title, :form)");
  }

  /// The next list of a baseline, not signed yet.
  public FileList next(Baseline baseline, List<ListedFile> files) {
    int number = next.with("baseline", baseline.number()).only(database);
    return new FileList(baseline.id(), baseline.name(), baseline.digest(), number, files);
  }

  /// Keeps a list that was signed.
  public void keep(Baseline baseline, FileList list, String signature) {
    addList
        .with("baseline", baseline.number())
        .with("number", list.number())
        .with("statement", list.text())
        .with("signature", signature)
        .with("at", clock.instant())
        .run(database);
    for (int place = 0; place < list.files().size(); place++) {
      add(baseline, list.number(), place, list.files().get(place));
    }
  }

  private void add(Baseline baseline, int list, int place, ListedFile file) {
    addFile
        .with("baseline", baseline.number())
        .with("list", list)
        .with("place", place)
        .with("digest", Digests.bytes(file.sha256()))
        .with("name", file.name())
        .with("within", file.within())
        .with("title", file.title())
        .with("form", file.form())
        .run(database);
  }
}
