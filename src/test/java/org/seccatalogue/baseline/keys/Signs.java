package org.seccatalogue.baseline.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.seccatalogue.baseline.signing.KeyFile;

/// A program that signs with the key of a file, as one in front of a security module would.
final class Signs {

  private Signs() {}

  static List<String> command(Path keyFile) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        Signs.class.getName(),
        keyFile.toString());
  }

  public static void main(String[] arguments) throws IOException {
    System.out.write(KeyFile.read(Path.of(arguments[0])).sign(System.in.readAllBytes()));
    System.out.flush();
  }
}
