package org.seccatalogue.workbook;

import org.jspecify.annotations.Nullable;

/// What a file was found to be by its content.
///
/// @param encoding of a text file, by its IANA name
/// @param marked whether a byte order mark tells the encoding
/// @param separator between the cells of a text file
/// @param quote around the cells of a text file
public record RecognisedFile(
    Format format,
    @Nullable String encoding,
    boolean marked,
    @Nullable Character separator,
    @Nullable Character quote) {

  /// The kinds of file that are read.
  public enum Format {
    XLSX("Excel workbook (.xlsx)"),
    XLSM("Excel workbook with macros (.xlsm), which are not run"),
    XLS("Excel 97-2003 workbook (.xls)"),
    ODS("OpenDocument spreadsheet (.ods)"),
    CSV("Text with separators (.csv, .tsv)");

    private final String label;

    Format(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  public static RecognisedFile of(Format format) {
    return new RecognisedFile(format, null, false, null, null);
  }
}
