package org.seccatalogue.schema;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

/// The text of the files of `catalogue-schema/`, by their path below it.
public record SchemaFiles(SortedMap<String, String> texts) {

  /// The files of a folder on disk.
  public static SchemaFiles in(Path folder) {
    return new SchemaFiles(BundledFolder.texts(folder));
  }

  /// The files that came with the program.
  public static SchemaFiles bundled() {
    return new SchemaFiles(BundledFolder.texts("catalogue-schema"));
  }

  /// The paths of the files below a folder that end so, in order.
  List<String> below(String folder, String ending) {
    return texts.keySet().stream()
        .filter(path -> path.startsWith(folder + "/") && path.endsWith(ending))
        .toList();
  }

  /// Whether there is such a file: schemas that were frozen long ago may lack one.
  boolean has(String path) {
    return texts.containsKey(path);
  }

  /// SHA-256 over all of them, 64 hexadecimal digits.
  String digest() {
    MessageDigest digest = sha256();
    texts.forEach(
        (path, text) -> {
          digest.update((path + " " + text.length() + "\n").getBytes(StandardCharsets.UTF_8));
          digest.update(text.getBytes(StandardCharsets.UTF_8));
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  String text(String path) {
    String text = texts.get(path);
    if (text == null) {
      throw new IllegalStateException("there is no file " + path);
    }
    return text;
  }
}
