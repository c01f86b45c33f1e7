package org.seccatalogue.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seccatalogue.baseline.files.FileList;
import org.seccatalogue.baseline.files.ListedFile;
import org.seccatalogue.baseline.signing.Digests;

/// Tells what a file is by the signed lists of files that somebody has, without any catalogue.
public final class FileCheck {

  /// A part of a bundle may be empty, too; that tells nothing of an empty file.
  static final Verdict EMPTY = new Verdict.Unknown("This file is empty.");

  private FileCheck() {}

  /// Checks a file.
  ///
  /// @param keys the 32 bytes of each public key, by its id
  /// @param lists that were signed with one of these keys
  public static Verdict check(Path file, Map<String, byte[]> keys, List<FileList> lists)
      throws IOException {
    if (Files.size(file) == 0) {
      return EMPTY;
    }
    Optional<Verdict> listed = listed(Digests.ofFile(file), lists);
    if (listed.isPresent()) {
      return listed.get();
    }
    Verdict verdict = BundleCheck.check(file, keys, _ -> lists);
    return verdict.equals(BundleCheck.NO_BUNDLE) && !lists.isEmpty()
        ? new Verdict.Unknown("This file is in none of the signed lists that were given.")
        : verdict;
  }

  private static Optional<Verdict> listed(String sha256, List<FileList> lists) {
    return lists.stream()
        .flatMap(
            list ->
                list.files().stream()
                    .filter(file -> file.sha256().equals(sha256))
                    .map(file -> authentic(list, file)))
        .findFirst();
  }

  private static Verdict authentic(FileList list, ListedFile file) {
    return new Verdict.Authentic(
        file.title(),
        list.name(),
        list.digest(),
        file.form(),
        List.of(
            "It is in the signed list %d of the files of the baseline.".formatted(list.number())));
  }
}
