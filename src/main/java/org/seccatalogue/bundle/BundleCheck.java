package org.seccatalogue.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.seccatalogue.baseline.Manifest;
import org.seccatalogue.baseline.WithdrawnRecord;
import org.seccatalogue.baseline.files.FileList;
import org.seccatalogue.baseline.signing.HashTree;
import org.seccatalogue.baseline.signing.Jws;
import org.seccatalogue.baseline.signing.Leaf;
import org.seccatalogue.schema.SchemaFiles;

/// Checks a bundle by nothing but itself and the public keys of whoever may have signed it: the
/// signature, the hash tree, each record, the record types, and each file.
public final class BundleCheck {

  static final Verdict NO_BUNDLE =
      new Verdict.Unknown("This is not a bundle: it has no manifest and no records.");

  private static final String WHAT = "The bundle";
  private static final int MOST = 1_000;
  private static final JsonMapper JSON = new JsonMapper();

  private final BundleContent content;
  private final Map<String, byte[]> keys;
  private final Function<String, List<FileList>> lists;
  private final List<Deviation> found = new ArrayList<>();

  private BundleCheck(
      BundleContent content, Map<String, byte[]> keys, Function<String, List<FileList>> lists) {
    this.content = content;
    this.lists = lists;
    this.keys = keys;
  }

  /// Checks a file that may be a bundle.
  ///
  /// @param keys the 32 bytes of each public key, by its id
  /// @param lists gives the signed lists of the files of a baseline, by its id
  public static Verdict check(
      Path file, Map<String, byte[]> keys, Function<String, List<FileList>> lists)
      throws IOException {
    return check(BundleContent.of(file), keys, lists);
  }

  static Verdict check(
      BundleContent content, Map<String, byte[]> keys, Function<String, List<FileList>> lists)
      throws IOException {
    boolean bundle =
        content.digests.containsKey(BundleParts.MANIFEST)
            || content.digests.containsKey(BundleParts.RECORDS)
            || content.digests.containsKey(BundleParts.SIGNATURE);
    return bundle ? new BundleCheck(content, keys, lists).check() : NO_BUNDLE;
  }

  private Verdict check() throws IOException {
    JsonNode manifest = manifest();
    String digest = manifest.path("digest").asText();
    records(digest, manifest.path("records").asInt(-1));
    schemas(manifest.path("schema").asText());
    withdrawn(manifest.path("withdrawn").asText());
    checksums();
    found.addAll(content.damages);
    List<FileList> own = own(manifest.path("id").asText(), digest);
    ListedParts listed = new ListedParts(own);
    found.addAll(listed.compare(content.digests));
    if (found.isEmpty() && !own.isEmpty() && !listed.hasBundle(content.digestOfAll())) {
      add("", "The archive is not the one of the signed list, though its files are.");
    }
    String name = manifest.path("name").asText();
    if (!found.isEmpty()) {
      return new Verdict.Different(
          WHAT,
          "This is not the bundle as it was published.",
          name.isEmpty() ? null : name,
          digest.isEmpty() ? null : digest,
          found.subList(0, Math.min(found.size(), MOST)));
    }
    return keys.isEmpty()
        ? intact(name, digest)
        : own.isEmpty() ? unlisted(name) : all(name, digest);
  }

  /// The lists that are of this baseline.
  private List<FileList> own(String id, String digest) {
    return lists.apply(id).stream()
        .filter(list -> list.baseline().equals(id) && list.digest().equals(digest))
        .toList();
  }

  private static Verdict intact(String name, String digest) {
    return new Verdict.Whole(
        WHAT, name, digest, List.of("Its signature was not checked, because no keys were given."));
  }

  private Verdict unlisted(String name) {
    return new Verdict.Unknown(
        ("The %,d records of %s are those that were signed. Whether the workbook, the documents and"
                + " the other files beside them are genuine cannot be told without the signed list"
                + " of its files (files.jws, beside the bundle where it was published).")
            .formatted(content.records.size(), name));
  }

  private Verdict all(String name, String digest) {
    return new Verdict.Authentic(
        WHAT,
        name,
        digest,
        null,
        List.of(
            "%,d records are those that were signed.".formatted(content.records.size()),
            "Each of its %,d files is the one of the signed list."
                .formatted(content.digests.size())));
  }

  private void add(String part, String what) {
    found.add(Deviation.of(part, what));
  }

  /// The manifest that was signed, or else the one that is there.
  private JsonNode manifest() {
    String text = content.texts.getOrDefault(BundleParts.MANIFEST, "");
    String signed =
        switch (Jws.verify(
            content.texts.getOrDefault(BundleParts.SIGNATURE, ""), Jws.Statement.MANIFEST, keys)) {
          case Jws.Verdict.Genuine(var _, String payload) -> payload;
          case Jws.Verdict.UnknownKey _ when keys.isEmpty() -> payload(text);
          case Jws.Verdict.UnknownKey(String id) -> {
            add(
                BundleParts.SIGNATURE,
                "It was signed with the key " + id + ", which is not among the known ones.");
            yield text;
          }
          case Jws.Verdict.Broken(String reason) -> {
            add(
                BundleParts.SIGNATURE,
                "This is not a signature over the manifest: " + reason + ".");
            yield text;
          }
        };
    if (!signed.equals(text)) {
      add(BundleParts.MANIFEST, "It is not the manifest that was signed.");
    }
    try {
      return JSON.readTree(signed);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /// What was signed, whoever did; the other text when that cannot be read.
  private String payload(String other) {
    try {
      String[] parts = content.texts.getOrDefault(BundleParts.SIGNATURE, "").split("\\.", -1);
      return new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      add(BundleParts.SIGNATURE, "This is not a signature.");
      return other;
    }
  }

  /// One of the two lists of leaves is that of the signed digest, unless both are damaged.
  private void records(String digest, int count) {
    boolean linesAreSigned = root(content.revisions).equals(digest);
    boolean recordsAreSigned = root(content.records).equals(digest);
    if (linesAreSigned) {
      compare(BundleParts.RECORDS, content.revisions, content.records);
    } else {
      if (!recordsAreSigned) {
        add(BundleParts.REVISIONS, "The records are not those of the digest in the manifest.");
      }
      compare(BundleParts.REVISIONS, content.records, content.revisions);
    }
    if (content.records.size() != count) {
      add(
          BundleParts.RECORDS,
          "There are %,d records, and the manifest says %,d."
              .formatted(content.records.size(), count));
    }
  }

  private static String root(List<String> lines) {
    HashTree tree = new HashTree();
    for (String line : lines) {
      var leaf = Leaf.parse(line);
      if (leaf.isEmpty()) {
        return "";
      }
      tree.add(leaf.get());
    }
    return tree.root();
  }

  /// Goes through both lists; after a difference it goes on where they agree again.
  private void compare(String part, List<String> expected, List<String> actual) {
    int at = 0;
    int there = 0;
    while (at < expected.size() && found.size() < MOST) {
      if (isSame(expected, at, actual, there)) {
        at++;
        there++;
      } else if (isSame(expected, at + 1, actual, there)) {
        different(part, expected.get(at++), "The record is not there.");
      } else if (isSame(expected, at, actual, there + 1)) {
        different(part, expected.get(at), "Another line stands before the record.");
        there++;
      } else {
        different(part, expected.get(at++), "It does not say what was published.");
        if (isSame(expected, at + 1, actual, there + 1)) {
          different(part, expected.get(at++), "It does not say what was published.");
        }
        there++;
      }
    }
    if (there < actual.size()) {
      add(part, "There are lines behind the last record.");
    }
  }

  private static boolean isSame(List<String> expected, int at, List<String> actual, int there) {
    return at < expected.size()
        && there < actual.size()
        && expected.get(at).equals(actual.get(there));
  }

  private void different(String part, String leaf, String what) {
    String key = Leaf.parse(leaf).map(l -> l.key().toString()).orElse(null);
    found.add(new Deviation(key, part, what, null, null));
  }

  private void schemas(String digest) {
    SortedMap<String, String> files = new TreeMap<>();
    content.texts.forEach(
        (name, text) -> {
          if (name.startsWith(BundleParts.SCHEMAS)) {
            files.put(name.substring(BundleParts.SCHEMAS.length()), text);
          }
        });
    if (!Manifest.schemaDigest(files).equals(digest)) {
      add(BundleParts.SCHEMAS, "The record types are not those of the digest in the manifest.");
    } else {
      found.addAll(
          BundlesWithProgram.WithTypes.check(new SchemaFiles(files), digest, content.texts));
    }
  }

  /// Bundles in the first form do not have them.
  private void withdrawn(String digest) {
    String text = content.texts.get(BundleParts.WITHDRAWN);
    String actual = text == null || text.isEmpty() ? "" : WithdrawnRecord.digest(text);
    if (text != null && !actual.equals(digest)) {
      add(
          BundleParts.WITHDRAWN,
          "The withdrawn records are not those of the digest in the manifest.");
    }
  }

  private void checksums() {
    Map<String, String> expected = new TreeMap<>();
    content
        .texts
        .getOrDefault(BundleParts.CHECKSUMS, "")
        .lines()
        .filter(line -> line.contains("  "))
        .forEach(
            line -> {
              int end = line.indexOf("  ");
              expected.put(line.substring(end + 2), line.substring(0, end));
            });
    content.digests.forEach(
        (name, digest) -> {
          if (!name.equals(BundleParts.CHECKSUMS) && !digest.equals(expected.remove(name))) {
            add(name, "The file is not the one that checksums.txt is of.");
          }
        });
    expected.forEach((name, _) -> add(name, "The file is not there."));
  }
}
