package org.seccatalogue.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.seccatalogue.finding.Finding;

/// A file of rows, read as a stream: no more than a row at a time is in memory, besides a bounded
/// part of the texts that a workbook shares between its cells.
public interface Workbook extends Closeable {

  /// A sheet; its rows can be read more than once.
  interface Sheet {
    String name();

    /// Whether the spreadsheet program does not show it.
    default boolean hidden() {
      return false;
    }

    /// The rows in their order; must be closed.
    ///
    /// @throws NotAWorkbook from the stream, where the file turns out to be broken or too large
    Stream<SheetRow> rows() throws IOException;

    default SheetLayout layout() throws IOException {
      return SheetLayout.PLAIN;
    }
  }

  List<Sheet> sheets() throws IOException;

  /// What the file was found to be.
  RecognisedFile recognised();

  /// What is to be known of the file as a whole, such as sheets that are not read.
  default List<Finding> findings() {
    return List.of();
  }

  /// How large a file may be.
  ///
  /// @param rows most rows of all sheets together
  /// @param columns most columns of a sheet
  /// @param cellLength most characters of a cell
  /// @param sheets most sheets
  /// @param sharedTexts most texts that a workbook shares between its cells
  /// @param mergedRegions most merged regions of a sheet
  /// @param bytes most bytes of the file
  /// @param unpackedBytes most bytes of a workbook's parts when unpacked
  /// @param ratio most unpacked bytes for each byte of the file
  /// @param parts most parts of a workbook
  /// @param nesting most elements of a part within one another
  /// @param findings most findings that are kept
  record Limits(
      int rows,
      int columns,
      int cellLength,
      int sheets,
      int sharedTexts,
      int mergedRegions,
      long bytes,
      long unpackedBytes,
      int ratio,
      int parts,
      int nesting,
      int findings) {}
}
