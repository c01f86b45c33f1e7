package org.seccatalogue.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The text of the files of `catalogue-schema/`, by their path below it.
public record SchemaFiles(SortedMap<String, String> texts) {

  private static final String FOLDER = "catalogue-schema";
  private static final String ANCHOR = FOLDER + "/meta.schema.json";

  /// The files of a folder on disk.
  public static SchemaFiles in(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      SortedMap<String, String> texts = new TreeMap<>();
      for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
        texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
      return new SchemaFiles(texts);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the folder " + folder, e);
    }
  }

  /// The files that came with the program.
  public static SchemaFiles bundled() {
    URL anchor = Thread.currentThread().getContextClassLoader().getResource(ANCHOR);
    if (anchor == null) {
      throw new IllegalStateException(ANCHOR + " is not on the class path");
    }
    try {
      URI uri = anchor.toURI();
      return "jar".equals(uri.getScheme()) ? inJar(uri) : in(Path.of(uri).resolveSibling("."));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SchemaFiles inJar(URI uri) {
    try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
      return in(jar.getPath("/" + FOLDER));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + uri, e);
    }
  }

  /// The paths of the files below a folder that end so, in order.
  List<String> below(String folder, String ending) {
    return texts.keySet().stream()
        .filter(path -> path.startsWith(folder + "/") && path.endsWith(ending))
        .toList();
  }

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
