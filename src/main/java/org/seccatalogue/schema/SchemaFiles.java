package org.seccatalogue.schema;

import java.nio.file.Path;
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

  String text(String path) {
    String text = texts.get(path);
    if (text == null) {
      throw new IllegalStateException("there is no file " + path);
    }
    return text;
  }
}
