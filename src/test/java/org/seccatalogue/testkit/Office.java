package org.seccatalogue.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A LibreOffice that is on the PATH, to open files with another program and save them again.
public final class Office {

  private static final List<String> NAMES = List.of("soffice", "libreoffice");
  private static final int PATIENCE = 600;

  /// Its own for each process, since of two that have one the first does the work of both.
  private static final Path PROFILE =
      TestFolder.PATH.resolve("office-" + ProcessHandle.current().pid()).toAbsolutePath();

  /// A document that it has open, because it ends when there is none.
  private static final Path OPEN = PROFILE.resolve("open.txt");

  /// Where its number is kept: this class is loaded once for each application of a process.
  private static final String RUNNING = "catalogue.test.office";

  private Office() {}

  static Optional<Path> program() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Opens a workbook and saves it as an .xlsx of the same name in a folder.
  public static Path saved(Path workbook, Path folder) throws IOException, InterruptedException {
    return saved(List.of(workbook), new Kind("xlsx", "Calc MS Excel 2007 XML"), folder).getFirst();
  }

  /// Opens documents of text and saves them as .docx of the same names in a folder.
  public static List<Path> savedDocuments(List<Path> documents, Path folder)
      throws IOException, InterruptedException {
    return saved(documents, new Kind("docx", "MS Word 2007 XML"), folder);
  }

  /// The same as .odt.
  public static List<Path> openDocuments(List<Path> documents, Path folder)
      throws IOException, InterruptedException {
    return saved(documents, new Kind("odt", "writer8"), folder);
  }

  /// Prints a document of text as a PDF of the same name in a folder.
  public static Path printed(Path document, Path folder) throws IOException, InterruptedException {
    return saved(List.of(document), new Kind("pdf", "writer_pdf_Export"), folder).getFirst();
  }

  /// A kind of file, by the end of its name and what LibreOffice calls it.
  private record Kind(String end, String filter) {}

  private static List<Path> saved(List<Path> files, Kind kind, Path folder)
      throws IOException, InterruptedException {
    Path program =
        program().orElseThrow(() -> new IllegalStateException("there is no soffice on the PATH"));
    Files.createDirectories(folder);
    start(program);
    List<String> command = command(program);
    command.addAll(List.of("--convert-to", kind.end + ":" + kind.filter));
    command.addAll(List.of("--outdir", folder.toString()));
    files.forEach(file -> command.add(file.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("office.log").toFile())
            .start();
    if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("LibreOffice did not end");
    }
    List<Path> saved = files.stream().map(file -> named(file, kind, folder)).toList();
    if (process.exitValue() != 0 || !saved.stream().allMatch(Files::exists)) {
      throw new IllegalStateException(Files.readString(folder.resolve("office.log")));
    }
    return saved;
  }

  private static List<String> command(Path program) {
    return new ArrayList<>(
        List.of(program.toString(), "-env:UserInstallation=" + PROFILE.toUri(), "--headless"));
  }

  /// Starts one that stays and does what later ones are asked: to start takes longer than most of
  /// what they are asked. It is ready when it has its document open, and locks that.
  private static synchronized void start(Path program) throws IOException, InterruptedException {
    if (isRunning()) {
      return;
    }
    Path lock = OPEN.resolveSibling(".~lock." + OPEN.getFileName() + "#");
    Files.createDirectories(PROFILE);
    Files.deleteIfExists(lock);
    List<String> command = command(program);
    command.addAll(List.of("--norestore", Files.writeString(OPEN, "Open").toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(PROFILE.resolve("office.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
    while (!Files.exists(lock)) {
      if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(Files.readString(PROFILE.resolve("office.log")));
      }
    }
    System.setProperty(RUNNING, String.valueOf(process.pid()));
  }

  private static boolean isRunning() {
    return Optional.ofNullable(Long.getLong(RUNNING))
        .flatMap(ProcessHandle::of)
        .filter(ProcessHandle::isAlive)
        .isPresent();
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  private static Path named(Path file, Kind kind, Path folder) {
    String name = String.valueOf(file.getFileName());
    return folder.resolve(name.replaceFirst("\\.[^.]*$", "") + "." + kind.end);
  }
}
