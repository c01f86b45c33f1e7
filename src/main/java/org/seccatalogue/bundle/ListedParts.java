package org.seccatalogue.bundle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.seccatalogue.baseline.files.FileList;
import org.seccatalogue.baseline.files.ListedFile;

/// The parts of bundles, as signed lists say them.
final class ListedParts {

  /// Digests by path, of each bundle that is in the lists.
  private final List<Map<String, String>> bundles;

  private final Set<String> whole = new HashSet<>();

  /// @param lists of one baseline
  ListedParts(List<FileList> lists) {
    Map<String, Map<String, String>> byBundle = new TreeMap<>();
    for (FileList list : lists) {
      for (ListedFile file : list.files()) {
        if (file.within() != null) {
          byBundle
              .computeIfAbsent(file.within(), _ -> new TreeMap<>())
              .put(file.name(), file.sha256());
        } else {
          whole.add(file.sha256());
        }
      }
    }
    bundles = List.copyOf(byBundle.values());
  }

  /// Whether a file as a whole is in the lists.
  boolean hasBundle(String sha256) {
    return whole.contains(sha256);
  }

  /// Where parts are not those of the listed bundle that is most like them. Nothing when no bundle
  /// is listed.
  List<Deviation> compare(Map<String, String> digests) {
    return bundles.stream()
        .map(bundle -> compare(bundle, digests))
        .min(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }

  private static List<Deviation> compare(Map<String, String> bundle, Map<String, String> digests) {
    List<Deviation> found = new ArrayList<>();
    digests.forEach(
        (part, digest) -> {
          String listed = bundle.get(part);
          if (listed == null) {
            found.add(Deviation.of(part, "The signed list has no such file."));
          } else if (!listed.equals(digest)) {
            found.add(Deviation.of(part, "The file is not the one of the signed list."));
          }
        });
    bundle.keySet().stream()
        .filter(part -> !digests.containsKey(part))
        .forEach(part -> found.add(Deviation.of(part, "The file is not there.")));
    return found;
  }
}
