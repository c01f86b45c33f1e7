package org.seccatalogue.page.imports;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.Optional;
import java.util.stream.Stream;

/// The sample workbooks that came with the program, to see how a workbook may look.
@Singleton
class Samples {

  private static final String FOLDER = "import/samples";

  private final List<String> names = names();

  List<String> all() {
    return names;
  }

  /// The bytes of a sample, if there is one of that name.
  Optional<InputStream> open(String name) {
    return names.contains(name)
        ? Optional.ofNullable(loader().getResourceAsStream(FOLDER + "/" + name))
        : Optional.empty();
  }

  private static List<String> names() {
    URL folder = loader().getResource(FOLDER);
    if (folder == null) {
      return List.of();
    }
    try {
      URI uri = folder.toURI();
      return "jar".equals(uri.getScheme()) ? inJar(uri) : in(Path.of(uri));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> inJar(URI uri) throws IOException {
    try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
      return in(jar.getPath("/" + FOLDER));
    }
  }

  private static List<String> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".xlsx"))
          .sorted()
          .toList();
    }
  }

  private static ClassLoader loader() {
    return Thread.currentThread().getContextClassLoader();
  }
}
