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
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The text files of a folder, on disk or among those that came with the program.
public final class BundledFolder {

  private BundledFolder() {}

  /// The `.json` and `.yaml` files of a folder on disk, by their path below it.
  public static SortedMap<String, String> texts(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      SortedMap<String, String> texts = new TreeMap<>();
      for (Path file : (Iterable<Path>) walk.filter(BundledFolder::isText)::iterator) {
        texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the folder " + folder, e);
    }
  }

  private static boolean isText(Path file) {
    String name = file.toString();
    return Files.isRegularFile(file) && (name.endsWith(".json") || name.endsWith(".yaml"));
  }

  /// The `.json` and `.yaml` files of a folder of the class path that has a `README.md`.
  public static SortedMap<String, String> texts(String folder) {
    String anchor = folder + "/README.md";
    URL url = Thread.currentThread().getContextClassLoader().getResource(anchor);
    if (url == null) {
      throw new IllegalStateException(anchor + " is not on the class path");
    }
    try {
      URI uri = url.toURI();
      return "jar".equals(uri.getScheme())
          ? inJar(uri, folder)
          : texts(Path.of(uri).resolveSibling("."));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SortedMap<String, String> inJar(URI uri, String folder) {
    try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
      return texts(jar.getPath("/" + folder));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + uri, e);
    }
  }
}
