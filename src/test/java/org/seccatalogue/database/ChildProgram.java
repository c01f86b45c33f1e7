package org.seccatalogue.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A program in a process of its own, with the class path of the tests.
final class ChildProgram {
  private ChildProgram() {}

  static ProcessBuilder of(Class<?> program, List<String> options, String... arguments) {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    line.addAll(options);
    line.add(program.getName());
    line.addAll(List.of(arguments));
    return new ProcessBuilder(line);
  }

  /// Runs the program until it printed some lines, kills it, and answers all it has printed. Killed
  /// through its handle, because the process itself would close what we still have to read.
  static List<String> killedAfter(int lines, ProcessBuilder program) throws IOException {
    var process = program.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var printed = new ArrayList<String>();
    try (var reader = process.inputReader()) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        printed.add(line);
        if (printed.size() == lines) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.onExit().join();
    return printed;
  }
}
