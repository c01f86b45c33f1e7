package org.seccatalogue.baseline.files;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PublicDatabase;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.sql.Query;

/// The signed lists of the files of baselines.
@ApplicationScoped
public class FileLists {

  private static final Query<SignedList> ALL =
      Query.of(
          SignedList.class,
          "select number, statement, signature, made_at from file_list where baseline = :baseline"
              + " order by number");
  private static final Query<Found> BY_DIGEST =
      Query.of(
          Found.class,
          """
          select b.id as baseline, f.name, f.within, f.title, f.form,
            encode(f.digest, 'hex') as sha256, l.signature
          from listed_file f join baseline b on b.number = f.baseline
          join file_list l on l.baseline = f.baseline and l.number = f.list
          where f.digest = :digest order by f.baseline, f.list, f.place limit 1
          """);
  private static final Query<Integer> UNLISTED =
      Query.of(
          Integer.class,
          "select number from baseline b where not exists"
              + " (select from file_list l where l.baseline = b.number) order by number");

  private final PublicDatabase database;
  private final Published published;

  FileLists(PublicDatabase database, Published published) {
    this.database = database;
    this.published = published;
  }

  /// A list as it was signed.
  public record SignedList(int number, String statement, String signature, Instant madeAt) {}

  /// A file that a list holds.
  ///
  /// @param baseline id of the first baseline that has it
  private record Found(
      String baseline,
      String name,
      @Nullable String within,
      String title,
      int form,
      String sha256,
      String signature) {

    ListedFile file() {
      return new ListedFile(name, within, title, form, sha256);
    }

    /// Nothing is taken from the table alone: the file must stand in what was signed.
    boolean isSigned(Map<String, byte[]> keys) {
      return FileList.read(signature, keys) instanceof FileList.Read.Signed(FileList list)
          && list.files().contains(file());
    }
  }

  /// A file that a list of a baseline holds.
  public record ListedOf(String baseline, ListedFile file) {}

  /// The lists of a baseline, oldest first. None while its files are still being written.
  public List<SignedList> of(Baseline baseline) {
    return database.list(ALL.with("baseline", baseline.number()));
  }

  /// The file with these bytes.
  ///
  /// @param sha256 64 hexadecimal digits
  public Optional<ListedOf> find(String sha256) {
    return database
        .first(BY_DIGEST.with("digest", Digests.bytes(sha256)))
        .filter(found -> found.isSigned(published.keys()))
        .map(found -> new ListedOf(found.baseline(), found.file()));
  }

  /// What the lists of a baseline say, as far as they are signed with a key that is known.
  public List<FileList> signed(Baseline baseline) {
    Map<String, byte[]> keys = published.keys();
    return of(baseline).stream()
        .map(list -> FileList.read(list.signature(), keys))
        .flatMap(
            read ->
                read instanceof FileList.Read.Signed(FileList list)
                    ? Stream.of(list)
                    : Stream.empty())
        .toList();
  }

  /// The numbers of the baselines that have no list yet.
  public List<Integer> unlisted() {
    return database.list(UNLISTED);
  }
}
