package org.seccatalogue.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A file of rows, read as a stream: no more than a row at a time is in memory, besides the texts
/// that a workbook shares between its cells.
interface Workbook extends Closeable {

  /// A sheet; its rows can be read more than once.
  interface Sheet {
    String name();

    /// The rows in their order; must be closed.
    Stream<SheetRow> rows() throws IOException;
  }

  List<Sheet> sheets() throws IOException;

  /// Opens a file as what the ending of its name says.
  ///
  /// @throws NotAWorkbook when it cannot be read as that
  static Workbook open(String fileName, Path file, Limits limits) throws NotAWorkbook {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return CsvWorkbook.open(fileName, file);
    }
    if (name.endsWith(".xlsx") || name.endsWith(".xlsm")) {
      return XlsxWorkbook.open(file, limits);
    }
    throw new NotAWorkbook(fileName, "a file whose name ends in .xlsx, .xlsm or .csv");
  }

  /// The file is not what it is said to be.
  final class NotAWorkbook extends Exception {
    private final String found;
    private final String expected;

    NotAWorkbook(String found, String expected) {
      super(expected);
      this.found = found;
      this.expected = expected;
    }

    String found() {
      return found;
    }

    String expected() {
      return expected;
    }
  }

  /// How large a file may be.
  ///
  /// @param rows most rows of all sheets together
  /// @param columns most columns of a sheet
  /// @param unpackedBytes most bytes of a workbook's parts when unpacked
  /// @param findings most findings that are kept
  record Limits(int rows, int columns, long unpackedBytes, int findings) {}
}
