package org.seccatalogue.page.imports;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.seccatalogue.schema.BundledFolder;

/// The sample workbooks that came with the program, to see how a workbook may look.
@Singleton
class Samples {

  private static final String FOLDER = "import/samples";

  private final List<String> names = BundledFolder.read(FOLDER, Samples::in);

  List<String> all() {
    return names;
  }

  /// The bytes of a sample, if there is one of that name.
  Optional<InputStream> open(String name) {
    return names.contains(name)
        ? Optional.ofNullable(loader().getResourceAsStream(FOLDER + "/" + name))
        : Optional.empty();
  }

  private static List<String> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".xlsx"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the folder " + folder, e);
    }
  }

  private static ClassLoader loader() {
    return Thread.currentThread().getContextClassLoader();
  }
}
