package org.seccatalogue.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A LibreOffice that is on the PATH, to open workbooks with another program and save them again.
public final class Office {

  private static final List<String> NAMES = List.of("soffice", "libreoffice");
  private static final int PATIENCE = 600;

  /// Made by the first run, which takes it some seconds, and used by all others of the process.
  private static final Path PROFILE = TestFolder.PATH.resolve("office");

  private Office() {}

  static Optional<Path> program() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Opens a workbook and saves it as an .xlsx of the same name in a folder.
  public static Path saved(Path workbook, Path folder) throws IOException, InterruptedException {
    Path program =
        program().orElseThrow(() -> new IllegalStateException("there is no soffice on the PATH"));
    Files.createDirectories(folder);
    Process process =
        new ProcessBuilder(
                program.toString(),
                "-env:UserInstallation=" + PROFILE.toAbsolutePath().toUri(),
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                folder.toString(),
                workbook.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("office.log").toFile())
            .start();
    if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("LibreOffice did not end");
    }
    String name = String.valueOf(workbook.getFileName());
    Path saved = folder.resolve(name.replaceFirst("\\.[^.]*$", "") + ".xlsx");
    if (process.exitValue() != 0 || !Files.exists(saved)) {
      throw new IllegalStateException(Files.readString(folder.resolve("office.log")));
    }
    return saved;
  }
}
