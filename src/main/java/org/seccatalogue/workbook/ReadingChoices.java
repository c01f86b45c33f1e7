package org.seccatalogue.workbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a file is to be read where more than one way makes sense.
///
/// @param hiddenSheets whether sheets that are not shown are read
/// @param hiddenRows whether rows that are not shown are read; a filter hides rows, and whoever set
///     it did not mean to take them away
/// @param hiddenColumns whether columns that are not shown are read
/// @param encoding of a text file; absent: as recognised
/// @param separator between the cells of a text file; absent: as recognised
/// @param quote around the cells of a text file; absent: as recognised
public record ReadingChoices(
    boolean hiddenSheets,
    boolean hiddenRows,
    boolean hiddenColumns,
    Merged merged,
    @Nullable String encoding,
    @Nullable Character separator,
    @Nullable Character quote) {

  /// What cells get that are merged with others.
  public enum Merged {
    /// The first cell has the value, the others have none.
    FIRST_CELL,
    /// Each row has the value in the first column of the region.
    EACH_ROW,
    /// Each cell has the value.
    EACH_CELL
  }

  /// The encodings that may be chosen, by their IANA names.
  public static final List<String> ENCODINGS =
      List.of("UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "ISO-8859-15", "IBM850");

  /// The separators that may be chosen.
  public static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

  /// The quotation marks that may be chosen.
  public static final List<Character> QUOTES = List.of('"', '\'');

  /// What is done when nothing is chosen.
  public static final ReadingChoices USUAL =
      new ReadingChoices(false, true, true, Merged.EACH_ROW, null, null, null);
}
