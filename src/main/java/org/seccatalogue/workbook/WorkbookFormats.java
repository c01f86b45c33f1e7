package org.seccatalogue.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/// Opens files in whatever format their content shows; their name tells only what to call them.
public final class WorkbookFormats {

  private static final List<WorkbookFormat> ALL =
      ServiceLoader.load(WorkbookFormat.class, WorkbookFormat.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  private WorkbookFormats() {}

  public static Workbook open(String fileName, Path file, Workbook.Limits limits) {
    return open(fileName, file, limits, ReadingChoices.USUAL);
  }

  /// Opens a file to be read as it was chosen.
  ///
  /// @throws NotAWorkbook when it is none, or too large
  public static Workbook open(
      String fileName, Path file, Workbook.Limits limits, ReadingChoices choices) {
    return NotAWorkbook.guarded(
        "a file that cannot be read",
        () -> new FilteredWorkbook(openWhole(fileName, file, limits, choices), choices));
  }

  /// Opens a file with all that is in it, also what is hidden.
  ///
  /// @throws NotAWorkbook when it is none, or too large
  public static Workbook openWhole(
      String fileName, Path file, Workbook.Limits limits, ReadingChoices choices)
      throws IOException {
    FileContent.checkSize(file, limits);
    FileStart start = FileStart.of(fileName, file, limits);
    Optional<WorkbookFormat> format = of(start);
    if (format.isEmpty()) {
      NotAWorkbook refusal = FileContent.refusal(start);
      start.closeParts();
      throw refusal;
    }
    return format.get().open(start, limits, choices);
  }

  /// What a file that was read before is, told from its beginning. Excel workbooks with and without
  /// macros are not told apart.
  public static RecognisedFile.Format format(Path file, Workbook.Limits limits) throws IOException {
    FileStart start = FileStart.of("", file, limits);
    try {
      return of(start).orElseThrow(() -> FileContent.refusal(start)).format();
    } finally {
      start.closeParts();
    }
  }

  private static Optional<WorkbookFormat> of(FileStart file) {
    return ALL.stream().filter(format -> format.recognises(file)).findFirst();
  }
}
