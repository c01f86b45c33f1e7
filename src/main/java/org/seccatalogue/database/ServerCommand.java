package org.seccatalogue.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// One run of a program of PostgreSQL.
record ServerCommand(List<String> line) {

  /// Runs the program to its end and answers its exit code. The output goes to a file: a server
  /// started by the program inherits the output, and a pipe would stay open as long as it runs.
  int run(String input, Path output) throws IOException {
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    var process = builder.start();
    try (var standardInput = process.getOutputStream()) {
      standardInput.write(input.getBytes(StandardCharsets.UTF_8));
    }
    return process.onExit().join().exitValue();
  }
}
