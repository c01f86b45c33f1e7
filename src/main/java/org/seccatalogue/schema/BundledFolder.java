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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
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
    return read(folder + "/README.md", file -> texts(file.resolveSibling(".")));
  }

  /// What a reader makes of a file or folder of the class path. A jar is opened for this reader
  /// alone: a file system that is known by its address can stand only once in a process, so two
  /// that read at the same moment would be in each other's way.
  ///
  /// @throws IllegalStateException where nothing of that name is on the class path
  public static <T> T read(String name, Function<Path, T> reader) {
    URL url = Thread.currentThread().getContextClassLoader().getResource(name);
    if (url == null) {
      throw new IllegalStateException(name + " is not on the class path");
    }
    try {
      return "jar".equals(url.getProtocol())
          ? inJar(url, name, reader)
          : reader.apply(Path.of(url.toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T inJar(URL url, String name, Function<Path, T> reader)
      throws URISyntaxException {
    String place = url.getPath();
    Path jar = Path.of(new URI(place.substring(0, place.indexOf("!/"))));
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      return reader.apply(files.getPath("/" + name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + url, e);
    }
  }
}
